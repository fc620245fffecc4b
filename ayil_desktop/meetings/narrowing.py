"""How does a list of choices make room for others, though its longest line is long?"""

from PySide6.QtWidgets import QComboBox

_LETTERS = 8


def let_shrink(*lists: QComboBox) -> None:
    """The longest choice need not be seen in full before the list opens; open, it is as wide as it has to be."""
    for choices in lists:
        choices.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        choices.setMinimumContentsLength(_LETTERS)
