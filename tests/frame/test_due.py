"""Does the line at the foot of the window tell what is due before anything was clicked?"""

from datetime import date

import pytest

from ayil_desktop import app, command_line
from ayil_desktop.commission import body_actions
from ayil_desktop.meetings import actions, opened
from ayil_desktop.window import joins
from tests import opened as opened_window

TODAY = date(2026, 11, 22)
NOTICE = "Meeting of 10.12.2026: Send the notice by 04.12.2026; 07.12.2026 is the last day."
MISSED = "9 quarters without a meeting, the last one: Quarter III of 2026."
LATE = "2 decisions are overdue"
PATIENCE = 30_000  # milliseconds


@pytest.fixture
def office(tmp_path):
    folder = tmp_path / "Practice.ayil"
    command_line.make_sample("practice", folder)
    return folder


@pytest.fixture
def frame(qtbot, office):
    """The office is opened in the morning, and the secretary only looks."""
    with opened_window.window(qtbot, office, clock=lambda: TODAY) as frame:
        yield frame


def told(qtbot, frame, duty):
    qtbot.wait_until(lambda: frame.status.duty == duty, timeout=PATIENCE)


def body_of(frame):
    return opened.bodies(frame.work.desk.store)[0].id


def test_what_is_due_is_told_before_the_meetings_were_looked_at(qtbot, frame):
    told(qtbot, frame, f"{NOTICE} · {LATE}")
    assert frame.work.current == "commission"
    assert not frame.work.is_built("meetings")
    joins.speak(frame, "ky")
    assert "10.12.2026" in frame.status.duty and "notice" not in frame.status.duty
    joins.speak(frame, "en")
    # The screen of the meetings, once it is there, says the same.
    frame.status.duties[0].click()
    assert frame.work.current == "meetings"
    meetings = frame.work.tab("meetings")
    meetings.finish()
    assert meetings.page.meeting_id == frame.status.duties[0].duty.record
    assert frame.status.duty == f"{NOTICE} · {LATE}"


def test_what_is_due_follows_what_is_changed_before_the_meetings_were_looked_at(qtbot, frame):
    told(qtbot, frame, f"{NOTICE} · {LATE}")
    desk = frame.work.desk
    end = date(2026, 11, 30)
    desk.run(lambda: body_actions.change_body(desk.store, body_id=body_of(frame), values={"dissolved_on": end}))
    cancel = "The body was dissolved on 30.11.2026: cancel this meeting, or correct that day"
    told(qtbot, frame, f"Meeting of 10.12.2026: {cancel} · {LATE}")
    desk.undo()
    told(qtbot, frame, f"{NOTICE} · {LATE}")
    assert not frame.work.is_built("meetings")


def test_an_office_in_which_nothing_is_due_tells_of_nothing(qtbot, frame, tmp_path):
    told(qtbot, frame, f"{NOTICE} · {LATE}")
    new = tmp_path / "New.ayil"
    with qtbot.wait_signal(frame.shell.usable, timeout=PATIENCE):
        frame.door.open(new, lambda: app.Commands().make_office("Жаңы айыл өкмөтү", new))
    assert frame.status.duty == ""
    with qtbot.wait_signal(frame.work.desk.duties_changed, timeout=PATIENCE) as asked:
        pass
    assert asked.args == [()]
    assert frame.status.duty == ""


def test_a_notice_that_was_sent_is_not_called_for_any_more(qtbot, frame):
    told(qtbot, frame, f"{NOTICE} · {LATE}")
    meeting = frame.status.duties[0].duty.record
    desk = frame.work.desk
    desk.run(lambda: actions.send_notice(desk.store, meeting_id=meeting, on=TODAY))
    qtbot.wait_until(lambda: "Send the notice" not in frame.status.duty, timeout=PATIENCE)
    assert frame.status.duty == f"{MISSED} · {LATE}"
