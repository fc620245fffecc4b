"""How one comes to an office, and what stands in the way."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from ayil_desktop.language.message import Message
from ayil_desktop.refused import Refused
from ayil_desktop.store import opening
from ayil_desktop.window import errands as places
from ayil_desktop.window import remembered, second_start


@pytest.fixture
def documents(monkeypatch, tmp_path):
    """A folder for documents that is not there yet."""
    monkeypatch.setattr(places, "home", lambda: tmp_path / "Documents")
    return tmp_path / "Documents"


def test_an_office_opens_and_is_remembered(opened, folder):
    assert opened.pages.currentWidget() is opened.work
    assert remembered.recent() == [folder]
    assert opened.shell.windowTitle() == "Chet-Nura – Ayil Desktop"


def test_without_an_office_three_choices_and_the_language_are_offered(frame):
    frame.show_first_start()
    assert list(frame.first_start.choices) == ["sample-chet-nura", "new", "import"]
    assert frame.first_start.isVisible()
    assert not frame.shell.top.isVisible()
    assert not frame.status.isVisible()
    assert frame.first_start.choices["sample-chet-nura"].hasFocus()


def test_the_sample_is_made_at_the_first_look_only(qtbot, frame, errands, documents):
    with qtbot.wait_signal(frame.shell.usable, timeout=20_000):
        frame.first_start.choices["sample-chet-nura"].click()
    frame.leave_office()
    with qtbot.wait_signal(frame.shell.usable, timeout=20_000):
        frame.menus.actions["sample-chet-nura"].trigger()
    assert errands.done == [("chet-nura", documents / "Chet-Nura.ayil")]


def test_the_office_that_is_open_is_not_opened_again(qtbot, opened, folder):
    work = opened.work
    opened.door.open(folder)
    assert opened.work is work
    assert opened.pages.currentWidget() is work


def test_a_new_office_has_its_name_and_a_folder_called_after_it(qtbot, frame, answers, documents):
    answers.will("text", "Ак-Талаа: айыл / өкмөтү")
    answers.will("choose", 0)
    with qtbot.wait_signal(frame.shell.usable, timeout=20_000):
        frame.menus.actions["new"].trigger()
    assert frame.work.desk.store.folder == documents / "Ак-Талаа айыл өкмөтү.ayil"
    assert frame.work.name == "Ак-Талаа: айыл / өкмөтү"


def test_a_second_office_of_the_same_name_gets_a_number(tmp_path):
    (tmp_path / "Нарын.ayil").mkdir()
    assert places.office_folder(tmp_path, "Нарын") == tmp_path / "Нарын 2.ayil"


@pytest.mark.parametrize("name", ["", "...", "<>:?*", "CON" * 200])
def test_any_name_gives_a_folder_that_can_be_made(tmp_path, name):
    places.office_folder(tmp_path, name).mkdir()


def test_whoever_turns_away_stays_where_he_is(opened, answers):
    answers.will("text", None)
    opened.menus.actions["new"].trigger()
    answers.will("folder", None)
    opened.menus.actions["open"].trigger()
    answers.will("open_file", None)
    opened.menus.actions["import"].trigger()
    assert opened.pages.currentWidget() is opened.work


def test_an_exported_office_is_brought_in(qtbot, frame, errands, answers, tmp_path):
    source = tmp_path / "Чет-Нура.json"
    answers.will("open_file", source)
    answers.will("choose", 1)
    answers.will("folder", tmp_path)
    with qtbot.wait_signal(frame.shell.usable, timeout=20_000):
        frame.first_start.choices["import"].click()
    assert errands.done == [(source, tmp_path / "Чет-Нура.ayil")]
    assert frame.work.desk.store.folder == tmp_path / "Чет-Нура.ayil"


def test_a_wrong_file_is_refused_in_its_own_words(qtbot, frame, errands, answers, tmp_path):
    errands.stands_in_the_way = Refused(Message("This is not a file of this program."))
    answers.will("open_file", tmp_path / "Wrong.json")
    answers.will("choose", 1)
    answers.will("folder", tmp_path)
    with qtbot.wait_signal(frame.door.troubled, timeout=20_000):
        frame.menus.actions["import"].trigger()
    assert frame.trouble.words == "This is not a file of this program."


def test_a_folder_that_is_gone_is_told_on_a_page_with_ways_on(qtbot, frame, folder, tmp_path):
    moved = folder.rename(tmp_path / "Moved.ayil")
    with qtbot.wait_signal(frame.door.troubled, timeout=20_000):
        frame.door.open(folder)
    assert frame.pages.currentWidget() is frame.trouble
    assert str(folder) in frame.trouble.words
    moved.rename(folder)
    with qtbot.wait_signal(frame.shell.usable, timeout=20_000):
        frame.trouble.again.click()
    assert frame.work.desk.store.folder == folder


def test_another_office_can_be_opened_instead(qtbot, frame, answers, folder, tmp_path):
    with qtbot.wait_signal(frame.door.troubled, timeout=20_000):
        frame.door.open(tmp_path)
    answers.will("folder", folder)
    with qtbot.wait_signal(frame.shell.usable, timeout=20_000):
        frame.trouble.another.click()


def test_from_a_trouble_the_first_page_can_be_reached(qtbot, frame, tmp_path):
    frame.status.pass_word(Message("Choose the decision; then print its excerpt."))
    with qtbot.wait_signal(frame.door.troubled, timeout=20_000):
        frame.door.open(tmp_path)
    assert frame.status.currentMessage() == "", "a hint for a page that is gone"
    frame.trouble.begin_anew.click()
    assert frame.pages.currentWidget() is frame.first_start


def test_a_damaged_office_is_told_and_left_as_it_is(qtbot, frame, folder):
    database = folder / opening.DATABASE
    content = bytearray(database.read_bytes())
    content[5000] ^= 1
    database.write_bytes(content)
    with qtbot.wait_signal(frame.door.troubled, timeout=20_000):
        frame.door.open(folder)
    assert "damaged" in frame.trouble.words
    assert database.read_bytes() == content


def test_a_trouble_with_a_second_office_leaves_the_first_one_open(qtbot, opened, told, notes, tmp_path):
    with qtbot.wait_signal(opened.door.troubled, timeout=20_000):
        opened.door.open(tmp_path / "Nowhere.ayil")
    assert "Nowhere.ayil" in told.words[-1]
    assert opened.pages.currentWidget() is opened.work
    notes.keep("still writable")


def test_another_office_takes_the_place_of_the_first(qtbot, opened, tmp_path, answers, folder):
    second = tmp_path / "Second.ayil"
    answers.will("folder", second)
    opening.create(second).close()
    with qtbot.wait_signal(opened.shell.usable, timeout=20_000):
        opened.menus.actions["open"].trigger()
    assert opened.work.desk.store.folder == second
    assert remembered.recent() == [second, folder]
    opening.open_office(folder).close()


def test_the_recent_offices_stand_in_the_menu_without_the_open_one(qtbot, opened, folder, tmp_path):
    remembered.opened(tmp_path / "Old.ayil")
    remembered.opened(folder)
    opened.menus.recent.aboutToShow.emit()
    assert [action.text().split()[0] for action in opened.menus.recent.actions()] == ["Old"]


def test_eight_recent_offices_are_enough(tmp_path):
    for number in range(12):
        remembered.opened(tmp_path / str(number))
    assert [folder.name for folder in remembered.recent()] == ["11", "10", "9", "8", "7", "6", "5", "4"]
    remembered.forget(tmp_path / "11")
    assert remembered.recent()[0].name == "10"


def test_a_second_start_brings_the_first_window_to_the_front(qtbot, opened, folder):
    """The second one is another process, as it is in an office; it ends by itself, and well."""
    qtbot.wait_until(lambda: opened.work.listens)
    second = subprocess.Popen([sys.executable, "-m", "tests.frame.second", "made-up", str(folder)])
    try:
        qtbot.wait_signal(opened.work.rung, timeout=20_000).wait()
        qtbot.wait_until(lambda: second.poll() is not None, timeout=20_000)
    finally:
        second.kill()
    assert second.returncode == 0
    assert opened.shell.isActiveWindow()


def rung(folder):
    """Another program that rings, as a thread of this one."""
    return ThreadPoolExecutor(1).submit(second_start.ring, folder)


def test_a_window_is_heard_again_after_a_crash_left_its_door_behind(qtbot, folder):
    left = second_start.door(folder)
    left.mkdir(parents=True)
    (left / "7").touch()
    bell = second_start.Doorbell(folder)
    with qtbot.wait_signal(bell.rung):
        pass
    with qtbot.wait_signal(bell.rung):
        answer = rung(folder)
    qtbot.wait_until(answer.done)
    assert answer.result()
    bell.close()
    assert not left.exists()


def test_whoever_rings_a_moment_too_soon_is_heard(qtbot, folder):
    answer = rung(folder)
    qtbot.wait(100)
    bell = second_start.Doorbell(folder)
    qtbot.wait_until(answer.done)
    assert answer.result()
    bell.close()


def test_nobody_answers_where_no_window_is(folder, monkeypatch):
    monkeypatch.setattr(second_start, "PATIENCE", 100)
    assert not second_start.ring(folder)
    second_start.door(folder).mkdir(parents=True)
    assert not second_start.ring(folder)
    assert list(second_start.door(folder).iterdir()) == []


def test_an_office_that_a_command_holds_is_told_on_the_page(qtbot, frame, folder):
    held = opening.open_office(folder)
    try:
        with qtbot.wait_signal(frame.door.troubled, timeout=20_000):
            frame.door.open(folder)
        assert "already open" in frame.trouble.words
    finally:
        held.close()


def test_the_window_closes_the_office(opened, folder):
    opened.shell.close()
    opening.open_office(folder).close()
