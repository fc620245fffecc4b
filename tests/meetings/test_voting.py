"""The session step by keys alone: who is there, how is voted, what comes of it."""

from datetime import date, time
from functools import partial

import pytest
from PySide6.QtCore import Qt

from ayil_desktop.language.message import Message
from ayil_desktop.meetings import (
    actions,
    attendance_actions,
    handouts,
    invited_actions,
    minutes_actions,
    opinion_actions,
    selections,
    session_actions,
)
from ayil_desktop.meetings.choices import ItemKind, ItemState, Method, Outcome, Presence, State
from ayil_desktop.store import journal
from ayil_desktop.store.work import work
from ayil_desktop.widgets import translating
from ayil_desktop.widgets.labels import Chip
from ayil_desktop.widgets.notice import board
from tests.meetings import stories
from tests.meetings.in_session import ABSTAINED, AGAINST, ALT, CONTROL, FOR, Session
from tests.meetings.made_up import MEETING_DAY
from tests.typing import type_text


@pytest.fixture
def sits(qtbot, desk, clock, commission):
    """A meeting in session on its own day, with the window over it: sits(present=8)."""
    clock.today = MEETING_DAY

    def make(of=commission, **meeting):
        of.meets(**meeting)
        return Session(qtbot, desk, of)

    return make


# Who is there


@pytest.mark.clause("CN-7.3")
@pytest.mark.parametrize(("size", "enough"), [(11, 6), (10, 6), (7, 4)])
def test_the_quorum_is_shown_live_while_members_are_ticked(sits, a_commission, size, enough):
    session = sits(a_commission(size), present=0)
    assert session.quorum == "NO QUORUM"
    for present in range(1, enough + 1):
        session.press(Qt.Key.Key_Space)
        session.press(Qt.Key.Key_Down)
        assert session.figure.startswith(f"{present} / {enough}")
        assert session.quorum == ("QUORUM" if present >= enough else "NO QUORUM")
    assert session.panel.hall.advice.text() == ""
    assert len([row for row in session.commission.meeting.attendance if row.presence is Presence.PRESENT]) == enough


def test_what_is_missing_to_a_quorum_is_said_in_members(sits):
    session = sits(present=4)
    assert session.panel.hall.advice.text() == "2 more members are needed."


@pytest.mark.clause("CN-6.1")
def test_half_of_ten_is_told_to_decide_on_the_composition_only(sits, a_commission):
    session = sits(a_commission(10), present=5, items=(ItemKind.DECISION, ItemKind.COMPOSITION))
    hall = session.panel.hall
    assert (session.quorum, session.figure[:5]) == ("NO QUORUM", "5 / 6")
    assert hall.advice.text() == (
        "Exactly half of the members are here: only changes of the composition can be decided."
    )
    assert [line.words.text() for line in hall.rules.values() if line.isVisible()] == [
        "All other matters: 6 needed",
        "Changes of the composition: 5 needed",
    ]
    session.press(Qt.Key.Key_Down, ALT)
    assert (session.quorum, session.figure[:5]) == ("QUORUM", "5 / 5")
    assert "safer to wait" in hall.advice.text()


def test_everybody_is_ticked_by_one_key_and_by_one_step(sits):
    session = sits(present=0)
    session.stand_at(5)
    session.commission.marks(7, Presence.EXCUSED, "ооруп калды")
    session.press(Qt.Key.Key_A, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert session.figure.startswith("10 / 6")
    session.undo()
    assert session.figure.startswith("0 / 6")


@pytest.mark.clause("CN-4.1.3")
def test_experts_have_no_line_in_the_vote(sits, a_commission):
    seven = a_commission(7)
    seven.plans()
    for name in ("Эксперт Биринчи", "Эксперт Экинчи"):
        invited_actions.invite(seven.store, meeting_id=seven.meeting_id, name=name, group="expert")
    session_actions.open_session(seven.store, meeting_id=seven.meeting_id)
    attendance_actions.mark_all_present(seven.store, meeting_id=seven.meeting_id)
    session = sits(_Standing(seven))
    assert (session.vote_lines, len(session.lines)) == (7, 7)
    assert not any("Эксперт" in line for line in session.lines)


@pytest.mark.clause("CN-5.7.6b")
def test_only_members_of_the_day_can_be_ticked(sits, commission):
    session = sits(present=6)
    assert [line.split(",")[0] for line in session.lines] == [person.name for person in commission.people]


@pytest.mark.clause("CN-5.7.6a")
def test_an_absence_is_excused_with_its_reason(sits, answers):
    session = sits(present=8)
    session.stand_at(9)
    answers.will("text", "иш сапары")
    session.choose("Excused, with a reason…")
    row = next(row for row in session.commission.meeting.attendance if row.person_id == session.commission.id(9))
    assert (row.presence, row.reason) == (Presence.EXCUSED, "иш сапары")
    assert "absent: иш сапары" in session.lines[8]


@pytest.mark.clause("CN-7.3")
def test_after_the_first_vote_a_tick_means_coming_and_leaving(sits):
    session = sits(present=6, items=(ItemKind.DECISION, ItemKind.DECISION))
    session.press(Qt.Key.Key_F5)
    session.go_on()
    session.go_on()
    session.press(Qt.Key.Key_F3)
    session.stand_at(7)
    session.press(Qt.Key.Key_Space)
    assert "10:20 came" in session.lines[6]
    assert session.figure.startswith("7 / 6")
    session.stand_at(6)
    session.clock.now = time(10, 35)
    session.press(Qt.Key.Key_Space)
    session.stand_at(5)
    session.press(Qt.Key.Key_Space)
    assert (session.quorum, session.figure[:5]) == ("NO QUORUM", "5 / 6")
    assert "10:35 left" in session.lines[5]
    session.press(Qt.Key.Key_Space)
    assert session.figure.startswith("6 / 6")
    assert [(move.arrives, move.at) for move in session.commission.meeting.movements] == [
        (True, time(10, 20)),
        (False, time(10, 35)),
    ]
    session.press(Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    assert session.figure.startswith("6 / 6")
    assert "came" not in session.lines[6]
    opening = [row.person_id for row in session.commission.meeting.attendance if row.presence is Presence.PRESENT]
    assert session.commission.id(7) not in opening


def test_the_time_of_a_coming_is_corrected(sits, answers):
    session = sits(present=6, items=(ItemKind.DECISION, ItemKind.DECISION))
    session.stand_at(7)
    session.choose("Comes before matter 1")
    answers.will("text", "10.05")
    session.choose("At what time…")
    assert session.commission.meeting.movements[0].at == time(10, 5)
    session.choose("Did not come then")
    assert session.commission.meeting.movements == []


def test_of_an_earlier_meeting_nobody_knows_the_time(sits, clock):
    session = sits(present=6, items=(ItemKind.DECISION, ItemKind.DECISION))
    clock.today = MEETING_DAY.replace(day=20)
    session.stand_at(7)
    session.choose("Comes before matter 1")
    assert session.commission.meeting.movements[0].at is None
    assert "came later" in session.lines[6]


# Who presides, who keeps the minutes


@pytest.mark.clause("CN-5.4.2")
def test_the_chairman_presides_and_in_his_absence_the_deputy_is_offered(sits):
    session = sits(present=6)
    chooser = session.panel.bar.presiding
    assert (chooser.name.text(), chooser.list.isVisible()) == (session.commission.people[0].name, False)
    session.press(Qt.Key.Key_Space)
    assert chooser.name.text() == session.commission.people[1].name
    assert session.commission.meeting.presiding_id == session.commission.id(2)


@pytest.mark.clause("CN-5.5")
def test_the_instruction_is_asked_for_while_the_deputy_presides(sits):
    session = sits(present=6)
    bar = session.panel.bar
    asked = bar.instruction.field("chair_instruction_on")
    assert not asked.isVisible()
    session.press(Qt.Key.Key_Space)
    assert asked.isVisible()
    assert bar.instruction_clause.clause == "CN-5.5"
    session.qtbot.keyClicks(asked.entry, "11.3.19")
    session.qtbot.keyClick(asked.entry, Qt.Key.Key_Return)
    assert session.commission.meeting.chair_instruction_on == MEETING_DAY.replace(day=11)


def test_without_both_any_member_present_can_preside(sits):
    session = sits(present=range(3, 10))
    chooser = session.panel.bar.presiding
    assert chooser.list.isVisible()
    assert chooser.list.count() == 7
    assert chooser.clause.text() == "Regulation, 5.4.2"
    chooser.list.activated.emit(2)
    assert session.commission.meeting.presiding_id == session.commission.id(5)
    assert "presides" in session.lines[4]


def test_a_secretary_is_chosen_where_the_body_s_own_is_absent(sits):
    session = sits(present=(1, 2, 4, 5, 6, 7))
    chooser = session.panel.bar.secretary
    assert chooser.sign.isVisible()
    chooser.list.activated.emit(2)
    assert session.commission.meeting.secretary_id == session.commission.id(4)
    assert "keeps the minutes" in session.lines[3]


# Votes


@pytest.mark.clause("CN-7.4")
def test_all_for_and_record_are_two_keys(sits):
    session = sits(present=8)
    assert session.arithmetic == "8 present, 5 needed"
    session.press(Qt.Key.Key_F5)
    assert (session.outcome, session.arithmetic) == ("Not recorded yet: ADOPTED", "8 present, 5 needed")
    session.go_on()
    assert session.tally() == (8, 0, 0)
    assert session.cards == [("ADOPTED", "For 8 · against 0 · abstained 0 · did not vote 0", "8 present, 5 needed")]


def test_all_for_with_an_exception_is_three_keys(sits):
    session = sits(present=8)
    session.stand_at(4)
    session.press(Qt.Key.Key_F5)
    session.press("К")
    session.go_on()
    assert session.tally() == (7, 1, 0)
    assert "Against: Бирбеков Эрмек" in session.panel.matter.rounds.cards[0].names.text()


@pytest.mark.parametrize("keys", ["мкт", "МКТ", "mkt", "vrn", "ьле", "123"])
def test_votes_are_keys_of_every_layout(sits, keys):
    session = sits(present=6)
    session.votes(keys)
    assert [session.vote_of(number) for number in (1, 2, 3)] == [FOR, AGAINST, ABSTAINED]


def test_enter_passes_over_who_cannot_vote(sits):
    session = sits(present=(1, 2, 4, 5, 6, 8))
    session.votes("ммм")
    assert [session.vote_of(number) for number in (1, 2, 3, 4)] == [FOR, FOR, None, FOR]


@pytest.mark.clause("CN-5.7.5")
def test_a_second_vote_of_a_member_takes_the_place_of_the_first(sits):
    session = sits(present=7)
    session.press(Qt.Key.Key_F5)
    session.stand_at(1)
    session.press("к")
    session.press("т")
    session.go_on()
    assert session.tally() == (6, 0, 1)
    assert len(session.rounds) == 1
    assert len([voter for voter in session.rounds[0].voters if voter.vote]) == 7


def test_a_vote_is_taken_back_and_the_outcome_follows(sits):
    session = sits(present=7)
    session.votes("мммм")
    assert session.outcome == "Not recorded yet: ADOPTED"
    session.press("0")
    assert (session.outcome, session.panel.ballot.figures.text()) == (
        "Not recorded yet: NOT ADOPTED",
        "For 3 · against 0 · abstained 0 · did not vote 4",
    )


def test_ctrl_z_takes_votes_back_before_it_undoes_what_is_kept(sits):
    session = sits(present=7)
    session.votes("мк")
    session.undo()
    assert [session.vote_of(number) for number in (1, 2)] == [FOR, None]
    session.press(Qt.Key.Key_F5)
    session.undo()
    assert [session.vote_of(number) for number in (1, 2, 3)] == [FOR, None, None]
    assert len([row for row in session.commission.meeting.attendance if row.presence is Presence.PRESENT]) == 7


@pytest.mark.clause("CN-7.3")
def test_a_vote_without_a_quorum_is_kept_as_such_after_a_warning(sits):
    session = sits(present=5)
    session.press(Qt.Key.Key_F5)
    assert session.outcome == "NO QUORUM"
    assert session.arithmetic.startswith("5 of 11 members are here, 6 are needed")
    assert session.panel.ballot.record.accessibleName() == "Record without a quorum"
    session.go_on()
    assert session.rounds[0].outcome is Outcome.NO_QUORUM
    assert session.cards[0][0] == "NO QUORUM"
    assert session.next == "Close the matter"


@pytest.mark.clause("CN-7.6")
@pytest.mark.parametrize(("chairman", "outcome"), [("м", "ADOPTED"), ("к", "NOT ADOPTED")])
def test_at_equal_votes_the_presiding_person_s_vote_decides(sits, chairman, outcome):
    session = sits(present=6)
    others = "ммккк" if chairman == "м" else "мммкк"
    session.votes(chairman + others)
    assert session.outcome == f"Not recorded yet: {outcome}"
    assert "3 : 3; the presiding person voted" in session.arithmetic
    session.go_on()
    assert session.tally() == (3, 3, 0)
    assert session.rounds[0].decided_by_casting_vote
    assert session.cards[0][0] == outcome


@pytest.mark.clause("CN-7.6")
def test_after_a_tie_that_nothing_decides_a_new_vote_is_offered(sits):
    session = sits(present=7)
    session.votes("тмммккк")
    assert (session.outcome, session.arithmetic) == (
        "Not recorded yet: NOT ADOPTED",
        "Equal votes, 3 : 3, and no vote decides them",
    )
    session.go_on()
    assert session.next == "Vote again"
    session.go_on()
    session.press(Qt.Key.Key_F5)
    session.go_on()
    assert [one.outcome for one in session.rounds] == [Outcome.REJECTED, Outcome.ADOPTED]
    assert session.next == "Write the decision"


@pytest.mark.clause("CN-7.4")
def test_both_readings_are_told_before_the_vote_is_recorded(sits):
    session = sits(present=8)
    session.votes("ммммккк")
    session.press(Qt.Key.Key_Return)
    session.press("т")
    assert session.outcome == "Not recorded yet: NOT ADOPTED"
    assert "Counted from those who voted the outcome would be another" in session.arithmetic


def test_a_vote_by_count_computes_the_rest(sits):
    session = sits(present=8)
    session.by(Method.BY_COUNT)
    assert session.vote_lines == 0
    session.counts(in_favour=5, against=2)
    assert session.panel.ballot.rest.text() == "Did not vote: 1"
    assert session.outcome == "Not recorded yet: ADOPTED"
    session.go_on()
    assert (session.tally(), session.rounds[0].count_not_voted) == ((5, 2, 0), 1)


def test_all_for_by_count_leaves_the_others_as_they_were_counted(sits):
    session = sits(present=8)
    session.by(Method.BY_COUNT)
    session.counts(against=1, abstained=1)
    session.press(Qt.Key.Key_F5)
    assert session.panel.ballot.counts["in_favour"].line.text() == "6"
    session.go_on()
    assert session.tally() == (6, 1, 1)


@pytest.mark.clause("CN-7.6")
def test_a_tie_by_count_asks_for_the_vote_of_the_presiding_person(sits):
    session = sits(present=6)
    session.by(Method.BY_COUNT)
    session.counts(in_favour=3, against=3)
    ballot = session.panel.ballot
    assert ballot.presiding.isVisible()
    assert session.outcome == "Equal votes"
    session.list.setFocus()
    session.go_on()
    assert session.rounds == []
    assert ballot.presiding.refusal == "The votes are equal. How did the presiding person vote?"
    assert ballot.counts["in_favour"].line.text() == "3"
    ballot.presiding.buttons[FOR].click()
    assert session.outcome == "Not recorded yet: ADOPTED"
    session.list.setFocus()
    session.go_on()
    assert (session.rounds[0].presiding_vote, session.rounds[0].outcome) == (FOR, Outcome.ADOPTED)


def test_a_presiding_person_who_did_not_vote_decides_nothing(sits):
    session = sits(present=7)
    session.by(Method.BY_COUNT)
    session.counts(in_favour=3, against=3)
    session.panel.ballot.presiding.buttons["did not vote"].click()
    assert session.outcome == "Not recorded yet: NOT ADOPTED"
    session.list.setFocus()
    session.go_on()
    assert session.rounds[0].outcome is Outcome.REJECTED


def test_too_many_votes_are_refused_at_the_field_and_stay_there(sits):
    session = sits(present=8)
    session.by(Method.BY_COUNT)
    session.counts(in_favour=7, against=3)
    session.list.setFocus()
    session.go_on()
    field = session.panel.ballot.counts["in_favour"]
    assert field.refusal == "10 votes are too many: 8 members can vote on this matter."
    assert field.line.text() == "7"
    assert session.rounds == []
    session.counts(against=1)
    session.list.setFocus()
    session.go_on()
    assert session.tally() == (7, 1, 0)


@pytest.mark.parametrize("typed", ["1,5", "алты", "-3"])
def test_what_is_no_number_of_votes_is_refused_at_its_field(sits, typed):
    session = sits(present=8)
    session.by(Method.BY_COUNT)
    session.counts(in_favour=typed)
    session.list.setFocus()
    session.go_on()
    assert session.rounds == []
    assert session.panel.ballot.refusal
    assert session.panel.ballot.counts["in_favour"].line.text() == typed


def test_a_secret_vote_has_invalid_ballots_and_no_casting_vote(sits):
    session = sits(present=7)
    session.by(Method.SECRET)
    session.counts(in_favour=3, against=3, invalid=1)
    assert not session.panel.ballot.presiding.isVisible()
    assert (session.outcome, session.arithmetic) == (
        "Not recorded yet: NOT ADOPTED",
        "Equal votes, 3 : 3, and no vote decides them",
    )
    session.list.setFocus()
    session.go_on()
    assert (session.rounds[0].method, session.rounds[0].count_invalid) == (Method.SECRET, 1)


def test_a_recused_member_has_no_vote_and_stays_in_the_count(sits, answers):
    session = sits(present=8)
    session.stand_at(4)
    answers.will("text", "кызыкдар тарап")
    session.choose("Takes no part in this matter…")
    assert "takes no part in this matter" in session.lines[3]
    assert (session.vote_lines, session.arithmetic) == (7, "8 present, 5 needed")
    session.press(Qt.Key.Key_F5)
    session.press("к")
    session.go_on()
    assert session.tally() == (7, 0, 0)
    assert session.commission.item().recusals[0].reason == "кызыкдар тарап"
    session.choose("Takes part in this matter")
    assert session.commission.item().recusals == []


def test_votes_of_somebody_who_leaves_do_not_count_any_more(sits):
    session = sits(present=7)
    session.press(Qt.Key.Key_F5)
    session.stand_at(7)
    session.press(Qt.Key.Key_Space)
    assert session.panel.ballot.figures.text().startswith("For 6")
    session.go_on()
    assert session.tally() == (6, 0, 0)


def test_votes_stay_while_another_matter_is_looked_at(sits):
    session = sits(present=7, items=(ItemKind.DECISION, ItemKind.DECISION))
    session.votes("мк")
    session.press(Qt.Key.Key_F3)
    assert session.vote_of(1) is None
    session.press(Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    assert [session.vote_of(number) for number in (1, 2)] == [FOR, AGAINST]


@pytest.mark.clause("CN-5.7.7")
def test_a_written_opinion_is_neither_presence_nor_vote(sits):
    session = sits(present=5)
    session.stand_at(9)
    session.choose("Opinion in writing…")
    window = session.opinion
    type_text(window.form.field("text").entry, "Макулмун")
    window.button.click()
    opinion = session.commission.item().written_opinions[0]
    assert (opinion.text, opinion.received_on) == ("Макулмун", MEETING_DAY)
    assert (session.quorum, session.figure[:5]) == ("NO QUORUM", "5 / 6")
    assert session.vote_lines == 5
    assert "gave an opinion in writing" in session.lines[8]
    assert session.panel.matter.opinion_fold.isVisible()


@pytest.mark.clause("CN-5.7.7")
def test_who_wrote_an_opinion_and_comes_after_all_is_told_of_and_the_opinion_is_not_printed(sits):
    session = sits(present=6)
    give = partial(opinion_actions.give_written_opinion, session.desk.store, item_id=session.panel.item.id)
    for number in (8, 9):
        session.desk.run(partial(give, person_id=session.commission.id(number), text="Макулмун"))
    assert board().notices == []
    session.stand_at(9)
    session.press(Qt.Key.Key_Space)
    (told,) = board().notices
    name = session.commission.people[8].name
    assert str(told.words).startswith(f"{name} is here now. The opinion in writing on matter 1 is not printed")
    assert told.clause == "CN-5.7.7"
    assert "gave an opinion in writing, but is here" in session.lines[8]
    chips = session.panel.matter.opinions.findChildren(Chip)
    assert [chip.accessibleName() for chip in chips] == ["Came after all: not printed"]
    said = "\n".join(stories.lines(handouts.minutes(stories.paper(session.commission), "en")))
    assert f"Written opinion of {session.commission.people[7].name}" in said
    assert f"Written opinion of {name}" not in said
    board().take(told, told.offers[0])
    assert [one.person_id for one in session.commission.item().written_opinions] == [session.commission.id(8)]
    session.undo()
    session.undo()
    assert len(session.commission.item().written_opinions) == 2
    assert "gave an opinion in writing" in session.lines[8] and "but is here" not in session.lines[8]


# Corrections


def test_a_wrong_vote_is_corrected_in_its_place(sits):
    session = sits(present=8)
    session.press(Qt.Key.Key_F5)
    session.go_on()
    session.panel.matter.rounds.cards[0].correct.click()
    assert session.panel.ballot.record.accessibleName() == "Correct the vote"
    session.stand_at(2)
    session.press("к")
    session.go_on()
    assert (len(session.rounds), session.tally()) == (1, (7, 1, 0))
    session.undo()
    assert session.tally() == (8, 0, 0)


def test_a_correction_is_left_as_it_was(sits):
    session = sits(present=8)
    session.press(Qt.Key.Key_F5)
    session.go_on()
    session.panel.matter.rounds.cards[0].correct.click()
    session.panel.ballot.leave.click()
    assert not session.panel.ballot.isVisible()
    assert session.tally() == (8, 0, 0)


def test_a_vote_that_is_undone_stands_as_entered_again(sits):
    session = sits(present=8)
    session.votes("ммммм")
    session.go_on()
    session.undo()
    assert session.rounds == []
    assert [session.vote_of(number) for number in (1, 5, 6)] == [FOR, FOR, None]
    session.desk.redo()
    assert (len(session.rounds), session.panel.ballot.isVisible()) == (1, False)


def test_a_removed_vote_is_gone_with_what_was_entered(sits):
    session = sits(present=8)
    session.press(Qt.Key.Key_F5)
    session.go_on()
    session.panel.matter.rounds.cards[0].remove.click()
    assert session.rounds == []
    assert session.vote_of(1) is None
    assert session.panel.ballot.isVisible()


# Through the meeting


def test_one_key_goes_from_vote_to_decision_to_the_next_matter_to_the_end(sits):
    session = sits(present=8, items=(ItemKind.DECISION, ItemKind.INFORMATION))
    session.press(Qt.Key.Key_F5)
    session.go_on()
    assert session.next == "Write the decision"
    session.go_on()
    assert [one.text_ky for one in session.commission.item(1).decisions] == ["бекитилсин"]
    assert session.commission.item(1).decisions[0].round_id == session.rounds[0].id
    assert session.agenda[0] == "1 Маселе 1: Decided"
    assert session.next == "Next matter"
    session.go_on()
    assert session.panel.item.place == 2
    session.go_on()
    assert session.commission.item(2).state is ItemState.DECIDED
    assert session.next == "Close the meeting"
    session.clock.now = time(11, 45)
    session.go_on()
    meeting = session.commission.meeting
    assert (meeting.state, meeting.number, meeting.ended_at) == (State.HELD, 1, time(11, 45))


def test_closing_is_refused_while_a_matter_is_open_and_leads_there(sits):
    session = sits(present=8, items=(ItemKind.DECISION, ItemKind.DECISION))
    session.press(Qt.Key.Key_F5)
    session.go_on()
    session.go_on()
    session.panel.bar.close_button.click()
    assert session.panel.bar.note.text == "These matters are still open: 2. Decide, postpone or withdraw them."
    assert session.panel.item.place == 2
    assert session.commission.meeting.state is State.IN_SESSION


@pytest.mark.clause("CN-7.3")
def test_a_meeting_without_a_quorum_is_closed_as_not_held(sits):
    session = sits(present=5)
    assert session.panel.bar.close_button.accessibleName() == "Close: not held, no quorum"
    session.panel.bar.close_button.click()
    assert session.commission.meeting.state is State.NOT_HELD
    assert not session.panel.may_change
    session.desk.undo()
    assert session.commission.meeting.state is State.IN_SESSION


@pytest.mark.clause("CN-7.3")
def test_a_meeting_recorded_as_not_held_goes_on_where_the_attendance_was_entered_wrongly(sits):
    """She overlooked one: the session is opened again, the tick is put right, and the meeting counts as held."""
    session = sits(present=5)
    bar = session.panel.bar
    assert not bar.reopen_button.isVisible()
    session.clock.now = time(11, 30)
    bar.close_button.click()
    session.stand_at(6)
    session.press(Qt.Key.Key_Space)
    assert session.quorum == "NO QUORUM"
    bar.reopen_button.click()
    assert (session.commission.meeting.state, bar.reopen_button.isVisible()) == (State.IN_SESSION, False)
    session.stand_at(6)
    session.press(Qt.Key.Key_Space)
    session.press(Qt.Key.Key_F5)
    session.go_on()
    session.go_on()
    session.clock.now = time(12, 0)
    bar.close_button.click()
    meeting = session.commission.meeting
    assert (meeting.state, meeting.number, meeting.ended_at) == (State.HELD, 1, time(12, 0))
    assert not bar.reopen_button.isVisible()


def test_a_matter_is_postponed_with_a_reason_or_closed_without_a_decision(sits, answers):
    session = sits(present=8, items=(ItemKind.DECISION, ItemKind.DECISION))
    answers.will("text", "материалдар жетишсиз")
    session.panel.matter.fill_menu()
    _line(session.panel.matter.menu, "Postpone…").trigger()
    item = session.commission.item(1)
    assert (item.state, item.state_reason) == (ItemState.POSTPONED, "материалдар жетишсиз")
    session.go_on()
    session.panel.matter.fill_menu()
    _line(session.panel.matter.menu, "Close without a decision").trigger()
    assert session.commission.item(2).state is ItemState.DECIDED
    session.panel.matter.fill_menu()
    _line(session.panel.matter.menu, "Open again").trigger()
    assert session.commission.item(2).state is ItemState.OPEN


def test_a_matter_comes_up_in_the_meeting(sits, answers):
    session = sits(present=8)
    answers.will("text", "Ар кандай маселелер")
    session.panel.add_matter.click()
    assert session.panel.item.text_ky == "Ар кандай маселелер"
    assert session.panel.item.place == 2


def test_a_matter_that_comes_up_after_a_notice_is_marked_late(sits, commission, store, answers):
    commission.plans()
    actions.send_notice(store, meeting_id=commission.meeting_id, on=MEETING_DAY.replace(day=6))
    session_actions.open_session(store, meeting_id=commission.meeting_id)
    attendance_actions.mark_all_present(store, meeting_id=commission.meeting_id)
    session = sits(_Standing(commission))
    answers.will("text", "Ар кандай маселелер")
    session.panel.add_matter.click()
    assert [item.is_late for item in commission.meeting.items] == [False, True]
    assert session.panel.item.is_late
    assert "1. Маселе 1" in minutes_of(commission)
    assert "2. Ар кандай маселелер (added after the notice)" in minutes_of(commission)


def minutes_of(commission):
    return stories.lines(handouts.minutes(stories.paper(commission), "en"))


def test_f6_goes_round_the_screen(sits):
    session = sits(present=8)
    places = []
    for _ in range(4):
        session.press(Qt.Key.Key_F6)
        places.append(session.window.focusWidget())
    panel = session.panel
    assert places == [panel.agenda, panel.matter.more, panel.ballot.record, panel.hall.members]


# Before and after


def test_a_session_is_opened_with_its_hour(qtbot, desk, clock, commission):
    clock.today = MEETING_DAY
    commission.plans()
    session = Session(qtbot, desk, commission, now=time(10, 5))
    start = session.panel.start
    assert (start.at.line.text(), start.words.text()) == ("10:05", "The meeting of 13.03.2019 has not begun yet.")
    assert not session.list.isVisible()
    start.open.click()
    assert (commission.meeting.state, commission.meeting.started_at) == (State.IN_SESSION, time(10, 5))
    assert session.list.hasFocus()


def test_an_hour_that_is_none_is_refused_at_its_field(qtbot, desk, commission):
    commission.plans()
    session = Session(qtbot, desk, commission)
    start = session.panel.start
    start.at.line.setText("25:70")
    start.open.click()
    assert start.at.refusal
    assert commission.meeting.state is State.PLANNED


def test_a_cancelled_meeting_has_no_session(qtbot, desk, commission):
    commission.plans()
    actions.cancel_meeting(commission.store, meeting_id=commission.meeting_id, reason="кар басып калды")
    session = Session(qtbot, desk, commission)
    assert session.panel.start.words.text() == "The meeting was cancelled."
    assert session.panel.start.hint.text() == "кар басып калды"
    assert not session.panel.start.open.isVisible()


def test_sealed_minutes_are_only_read(sits):
    session = sits(present=8)
    session.press(Qt.Key.Key_F5)
    session.go_on()
    session.go_on()
    session.go_on()
    _seal(session.commission)
    session.panel.show_meeting(session.commission.meeting_id)
    panel = session.panel
    assert not panel.may_change
    for part in (panel.next, panel.ballot, panel.hall.more, panel.bar.close_button, panel.add_matter):
        assert not part.isVisible()
    assert panel.matter.rounds.cards[0].chip.accessibleName() == "ADOPTED"
    assert not panel.matter.rounds.cards[0].correct.isVisible()
    session.stand_at(1)
    session.press(Qt.Key.Key_Space)
    session.press("к")
    session.press(Qt.Key.Key_F5)
    session.go_on()
    assert session.figure.startswith("8 / 6")
    assert len(session.rounds) == 1


def test_who_came_is_not_told_where_the_source_does_not_say(qtbot, desk, commission):
    commission.plans()
    with work(commission.store, Message("Plan the meeting of {date}", date=MEETING_DAY)) as session:
        selections.meeting(session, commission.meeting_id).state = State.MINUTES_DRAFTED
    shown = Session(qtbot, desk, commission)
    assert shown.panel.hall.unknown.isVisible()
    assert not shown.panel.hall.figure.isVisible()


def test_a_meeting_that_is_gone_leaves_the_screen_empty(sits):
    session = sits(present=8)
    session.panel.show_meeting("gone")
    assert not session.panel.pages.isVisible()
    session.panel.show_meeting(None)
    assert session.panel.item is None


@pytest.mark.clause("NC-2.1")
def test_a_council_without_a_regulated_quorum_votes_all_the_same(sits, a_commission):
    session = sits(a_commission(11, charter="naryn-council"), present=3)
    assert session.quorum == "Quorum is not regulated"
    session.press(Qt.Key.Key_F5)
    assert session.outcome == "Not recorded yet: NO MAJORITY REGULATED"
    session.go_on()
    assert session.rounds[0].outcome is Outcome.NOT_REGULATED
    assert session.next == "Write the decision"


# How it follows


def test_one_tick_is_one_commit_and_one_reading(sits):
    session = sits(present=0)
    before = len(journal.history(session.commission.store, limit=200))
    session.reads = 0
    session.press(Qt.Key.Key_Space)
    assert session.reads == 1
    assert len(journal.history(session.commission.store, limit=200)) == before + 1


def test_the_screen_speaks_another_language_at_once(sits, language):
    session = sits(present=8)
    language("ru")
    translating.translate(session.window)
    assert session.quorum == "КВОРУМ ЕСТЬ"
    assert session.panel.ballot.record.accessibleName() == "Записать голосование"


def test_names_are_literal(sits, a_commission, monkeypatch):
    monkeypatch.setattr("tests.meetings.made_up.NAMES", ("<b>Жаман</b> &amp;", "=1+1", "🎉 Катчы", *"абвг"))
    session = sits(a_commission(7), present=7)
    assert session.lines[0].startswith("<b>Жаман</b> &amp;")
    assert session.panel.bar.presiding.name.text() == "<b>Жаман</b> &amp;"


class _Standing:
    """A commission whose meeting is already in session."""

    def __init__(self, commission):
        self._commission = commission

    def meets(self):
        return self._commission.meeting

    def __getattr__(self, name):
        return getattr(self._commission, name)


def _line(menu, words):
    return next(action for action in menu.actions() if action.text() == words)


def _seal(commission):
    minutes_actions.draft_minutes(commission.store, meeting_id=commission.meeting_id)
    minutes_actions.seal(
        commission.store,
        meeting_id=commission.meeting_id,
        signed_on=MEETING_DAY,
        today=MEETING_DAY,
        no_scan_reason="сканер жок",
    )


@pytest.mark.clause("CN-8.1")
def test_the_hall_says_that_the_charter_was_not_in_force_yet(sits, a_commission):
    session = sits(a_commission(appointed=date(2018, 10, 1)), present=5, day=date(2018, 10, 18))
    assert (session.quorum, session.figure[:1]) == ("Quorum is not regulated", "5")
    advice = session.panel.hall.advice
    assert advice.isVisible()
    not_yet = "The charter is in force from 24.12.2018: this meeting is not judged by it."
    assert advice.text() == not_yet
    session.press(Qt.Key.Key_F5)
    assert session.arithmetic == not_yet
    session.go_on()
    (card,) = session.panel.matter.rounds.cards
    assert card.reasons.text == not_yet
