"""A body is measured by its own regulation and while it exists, not by another one's and not for ever (CN-1.2)."""

from datetime import date

import pytest
from sqlalchemy import select

from ayil_desktop import command_line
from ayil_desktop.commission import body_actions
from ayil_desktop.commission import samples as commission_samples
from ayil_desktop.language.message import Message
from ayil_desktop.meetings import actions, attendance_actions, opened, samples, session_actions, steps
from ayil_desktop.meetings.choices import ItemKind, Outcome, State
from ayil_desktop.meetings.steps import Step
from ayil_desktop.office import charters
from ayil_desktop.office.records import CharterVersion
from ayil_desktop.refused import Refused
from ayil_desktop.store.work import work
from ayil_desktop.widgets.labels import ClauseLink
from tests import opened as tests_opened
from tests.commission.screens import put
from tests.meetings import stories
from tests.meetings.made_up import MEETING_DAY

DISSOLVED = date(2019, 5, 31)


@pytest.fixture(autouse=True)
def english(language):
    language("en")


def dissolves(commission, day=DISSOLVED):
    body_actions.change_body(commission.store, body_id=commission.body_id, values={"dissolved_on": day})


def duty(commission, today):
    found = opened.meetings_of(commission.store, commission.body_id, today)
    return [(one.number, missed) for one, missed in found.quarters], found.duty and str(found.duty)


# A body that was dissolved


@pytest.mark.clause("CN-1.2")
def test_a_body_without_an_end_is_still_reminded_a_year_later(commission):
    quarters, told = duty(commission, date(2020, 2, 1))
    assert quarters[-1] == (1, False)
    assert told == "No meeting was held in this quarter yet; it ends on 31.03.2020."


@pytest.mark.clause("CN-1.2")
def test_a_dissolved_body_is_reminded_of_nothing_and_owes_no_quarter_after_its_end(commission):
    dissolves(commission)
    quarters, told = duty(commission, date(2019, 5, 2))
    assert (quarters, told.startswith("No meeting was held in: ")) == ([(1, True)], True)
    assert duty(commission, date(2020, 2, 1)) == ([(1, True)], None)


def test_a_dissolved_body_is_not_planned_for(commission):
    dissolves(commission)
    with pytest.raises(Refused, match=r"dissolved on 31\.05\.2019") as no:
        commission.plans(day=date(2019, 6, 3))
    assert no.value.field == "date"
    commission.plans(day=DISSOLVED)
    with pytest.raises(Refused, match="dissolved"):
        actions.change_plan(commission.store, meeting_id=commission.meeting_id, date=date(2019, 6, 3))
    dissolves(commission, date(2019, 4, 30))
    with pytest.raises(Refused, match="dissolved"):
        session_actions.open_session(commission.store, meeting_id=commission.meeting_id)
    assert commission.meeting.state is State.PLANNED


# Whose clauses


def test_a_charter_names_the_regulation_that_its_clauses_belong_to():
    found = {name: charters.ready_charter(name).charter.regulations for name in ("chet-nura", "naryn-council")}
    assert found == {"chet-nura": {"CN"}, "naryn-council": {"NC"}}
    assert charters.NO_CHARTER.regulations == frozenset()


@pytest.mark.parametrize("number", [0, 1, 2])
def test_the_council_of_naryn_is_told_nothing_by_the_regulation_of_chet_nura(store, number):
    made = commission_samples.make_naryn(store)
    samples.make_told(store, "naryn-council", bodies=made.bodies)
    meetings = opened.meetings_of(store, made.bodies["council"], date(2014, 9, 1)).meetings
    found = opened.meeting(store, meetings[number].id, date(2014, 9, 1))
    told = [(str(one.text), one.clause) for step in Step for one in found.lacks(step)]
    assert [clause for _, clause in told if clause.startswith("CN-")] == []
    assert ("The minutes are not signed and sealed yet", "") in told


def test_the_commission_keeps_the_clauses_of_its_own_regulation(commission):
    stories.held(commission, items=(ItemKind.DECISION,), day=MEETING_DAY)
    found = steps.lacks(commission.meeting, stories.day_of(commission), Step.MINUTES)
    told = {str(one.text): one.clause for one in found}
    assert told["Nobody is named who controls the execution"] == "CN-R.2"
    assert told["The minutes are not signed and sealed yet"] == "CN-7.7"


def test_what_every_body_needs_is_said_without_a_clause_of_another_one(a_commission):
    council = a_commission(9, charter="naryn-council", appointed=date(2014, 7, 1))
    council.plans(day=date(2014, 8, 21), items=())
    told = [(str(one.text), one.clause) for one in steps.lacks(council.meeting, stories.day_of(council), Step.PLAN)]
    assert told == [("The agenda is empty", "")]


@pytest.fixture
def own_charter(commission, store):
    """The office wrote the charter itself: the same numbers, but no clause beside them."""
    with work(store, Message("Choose a charter for a body")) as session:
        version = session.scalars(select(CharterVersion)).one()
        numbers = {name: {**one, "clause": "", "reading": ""} for name, one in version.numbers["numbers"].items()}
        version.numbers = {**version.numbers, "numbers": numbers, "groups": [], "groups_clause": ""}
    return commission


def test_a_charter_of_the_office_without_clauses_is_measured_by_its_numbers_and_told_no_clause(own_charter):
    own_charter.meets(present=5)
    assert own_charter.votes(for_=range(1, 6)).outcome is Outcome.NO_QUORUM
    found = [one for step in Step for one in steps.lacks(own_charter.meeting, stories.day_of(own_charter), step)]
    told = [(str(one.text), one.clause) for one in found]
    assert ("1 matter is still open", "") in told
    assert [clause for _, clause in told if clause.startswith("CN-")] == []
    assert ("The chairman has not approved the agenda yet", "") not in told


def test_on_its_screen_a_no_names_no_clause_either_(show, clock, own_charter):
    clock.today = MEETING_DAY
    own_charter.meets(present=8)
    screen = show()

    def absent_presides():
        attendance_actions.choose_presiding(
            own_charter.store, meeting_id=own_charter.meeting_id, person_id=own_charter.id(9)
        )

    with pytest.raises(Refused) as no:
        screen.desk.run(absent_presides)
    assert (str(no.value), no.value.clause) == ("Who presides must be present.", "")
    assert screen.list.quarter_clause.clause == ""


def test_the_commission_of_chet_nura_reads_the_clause_of_a_no(show, clock, commission):
    commission.meets(present=8)
    clock.today = date(2019, 4, 10)
    screen = show()
    with pytest.raises(Refused) as no:
        screen.desk.run(
            lambda: attendance_actions.choose_presiding(
                commission.store, meeting_id=commission.meeting_id, person_id=commission.id(9)
            )
        )
    assert no.value.clause == "CN-5.5"
    assert screen.list.quarter_clause.clause == "CN-7.1"


# What the source does not tell


def test_the_panel_says_that_the_members_of_the_council_are_not_recorded(qtbot, desk, store):
    from ayil_desktop.commission.tab import Tab  # Qt only here

    commission_samples.make_naryn(store)
    panel = tests_opened.tab(qtbot, desk, Tab).panel
    assert panel.members.accessibleName() == "– members: not recorded"
    assert not panel.women.isVisible() and not panel.men.isVisible()


def test_the_panel_counts_the_members_that_are_recorded(qtbot, desk, commission):
    from ayil_desktop.commission.tab import Tab  # Qt only here

    panel = tests_opened.tab(qtbot, desk, Tab).panel
    assert panel.members.accessibleName() == "11 members"
    assert panel.women.isVisible()


@pytest.fixture
def council(a_commission):
    """A council of Naryn with a meeting planned without its place."""
    found = a_commission(9, charter="naryn-council", appointed=date(2014, 7, 1))
    found.plans(day=date(2014, 8, 21))
    actions.change_plan(found.store, meeting_id=found.meeting_id, place="")
    return found


def test_a_paper_that_cannot_be_printed_names_no_clause_of_another_body(show, clock, council, previewed, capsys):
    clock.today = date(2014, 8, 18)
    tab = show()
    tab.papers.preview("notice")
    with pytest.raises(Refused) as no:
        previewed.text()
    assert (str(no.value), no.value.clause) == ("Enter the place of the meeting.", "")
    folder = council.store.folder
    council.store.close()
    printed = ["print", str(folder), "notice", "-o", str(folder.parent / "x.pdf"), "--language", "en"]
    assert command_line.main(printed) == 1
    told = capsys.readouterr().err
    assert "Enter the place of the meeting." in told
    assert not {"CN", "5.4.3"} & set(told.replace("(", " ").replace(")", " ").replace("-", " ").split())


def test_a_day_that_is_missing_is_asked_for_without_a_clause_of_another_body(show, clock, council, commission):
    clock.today = date(2014, 8, 18)
    tab = show()
    tab.list.body_chosen.emit(council.body_id)
    tab.finish()
    tab.page.look_at(Step.PLAN)
    page = tab.page.panel(Step.PLAN).widget
    page.tabs.setCurrentIndex(1)
    put(page.day.form, date="")
    assert page.day.form.field("date").refusal == "Enter the day of the meeting."
    shown = [link.text() for link in page.day.form.findChildren(ClauseLink) if link.isVisible() and link.text()]
    assert shown == []
