"""Day, time or place change after the notice: who was told what, and what follows (CN-5.6.1, R-38)."""

import json
from datetime import date, time

import pytest

from ayil_desktop import command_line
from ayil_desktop.meetings import (
    actions,
    agenda_actions,
    minutes,
    notice_actions,
    notices,
    session_actions,
    showing,
    steps,
)
from ayil_desktop.meetings.choices import DeliveryKind, ItemKind, Presence
from ayil_desktop.meetings.steps import Step
from ayil_desktop.refused import Refused
from ayil_desktop.store.work import reading
from tests.meetings import stories
from tests.meetings.made_up import MEETING_DAY

SENT = date(2019, 3, 1)
LATER = date(2019, 3, 20)


@pytest.fixture
def told(commission):
    """Everybody has the notice of a meeting on 13 March at 10."""
    commission.plans()
    actions.send_notice(commission.store, meeting_id=commission.meeting_id, on=SENT, how="колго")
    return commission


def changes(commission, **plan):
    actions.change_plan(commission.store, meeting_id=commission.meeting_id, **plan)


def anew(commission, on=date(2019, 3, 5), **more):
    notice_actions.send_new_notice(commission.store, meeting_id=commission.meeting_id, on=on, **more)


def lacks(commission, step):
    return [one.text.into("en") for one in steps.lacks(commission.meeting, stories.day_of(commission), step)]


def notice_in_minutes(commission, language="en"):
    found = stories.day_of(commission)
    return minutes.section(commission.meeting, found, language, "notice").text.splitlines()


def shown(commission):
    with reading(commission.store) as session:
        return showing.meetings(session, date(2019, 3, 6))[0]


OTHERWISE = "The members were told otherwise ({}): a new notice is needed"


@pytest.mark.clause("CN-5.6.1")
@pytest.mark.parametrize(
    ("change", "told_words"),
    [
        ({"date": LATER}, "13.03.2019"),
        ({"time": time(14, 0)}, "10:00"),
        ({"place": "Клуб"}, "Үлгү айылы, жыйын залы"),
        ({"date": LATER, "time": time(9, 0)}, "13.03.2019, 10:00"),
    ],
)
def test_what_changes_after_the_notice_is_a_lasting_lack(told, change, told_words):
    assert not any("told otherwise" in one for step in Step for one in lacks(told, step))
    changes(told, **change)
    for step in (Step.PLAN, Step.NOTICE):
        assert OTHERWISE.format(told_words) in lacks(told, step)
    changes(told, date=MEETING_DAY, time=time(10, 0), place="Үлгү айылы,  жыйын залы ")
    assert notices.told_otherwise(told.meeting, stories.day_of(told).seats) == ()


def test_a_new_notice_settles_it_and_the_earlier_one_stays_in_the_log(told):
    agenda_actions.add_item(told.store, meeting_id=told.meeting_id, text_ky="Кечиккен")
    changes(told, date=LATER)
    anew(told)
    assert not any("told otherwise" in one for one in lacks(told, Step.NOTICE))
    assert notices.log(told.meeting, "en") == (
        "Notice of 01.03.2019 to 11 members: 13.03.2019, 10:00, Үлгү айылы, жыйын залы",
        "Notice of 05.03.2019 to 11 members: 20.03.2019, 10:00, Үлгү айылы, жыйын залы",
    )
    assert not told.item(2).is_late, "the new notice told this matter to everybody"


def test_what_is_as_it_was_told_needs_no_new_notice(told):
    with pytest.raises(Refused) as no:
        anew(told)
    assert "no new notice is needed" in no.value.reason.into("en")


@pytest.mark.clause("CN-5.6.1")
def test_a_new_notice_has_the_same_last_day_and_comes_after_the_earlier_one(told):
    changes(told, time=time(14, 0))
    with pytest.raises(Refused) as late:
        anew(told, on=date(2019, 3, 11))
    assert (late.value.field, late.value.clause) == ("late_notice_reason", "CN-5.6.1")
    with pytest.raises(Refused, match=r"01\.03\.2019"):
        anew(told, on=date(2019, 2, 28))
    anew(told, on=date(2019, 3, 11), late_reason="сел")
    assert notices.last_issue(told.meeting) == 2


def test_only_who_was_told_otherwise_is_told_anew(told):
    actions.record_delivery(
        told.store, meeting_id=told.meeting_id, person_id=told.id(4), kind=DeliveryKind.NOTICE, on=None
    )
    changes(told, time=time(14, 0))
    actions.record_delivery(
        told.store, meeting_id=told.meeting_id, person_id=told.id(4), kind=DeliveryKind.NOTICE, on=date(2019, 3, 4)
    )
    (otherwise,) = notices.told_otherwise(told.meeting, stories.day_of(told).seats)
    assert len(otherwise.seats) == 10
    anew(told)
    own = [row for row in told.meeting.deliveries if row.person_id == told.id(4)]
    assert [row.on for row in own] == [date(2019, 3, 4)]


def test_a_new_notice_that_is_taken_back_leaves_the_earlier_one(told):
    changes(told, date=LATER)
    anew(told)
    actions.take_back_notice(told.store, meeting_id=told.meeting_id)
    assert {row.on for row in told.meeting.deliveries} == {SENT}
    assert OTHERWISE.format("13.03.2019") in lacks(told, Step.NOTICE)


def test_held_nevertheless_the_minutes_say_so_until_the_new_notice_is_entered(told):
    changes(told, time=time(9, 0), place="Клуб", place_ru="Клуб села")
    session_actions.open_session(told.store, meeting_id=told.meeting_id, at=time(9, 0))
    for number in range(1, 9):
        told.marks(number, Presence.PRESENT)
    asked = "The members were told otherwise (10:00, Үлгү айылы, жыйын залы): enter the new notice, or write why"
    assert any(one.startswith(asked) for one in lacks(told, Step.SESSION))
    told.votes(for_=range(1, 9))
    stories.decides(told)
    stories.closes(told)
    assert any(one.startswith(asked) for one in lacks(told, Step.MINUTES))
    assert notice_in_minutes(told) == [
        "The notice was sent on 1 March 2019.",
        "The meeting took place otherwise than the notice told: 13.03.2019, 10:00, Үлгү айылы, жыйын залы.",
    ]
    actions.explain_late_notice(told.store, meeting_id=told.meeting_id, reason="Залдын чатыры акты")
    assert notice_in_minutes(told)[-1] == "Reason: Залдын чатыры акты"
    assert not any(one.startswith(asked) for one in lacks(told, Step.MINUTES))
    anew(told)
    assert notice_in_minutes(told) == ["The notice was sent on 1 March 2019.", "A new notice was sent on 5 March 2019."]


def test_a_meeting_that_was_not_held_was_announced_otherwise(told):
    changes(told, time=time(14, 0))
    session_actions.open_session(told.store, meeting_id=told.meeting_id)
    session_actions.close_session(told.store, meeting_id=told.meeting_id)
    line = "The members had been told otherwise: 13.03.2019, 10:00, Үлгү айылы, жыйын залы."
    assert line in notice_in_minutes(told)


def test_the_data_say_what_was_told_and_whether_it_still_holds(told):
    assert shown(told)["told"] | {"id": ""} == {
        "id": "",
        "date": "2019-03-13",
        "time": "10:00",
        "place": "Үлгү айылы, жыйын залы",
    }
    assert shown(told)["told_otherwise"] is False
    changes(told, date=LATER)
    assert (shown(told)["told"]["date"], shown(told)["told_otherwise"]) == ("2019-03-13", True)
    anew(told)
    assert (shown(told)["told"]["date"], shown(told)["told_otherwise"]) == ("2019-03-20", False)


def test_of_a_meeting_without_a_notice_nothing_was_told(commission):
    commission.plans(items=(ItemKind.DECISION,))
    assert (shown(commission)["told"], shown(commission)["told_otherwise"]) == (None, None)


def test_the_check_of_the_office_names_it_and_a_file_carries_it(told, tmp_path, capsys):
    changes(told, date=LATER)
    folder = told.store.folder
    told.store.close()
    assert command_line.main(["check", str(folder), "--language", "en"]) == 0
    assert "Meeting of 20.03.2019: The members were told otherwise (13.03.2019)" in capsys.readouterr().out
    file, other = tmp_path / "office.json", tmp_path / "other.ayil"
    assert command_line.main(["export", str(folder), str(file)]) == 0
    assert command_line.main(["import", str(other), str(file)]) == 0
    assert command_line.main(["check", str(other), "--language", "en"]) == 0
    assert "told otherwise (13.03.2019)" in capsys.readouterr().out
    rows = json.loads(file.read_text("utf-8"))["records"]["delivery"]
    assert {(row["told_date"], row["told_time"], row["issue"]) for row in rows} == {("2019-03-13", "10:00:00", 1)}
