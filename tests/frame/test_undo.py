"""Each step can be undone by its name, from the menu and by key, and the status line says what is saved."""

from PySide6.QtCore import Qt

CTRL = Qt.KeyboardModifier.ControlModifier


def texts(frame):
    return frame.menus.actions["undo"].text(), frame.menus.actions["redo"].text()


def test_the_menu_names_what_would_be_undone(opened, notes):
    assert texts(opened) == ("Undo", "Redo")
    assert not opened.menus.actions["undo"].isEnabled()
    notes.keep("Орто-Нура")
    assert texts(opened) == ("Undo “Change the office's own data”", "Redo")
    opened.menus.actions["undo"].trigger()
    assert notes.field.text() == ""
    assert texts(opened) == ("Undo", "Redo “Change the office's own data”")
    opened.menus.actions["redo"].trigger()
    assert notes.field.text() == "Орто-Нура"


def test_undo_and_redo_by_key(qtbot, opened, notes):
    notes.keep("Орто-Нура")
    qtbot.keyClick(opened.shell, Qt.Key.Key_Z, CTRL)
    assert notes.field.text() == ""
    qtbot.keyClick(opened.shell, Qt.Key.Key_Y, CTRL)
    assert notes.field.text() == "Орто-Нура"


def test_in_a_field_the_typing_is_undone_first(qtbot, opened, notes):
    notes.keep("kept")
    notes.field.setFocus()
    notes.field.end(False)
    qtbot.keyClicks(notes.field, " typed")
    qtbot.keyClick(notes.field, Qt.Key.Key_Z, CTRL)
    assert notes.field.text() == "kept"
    qtbot.keyClick(notes.field, Qt.Key.Key_Z, CTRL)
    assert notes.field.text() == ""


def test_the_status_line_says_when_what_was_saved(opened, notes):
    assert opened.status.saved == ""
    notes.keep("Орто-Нура")
    assert opened.status.saved.startswith("Saved at ")
    assert opened.status.saved.endswith(": Change the office's own data")


def test_undo_is_said_too(opened, notes):
    notes.keep("Орто-Нура")
    opened.menus.actions["undo"].trigger()
    assert "Undone" in opened.status.saved


def test_a_new_name_of_the_office_stands_in_the_title(opened, notes):
    assert opened.shell.windowTitle() == "Chet-Nura – Ayil Desktop"
    notes.desk.run(lambda: notes.rename("Чет-Нура айыл өкмөтү"))
    assert opened.shell.windowTitle() == "Чет-Нура айыл өкмөтү – Ayil Desktop"
    assert opened.status.office == "Чет-Нура айыл өкмөтү"


def test_a_name_with_the_sign_of_qt_for_changed_files_is_literal_in_the_title(opened, notes):
    notes.desk.run(lambda: notes.rename("А[*]Б [*][*]"))
    # What the window shows is what is left of the title when Qt has read its sign.
    assert opened.shell.windowHandle().title() == "А[*]Б [*][*] – Ayil Desktop"


def test_a_long_name_does_not_make_the_window_wider(opened, notes):
    notes.desk.run(lambda: notes.rename("А" * 300))
    opened.shell.resize(1024, 700)
    assert opened.shell.width() == 1024


def test_the_history_names_every_step_and_what_it_changed(qtbot, opened, notes):
    notes.keep("Орто-Нура")
    qtbot.keyClick(opened.shell, Qt.Key.Key_H, CTRL)
    tree = opened.asides.history.tree
    assert [tree.topLevelItem(row).text(1) for row in range(tree.topLevelItemCount())] == [
        "Change the office's own data"
    ]
    step = tree.topLevelItem(0)
    assert any("Address: Орто-Нура" in step.child(row).text(1) for row in range(step.childCount()))
    notes.keep("Учкун")
    assert tree.topLevelItemCount() == 2
