"""How does a field say that its Russian words are older than the Kyrgyz ones beside it?"""

from typing import Any

from ayil_desktop.language.message import Message
from ayil_desktop.meetings import russian
from ayil_desktop.widgets import labels
from ayil_desktop.widgets.field import Field


class OlderRussian:
    """The title of one Russian field; its tooltip gives the Kyrgyz words that the Russian ones say."""

    def __init__(self, field: Field, title: Message, column: str) -> None:
        self._field, self._title, self._column = field, title, column

    def show_row(self, row: Any) -> None:
        """As the record stands now."""
        says = russian.says(row, self._column)
        label = self._field.title
        label.set_words(self._title if says is None else Message("{title}: outdated", title=self._title))
        label.say("muted" if says is None else "due")
        told = Message("The Russian text was written when the Kyrgyz one said: “{words}”", words=says or "")
        label.setToolTip(labels.tooltip("" if says is None else told))
        self._field.translate()
