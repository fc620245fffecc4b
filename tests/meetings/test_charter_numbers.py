"""A changed number of the charter changes what the program concludes, and one that changes nothing says so."""

from datetime import date

import pytest

from ayil_desktop.commission.charter_form import CharterForm
from ayil_desktop.commission.charter_rows import rows
from ayil_desktop.meetings import (
    agenda_actions,
    duties,
    last_days,
    opened,
    rounds,
    rules,
    selections,
    session_actions,
    steps,
)
from ayil_desktop.meetings.choices import ItemKind, ItemState, Method, Outcome, Vote
from ayil_desktop.meetings.rounds import Hall, Tally
from ayil_desktop.meetings.steps import Step
from ayil_desktop.office import charters
from ayil_desktop.store.work import reading
from ayil_desktop.workdays.calendar import WorkCalendar
from tests.meetings import stories

CHET_NURA = charters.ready_charter("chet-nura").charter


@pytest.fixture(autouse=True)
def english(language):
    language("en")


def judged(charter, hall, tally, *, method=Method.BY_COUNT, presiding_vote=None):
    return rounds.judge(
        charter, kind=ItemKind.DECISION, hall=hall, tally=tally, method=method, presiding_vote=presiding_vote
    )


# Readings other than the default


@pytest.mark.parametrize(
    ("base", "outcome", "needed"), [("present", Outcome.REJECTED, 5), ("voting", Outcome.ADOPTED, 4)]
)
def test_the_majority_is_counted_from_those_present_or_from_those_voting(base, outcome, needed):
    result = judged(CHET_NURA.with_number("majority_base", base), Hall(11, 8), Tally(4, 3, 1))
    assert (result.outcome, result.for_needed, result.readings_differ) == (outcome, needed, True)


@pytest.mark.parametrize(("stay", "base", "outcome"), [(True, 7, Outcome.REJECTED), (False, 6, Outcome.REJECTED)])
def test_recused_members_stay_in_the_base_or_leave_it(stay, base, outcome):
    result = judged(CHET_NURA.with_number("recused_stay_in_base", stay), Hall(11, 7, recused=1), Tally(3, 2, 0))
    assert (result.base, result.outcome) == (base, outcome)
    adopted = judged(CHET_NURA.with_number("recused_stay_in_base", stay), Hall(11, 8, recused=1), Tally(4, 2, 0))
    assert adopted.outcome is (Outcome.REJECTED if stay else Outcome.ADOPTED)


@pytest.mark.parametrize(("decides", "outcome"), [(True, Outcome.ADOPTED), (False, Outcome.REJECTED)])
def test_the_vote_of_the_presiding_person_decides_a_tie_or_does_not(decides, outcome):
    charter = CHET_NURA.with_number("presiding_decides_tie", decides)
    result = judged(charter, Hall(11, 6), Tally(3, 3, 0), presiding_vote=Vote.FOR)
    assert (result.outcome, result.decided_by_casting_vote) == (outcome, decides)
    assert rounds.asks_presiding_vote(charter, Tally(3, 3, 0), Method.BY_COUNT) is decides


@pytest.mark.parametrize(
    ("reading", "notice_by"), [("notice_day_counts", date(2019, 3, 7)), ("clear_days", date(2019, 3, 6))]
)
def test_the_day_of_the_notice_counts_or_does_not(reading, notice_by):
    term = last_days.notice_term(CHET_NURA.with_number("notice_count", reading), WorkCalendar({}), date(2019, 3, 13))
    assert term.notice_by == notice_by


def test_the_quorum_of_the_contest_commission_is_four_and_marked_as_not_from_the_text():
    osh = charters.ready_charter("osh-contest").charter
    quorum = rounds.opening_quorum(osh, 7)
    assert (quorum.needed, quorum.is_reached(3), quorum.is_reached(4)) == (4, False, True)
    (row,) = [one for one in rows(osh) if one.id == "quorum"]
    assert row.number.from_text is False
    assert str(row.value).endswith("(not from the text)")


# Numbers that were read by nobody


@pytest.mark.clause("CN-7.1")
def test_a_charter_may_want_two_meetings_in_a_quarter(commission, store):
    commission.meets(present=8, day=date(2019, 2, 5))
    agenda_actions.set_item_state(store, item_id=commission.item().id, state=ItemState.DECIDED)
    session_actions.close_session(store, meeting_id=commission.meeting_id)
    with reading(store) as session:
        held = selections.meetings_list(session, commission.body_id)
    ask = lambda today, at_least: rules.quarters_without_meeting(  # noqa: E731
        held, since=date(2019, 1, 10), today=today, at_least=at_least
    )
    assert ask(date(2019, 3, 1), 1) == ()
    assert [(one.number, missed) for one, missed in ask(date(2019, 3, 1), 2)] == [(1, False)]
    told = str(duties.quarter_words(ask(date(2019, 3, 1), 2), 2))
    assert told == "Fewer than 2 meetings were held in this quarter so far; it ends on 31.03.2019."
    assert str(duties.quarter_words(ask(date(2019, 4, 1), 2)[:1], 2)).startswith("Fewer than 2 meetings were held in: ")
    assert opened.meetings_of(store, commission.body_id, date(2019, 3, 1)).per_quarter == 1


@pytest.mark.clause("CN-5.6.5")
def test_the_minutes_are_advised_to_be_sent_three_working_days_after_they_were_signed(commission):
    stories.sealed(commission, signed_on=date(2019, 3, 15))
    found = steps.lacks(commission.meeting, stories.day_of(commission), Step.MINUTES)
    assert ("It is advised to send the minutes by 20.03.2019", "") in [(str(one.text), one.clause) for one in found]
    without = CHET_NURA.with_number("minutes_sending_working_days", None)
    assert last_days.send_minutes_until(without, WorkCalendar({}), commission.meeting) is None


@pytest.mark.parametrize(
    ("number", "said"),
    [
        ("separate_votes_on_composition", "one vote for each candidate"),
        ("hearings_per_year", "does not count them yet"),
    ],
)
def test_a_number_by_which_nothing_is_judged_says_so_beside_its_field(qtbot, dressed, number, said):
    form = CharterForm()
    qtbot.addWidget(form)
    (row,) = [one for one in rows(CHET_NURA) if one.id == number]
    form.show_row(row)
    assert said in form.form.field("value").entry.accessibleDescription()
