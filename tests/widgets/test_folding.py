"""Does a side panel fold, and is it still folded the next day?"""

from PySide6.QtWidgets import QListWidget

from ayil_desktop.language.message import Message
from ayil_desktop.widgets import folding, memory


def panel(qtbot, side="right"):
    made = folding.SidePanel(Message("Composition"), QListWidget(), key="commission/side", side=side)
    qtbot.addWidget(made)
    made.resize(300, 400)
    made.show()
    return made


def test_a_folded_panel_gives_its_room_back_and_unfolds(qtbot):
    side = panel(qtbot)
    side.toggle()
    assert side.is_folded
    assert side.maximumWidth() < 60
    side.toggle()
    assert not side.is_folded
    assert side.maximumWidth() > 1000


def test_a_panel_remembers_that_it_is_folded(qtbot, tmp_path):
    memory.use(tmp_path / "looks.ini")
    panel(qtbot).fold(True)
    memory.forget()
    memory.use(tmp_path / "looks.ini")
    assert panel(qtbot).is_folded


def test_each_change_is_told_once(qtbot):
    side = panel(qtbot, side="left")
    with qtbot.wait_signal(side.folded, check_params_cb=lambda folded: folded is True):
        side.fold(True)
    with qtbot.assert_not_emitted(side.folded):
        side.fold(True)


def test_a_damaged_memory_is_forgotten(tmp_path):
    (tmp_path / "looks.ini").write_text("[General]\nwidths={not json\n", encoding="utf-8")
    memory.use(tmp_path / "looks.ini")
    assert memory.recall("widths") is None
    memory.keep("widths", [1, 2])
    assert memory.recall("widths") == [1, 2]


def test_without_a_file_the_memory_lasts_as_long_as_the_program():
    memory.keep("widths", {"name": 200})
    assert memory.recall("widths") == {"name": 200}
    memory.forget()
    assert memory.recall("widths") is None
