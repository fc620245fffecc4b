"""What the minutes say of what happened, section by section, and what becomes of a correction by hand."""

from datetime import date, time

import pytest

from ayil_desktop.commission import samples as commission_samples
from ayil_desktop.meetings import (
    actions,
    agenda_actions,
    attendance_actions,
    day,
    decision_actions,
    handouts,
    invited_actions,
    lacking,
    minutes,
    minutes_actions,
    opinion_actions,
    samples,
    selections,
    signing,
    speech_actions,
)
from ayil_desktop.meetings.choices import (
    Change,
    DecisionKind,
    DueKind,
    ItemKind,
    ItemState,
    Method,
    PartyRole,
    Presence,
    State,
)
from ayil_desktop.meetings.decision_actions import Party, Term
from ayil_desktop.meetings.rounds import Tally
from ayil_desktop.meetings.vote_actions import Subject
from ayil_desktop.refused import Refused
from ayil_desktop.store import journal
from ayil_desktop.store.work import reading
from tests.meetings import stories


@pytest.fixture(autouse=True)
def english(language):
    language("en")


def sections(commission, language="en"):
    return {one.key: one for one in minutes.sections(commission.meeting, stories.day_of(commission), language)}


def part(commission, name, item=1, language="en"):
    return sections(commission, language)[f"item:{commission.item(item).id}:{name}"]


def section(commission, key, language="en"):
    return sections(commission, language)[key].text.splitlines()


def edit(commission, key, text, language="en"):
    minutes_actions.edit_section(
        commission.store, meeting_id=commission.meeting_id, language=language, key=key, text=text
    )


# Who was there


def test_the_attendance_names_who_came_who_did_not_and_why(commission):
    commission.meets(present=7)
    commission.marks(8, Presence.EXCUSED, "ооруп калган")
    lines = section(commission, "attendance")
    assert lines[0] == "Number of members: 11."
    assert lines[1].startswith("Present (7): Үлгүбаев Айбек (chairman), Мисалова Гүлзат (deputy chairman)")
    assert lines[2].startswith("Absent (4): Бешбаев Өмүрбек – ооруп калган; Алтыбаева Үмүт;")
    assert lines[-1] == "7 of 11 members came, 6 are needed. The meeting is competent (there is a quorum)."


def test_half_of_an_even_number_may_only_change_the_composition_and_the_minutes_say_so(a_commission):
    commission = a_commission(10)
    commission.meets(present=5, items=(ItemKind.COMPOSITION,))
    assert section(commission, "attendance")[-1] == (
        "5 of 10 members came, half of them: only the change of the composition can be decided."
    )


def test_who_comes_later_or_leaves_is_told_with_the_matter_and_the_time(commission, store):
    commission.meets(present=7, items=(ItemKind.DECISION, ItemKind.DECISION))
    for number, arrives in ((8, True), (2, False)):
        attendance_actions.record_movement(
            store, item_id=commission.item(2).id, person_id=commission.id(number), arrives=arrives, at=time(10, 20)
        )
    lines = section(commission, "attendance")
    assert "10:20 Бешбаев Өмүрбек came before matter 2." in lines
    assert "10:20 Мисалова Гүлзат left before matter 2." in lines


@pytest.mark.clause("CN-5.5")
def test_the_deputy_presides_by_the_chairmans_instruction(commission, store):
    commission.meets(present=range(2, 9))
    actions.record_instruction(store, meeting_id=commission.meeting_id, on=date(2019, 3, 11))
    assert "Presiding: Мисалова Гүлзат (deputy chairman), by the chairman's instruction of 11 March 2019." in section(
        commission, "attendance"
    )


@pytest.mark.clause("CN-7.2")
def test_guests_are_named_and_change_no_number(commission, store):
    commission.meets(present=6)
    for name in ("Конокова Асель", "Мейманов Бек", "Тургунов Нур"):
        invited_actions.invite(store, meeting_id=commission.meeting_id, name=name, is_guest=True)
    lines = section(commission, "attendance")
    assert "Invited persons and guests: Конокова Асель; Мейманов Бек; Тургунов Нур." in lines
    assert lines[-1].startswith("6 of 11 members came")


# What was said and voted


@pytest.mark.clause("CN-4.1.1")
def test_who_was_heard_is_named_member_or_not(commission, store):
    commission.meets(present=7)
    item_id = commission.item().id
    speech_actions.record_speech(
        store,
        item_id=item_id,
        person_id=commission.id(4),
        name="Бирбеков Эрмек",
        text="Маалымат берди.",
        is_report=True,
    )
    speech_actions.record_speech(store, item_id=item_id, name="Ишкеров Таалай", position="ишкер", text="Колдоду.")
    assert part(commission, "heard").text == "Бирбеков Эрмек: Маалымат берди."
    assert part(commission, "spoke").text == "Ишкеров Таалай, ишкер: Колдоду."
    assert (part(commission, "heard").heading, part(commission, "spoke").heading) == ("HEARD:", "SPOKE:")
    assert section(commission, "attendance")[1].startswith("Present (7):")


@pytest.mark.clause("CN-7.6")
@pytest.mark.parametrize(
    ("for_", "against", "said"),
    [
        ([1, 2, 3], [4, 5, 6], "The votes are equal; adopted by the decisive vote of the presiding person."),
        ([4, 5, 6], [1, 2, 3], "The votes are equal; not adopted by the decisive vote of the presiding person."),
    ],
)
def test_equal_votes_are_printed_equal_with_the_decisive_vote(commission, for_, against, said):
    commission.meets(present=6)
    commission.votes(for_=for_, against=against)
    lines = part(commission, "voted").text.splitlines()
    assert "For – 3, against – 3, abstained – 0, did not vote – 0." in lines
    assert lines[-1] == said


def test_a_vote_over_which_somebody_else_presided_names_that_person(commission, store):
    commission.meets(present=8, items=(ItemKind.DECISION, ItemKind.DECISION))
    commission.votes(1, for_=range(1, 9))
    attendance_actions.record_movement(store, item_id=commission.item(2).id, person_id=commission.id(1), arrives=False)
    attendance_actions.choose_presiding(store, meeting_id=commission.meeting_id, person_id=commission.id(2))
    commission.votes(2, for_=range(2, 9))
    assert "Presiding over this vote: Үлгүбаев Айбек." in part(commission, "voted", 1).text.splitlines()
    assert "Presiding" not in part(commission, "voted", 2).text
    presided = "on matter 1 – Үлгүбаев Айбек (chairman); on matter 2 – Мисалова Гүлзат (deputy chairman)."
    assert section(commission, "attendance")[-3] == f"Presiding: {presided}"


def test_a_round_tells_its_arithmetic_and_who_was_against(commission):
    commission.meets(present=8)
    commission.votes(for_=[1, 2, 3, 4, 5], against=[6], abstained=[7], subject=Subject(label="Планды бекитүү"))
    assert part(commission, "voted").text.splitlines() == [
        "Планды бекитүү (open vote by name)",
        "For – 5, against – 1, abstained – 1, did not vote – 1.",
        "Against: Үчүбаев Талант.",
        "Abstained: Төртбаева Жеңиш.",
        "Members in force 11, present 8, quorum 6, votes needed 5.",
        "Adopted by a majority of votes.",
    ]


def test_where_the_two_readings_differ_the_minutes_say_so(commission):
    commission.meets(present=8)
    commission.votes(for_=[1, 2, 3, 4], against=[5, 6, 7], abstained=[8])
    assert part(commission, "voted").text.splitlines()[-1].startswith("Note: counted from the members who voted")


def test_where_the_decisive_vote_adopts_what_no_majority_carries_the_minutes_say_just_that(commission):
    commission.meets(present=9)
    commission.votes(for_=[1, 2, 3, 4], against=[5, 6, 7, 8], abstained=[9])
    *_, outcome, note = part(commission, "voted").text.splitlines()
    assert outcome == "The votes are equal; adopted by the decisive vote of the presiding person."
    assert note == "Note: without the decisive vote the votes for are no majority of those present."


def test_a_secret_vote_names_nobody_and_tells_the_invalid_ballots(commission):
    commission.meets(present=7)
    commission.counts(tally=Tally(5, 1, 0, 1), method=Method.SECRET)
    text = part(commission, "voted").text
    assert "invalid – 1" in text and "Secret vote" in text
    assert not any(person.name in text for person in commission.people)


@pytest.mark.clause("NC-5.3")
def test_information_is_heard_without_a_vote_and_noted(commission):
    stories.held(commission, items=(ItemKind.INFORMATION,))
    own = [key for key in sections(commission) if key.startswith("item:")]
    assert not any(key.endswith(":voted") for key in own)
    assert part(commission, "decided").text == "The information was noted."


def test_a_decision_tells_parts_terms_and_the_control_last(commission, store):
    commission.meets(present=7)
    parties = (Party(PartyRole.CONTROLLER, name="А.Үлгүбаев"), Party(PartyRole.RESPONSIBLE, name="Суу канал"))
    made = stories.decides(
        commission,
        text_ky="Түтүк алмаштырылсын.",
        with_amendments=True,
        amendments="Мөөнөтү узартылды.",
        parties=parties,
        term=Term(DueKind.DATE, date(2019, 4, 15)),
    )
    decision_actions.add_part(store, decision_id=made, text_ky="Смета түзүлсүн.", term=Term(DueKind.NEXT_MEETING))
    assert part(commission, "decided").text.splitlines() == [
        "1. Түтүк алмаштырылсын.",
        "Amendments: Мөөнөтү узартылды.",
        "1.1. Смета түзүлсүн.",
        "Term: before the next regular meeting.",
        "Responsible: Суу канал.",
        "Term: until 15 April 2019.",
        "Control of the execution: А.Үлгүбаев.",
    ]


def test_each_part_of_a_decision_names_who_carries_it_out_and_by_when(commission, store):
    commission.meets(present=7)
    made = stories.decides(commission, parties=(Party(PartyRole.RESPONSIBLE, name="Суу канал"),))
    terms = (Term(DueKind.DATE, date(2019, 4, 1)), Term(DueKind.NEXT_MEETING, date(2019, 10, 1)))
    for number, term in enumerate(terms, 4):
        one = decision_actions.add_part(store, decision_id=made, text_ky=f"Бөлүк {number}.", term=term).made
        party = Party(PartyRole.RESPONSIBLE, person_id=commission.id(number))
        decision_actions.set_parties(store, decision_id=made, part_id=one, parties=(party,))
    assert part(commission, "decided", language="ky").text.splitlines() == [
        "1. Чечим 1 бекитилсин.",
        "1.1. Бөлүк 4.",
        "Жооптуу: Бирбеков Эрмек.",
        "Мөөнөтү: 2019-жылдын 1-апрелине чейин.",
        "1.2. Бөлүк 5.",
        "Жооптуу: Экибаева Сайра.",
        "Мөөнөтү: 2019-жылдын октябрь айындагы кезектеги отурумга чейин.",
        "Жооптуу: Суу канал.",
    ]
    assert "Срок: до очередного заседания в октябре 2019 года." in part(commission, "decided", language="ru").text


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (1, "Ответственный: Бирбеков Эрмек."),
        (2, "Ответственные: Бирбеков Эрмек, Экибаева Сайра."),
        (5, "Ответственные: Бирбеков Эрмек, Экибаева Сайра, Үчүбаев Талант, Төртбаева Жеңиш, Бешбаев Өмүрбек."),
    ],
)
def test_russian_minutes_speak_of_one_responsible_person_in_the_singular(commission, count, said):
    commission.meets(present=7)
    parties = [Party(PartyRole.RESPONSIBLE, person_id=commission.id(number)) for number in range(4, 4 + count)]
    addressed = [Party(PartyRole.ADDRESSEE, name=f"Үлгү {number}") for number in range(count)]
    stories.decides(commission, parties=(*parties, *addressed))
    lines = part(commission, "decided", language="ru").text.splitlines()
    assert lines[1] == said
    assert lines[2].startswith("Адресат: " if count == 1 else "Адресаты: ")


def test_the_russian_minutes_take_the_russian_words_where_there_are_any(commission):
    commission.meets(present=7, items=(ItemKind.DECISION, ItemKind.DECISION))
    agenda_actions.change_item(commission.store, item_id=commission.item(1).id, text_ru="Первый вопрос")
    stories.decides(commission, 1, "Бекитилсин.", text_ru="Утвердить.")
    titles = [one.text for key, one in sections(commission, "ru").items() if key.endswith(":title")]
    assert titles == ["1. Первый вопрос", "2. Маселе 2"]
    assert part(commission, "decided", 1, "ru").text == "1. Утвердить."


# What is still lacking


@pytest.mark.clause("NC-3.3")
def test_a_matter_without_a_decision_is_named(commission):
    commission.meets(present=7, items=(ItemKind.DECISION,) * 3)
    for place in (1, 2):
        stories.decides(commission, place)
    agenda_actions.set_item_state(commission.store, item_id=commission.item(3).id, state=ItemState.DECIDED)
    said = [str(one.text) for one in lacking.minutes_lacks(stories.closes(commission)) if one.clause == "NC-3.3"]
    assert said == ["No decision is recorded on matters 3"]
    minutes_actions.draft_minutes(commission.store, meeting_id=commission.meeting_id)
    stories.decides(commission, 3)
    assert not [one for one in lacking.minutes_lacks(commission.meeting) if one.clause == "NC-3.3"]


@pytest.mark.clause("NC-3.3")
def test_a_meeting_with_an_open_matter_cannot_be_closed(commission):
    commission.meets(present=7, items=(ItemKind.DECISION,) * 3)
    stories.decides(commission, 1)
    with pytest.raises(Refused, match="2, 3"):
        stories.closes(commission)


@pytest.mark.clause("NC-4.3")
def test_amendments_that_are_not_written_down_are_missed(commission):
    commission.meets(present=7)
    made = stories.decides(commission, kind=DecisionKind.APPROVE, with_amendments=True)
    found = [one for one in lacking.minutes_lacks(commission.meeting) if one.clause == "NC-4.3"]
    assert [str(one.text) for one in found] == ["The amendments to matter 1 are not written down"]
    decision_actions.change_decision(commission.store, decision_id=made, amendments="Үчүнчү пункт алынып салынсын.")
    assert not [one for one in lacking.minutes_lacks(commission.meeting) if one.clause == "NC-4.3"]
    assert "Amendments: Үчүнчү пункт алынып салынсын." in part(commission, "decided").text


# Who signs


@pytest.mark.clause("CN-7.7")
def test_ordinary_minutes_are_signed_by_who_presided_and_by_the_secretary(commission):
    commission.meets(present=range(2, 9))
    signed = signing.of_minutes(commission.meeting, stories.day_of(commission))
    assert [(str(one.title), one.name) for one in signed] == [
        ("Presiding at the meeting", "Мисалова Гүлзат"),
        ("Secretary of the commission", "Катчыбекова Нурзат"),
    ]


@pytest.mark.clause("CN-6.4")
def test_a_change_of_the_composition_is_signed_by_chairman_and_secretary(commission):
    commission.meets(present=8, items=(ItemKind.COMPOSITION,))
    signed = signing.of_minutes(commission.meeting, stories.day_of(commission))
    assert [(str(one.title), one.name) for one in signed] == [
        ("Chairman of the commission", "Үлгүбаев Айбек"),
        ("Secretary of the commission", "Катчыбекова Нурзат"),
    ]


def test_where_the_deputy_presided_over_a_change_of_the_composition_three_sign(commission):
    commission.meets(present=range(2, 10), items=(ItemKind.COMPOSITION,))
    signed = signing.of_minutes(commission.meeting, stories.day_of(commission))
    assert [one.name for one in signed] == ["Мисалова Гүлзат", "Үлгүбаев Айбек", "Катчыбекова Нурзат"]


def test_a_secretary_chosen_for_the_meeting_signs_as_such(commission, store):
    commission.meets(present=[1, 2, 4, 5, 6, 7])
    actions.choose_secretary(store, meeting_id=commission.meeting_id, person_id=commission.id(5))
    signed = signing.of_minutes(commission.meeting, stories.day_of(commission))[-1]
    assert (str(signed.title), signed.name) == ("Secretary of the meeting", "Экибаева Сайра")


# A meeting whose source does not tell everything, and one that was not held


def naryn(store, when):
    made = commission_samples.make_naryn(store)
    samples.make_told(store, "naryn-council", bodies=made.bodies)
    with reading(store) as session:
        every = selections.whole_meetings(session)
        meeting = next(one for one in every if one.date == when)
        return meeting, {
            one.key: one for one in minutes.sections(meeting, day.of(session, meeting.body_id, when), "en")
        }


def test_what_the_source_does_not_tell_is_shown_as_unrecorded(store):
    meeting, found = naryn(store, date(2014, 8, 21))
    assert found["attendance"].text == "It is not recorded who attended."
    voted = [one.text for key, one in found.items() if key.endswith(":voted")]
    assert set(voted) == {"It is not recorded how the vote went."}
    decided = [one.heading for key, one in found.items() if key.endswith(":decided")]
    assert set(decided) == {"DECIDED (by way of recommendation):"}
    assert [one.name for one in signing.of_minutes(meeting, NO_SEATS)] == ["", ""]
    assert str(signing.of_minutes(meeting, NO_SEATS)[1].title) == "Secretary of the council"


@pytest.mark.clause("NC-5.7")
def test_a_decision_in_parts_says_each_part_once(store):
    _, found = naryn(store, date(2014, 8, 21))
    (decided,) = [one.text for one in found.values() if "видеороликке" in one.text]
    assert decided.count("видеороликке") == decided.count("кызматкерлерди отурумга чакыруу") == 1
    assert "жүрүшүн талкуулоо боюнча:\n" in decided


def test_naryns_council_recommended_before_its_regulation_too(store):
    """R-32; the source says «чечим (сунуш ирээтинде)» of the meeting of 28.05.2014 itself."""
    _, found = naryn(store, date(2014, 5, 28))
    assert {one.heading for key, one in found.items() if key.endswith(":decided")} == {
        "DECIDED (by way of recommendation):"
    }


class NO_SEATS:
    seats = ()


def test_a_meeting_that_failed_has_a_short_act(commission):
    commission.meets(present=5)
    assert stories.closes(commission).state is State.NOT_HELD
    found = sections(commission)
    assert list(found) == ["head", "attendance", "notice", "outcome"]
    assert found["outcome"].text == "The meeting was not held for lack of a quorum."
    assert found["attendance"].text.endswith("5 of 11 members came, 6 are needed. There is no quorum.")


# Corrections by hand


def test_a_section_corrected_by_hand_stands_as_corrected(commission):
    stories.held(commission)
    edit(commission, "head", "Отурум жыйын залында өттү.")
    found = sections(commission)["head"]
    assert (found.text, found.is_edited, found.is_outdated) == ("Отурум жыйын залында өттү.", True, False)
    assert found.written.startswith("Place of the meeting")
    assert sections(commission, "ru")["head"].is_edited is False


def test_a_corrected_section_is_marked_when_the_facts_change_and_shows_both(commission):
    stories.held(commission)
    edit(commission, "attendance", "Сегиз мүчө катышты.")
    commission.marks(9, Presence.EXCUSED, "ооруп калган")
    found = sections(commission)["attendance"]
    assert found.is_outdated
    assert found.text == "Сегиз мүчө катышты."
    assert "Алтыбаева Үмүт – ооруп калган" in found.written


def test_the_correction_may_be_kept_or_given_up(commission, store):
    stories.held(commission)
    edit(commission, "attendance", "Сегиз мүчө катышты.")
    commission.marks(9, Presence.EXCUSED, "ооруп калган")
    named = {"meeting_id": commission.meeting_id, "language": "en", "key": "attendance"}
    minutes_actions.keep_correction(store, **named)
    assert not sections(commission)["attendance"].is_outdated
    assert sections(commission)["attendance"].text == "Сегиз мүчө катышты."
    journal.undo(store)
    assert sections(commission)["attendance"].is_outdated
    minutes_actions.restore_section(store, **named)
    found = sections(commission)["attendance"]
    assert not found.is_edited and found.text == found.written


def test_a_part_that_says_nothing_yet_can_be_written_by_hand(commission):
    stories.held(commission)
    key = f"item:{commission.item().id}:spoke"
    assert sections(commission)[key].text == ""
    edit(commission, key, "Бирбеков Э.: Колдоду.")
    assert sections(commission)[key].text == "Бирбеков Э.: Колдоду."


def test_a_section_of_a_matter_that_is_gone_cannot_be_corrected(commission):
    stories.held(commission)
    with pytest.raises(Refused, match="no longer"):
        edit(commission, "item:gone:heard", "x")


def test_minutes_cannot_be_corrected_before_the_meeting(commission):
    commission.plans()
    with pytest.raises(Refused):
        edit(commission, "agenda", "x")


def test_candidates_are_told_one_by_one(commission):
    commission.meets(present=8, items=(ItemKind.COMPOSITION,))
    for number in (9, 10):
        name = commission.people[number - 1].name
        commission.votes(
            for_=range(1, 9),
            subject=Subject(change=Change.EXCLUDE, candidate_id=commission.id(number), candidate_name=name),
        )
    lines = part(commission, "voted").text.splitlines()
    assert [line for line in lines if line[:2] in ("1)", "2)")] == [
        "1) Алтыбаева Үмүт – exclusion from the composition (open vote by name)",
        "2) Жетибаев Болот – exclusion from the composition (open vote by name)",
    ]
    assert lines.count("Adopted unanimously.") == 2


# Who signs what, and what is attached to what


def signed_by(commission):
    return [one.name for one in signing.of_minutes(commission.meeting, stories.day_of(commission))]


@pytest.mark.parametrize("state", [ItemState.POSTPONED, ItemState.WITHDRAWN])
def test_a_change_of_the_composition_that_was_not_taken_up_asks_for_no_absent_chairman(commission, store, state):
    commission.meets(present=range(2, 10), items=(ItemKind.DECISION, ItemKind.COMPOSITION))
    assert signed_by(commission) == ["Мисалова Гүлзат", "Үлгүбаев Айбек", "Катчыбекова Нурзат"]
    agenda_actions.set_item_state(store, item_id=commission.item(2).id, state=state, reason="Тизме даяр эмес")
    assert signed_by(commission) == ["Мисалова Гүлзат", "Катчыбекова Нурзат"]


def test_a_change_that_was_voted_on_and_then_put_off_is_signed_by_the_chairman_too(commission, store):
    commission.meets(present=range(2, 10), items=(ItemKind.COMPOSITION,))
    commission.votes(for_=[2, 3], subject=Subject(change=Change.INCLUDE, candidate_name="Жаңыбаева Асел"))
    agenda_actions.set_item_state(
        store, item_id=commission.item().id, state=ItemState.POSTPONED, reason="Добуш жетишпеди"
    )
    assert signed_by(commission) == ["Мисалова Гүлзат", "Үлгүбаев Айбек", "Катчыбекова Нурзат"]


def test_the_act_that_no_meeting_was_held_has_no_annexes(commission, store):
    commission.meets(present=5, items=(ItemKind.COMPOSITION,))
    opinion = {"item_id": commission.item().id, "person_id": commission.id(9), "text": "Макулмун"}
    opinion_actions.give_written_opinion(store, **opinion)
    stories.closes(commission)
    said = "\n".join(stories.lines(handouts.minutes(stories.paper(commission), "ky")))
    assert "АКТ" in said and "тиркеме" not in said and "Макулмун" not in said
    assert signed_by(commission) == ["Үлгүбаев Айбек", "Катчыбекова Нурзат"]


@pytest.mark.clause("CN-8.1")
def test_a_meeting_before_the_charter_is_told_that_it_was_not_in_force_yet(a_commission):
    commission = a_commission(appointed=date(2018, 10, 1))
    commission.meets(present=5, day=date(2018, 10, 18))
    said = section(commission, "attendance")
    assert said[-1] == "5 of 11 members came; the charter is in force from 24.12.2018 only."
    commission.votes(1, for_=[1, 2, 3, 4, 5])
    stories.decides(commission)
    not_yet = "The charter is in force from 24.12.2018: this meeting is not judged by it."
    assert part(commission, "voted").text.splitlines()[-1] == not_yet
    paper = stories.paper(commission)
    excerpt = handouts.excerpt(paper, "en", paper.meeting.items[0].decisions[0].id)
    for document in (handouts.minutes(paper, "en"), handouts.tally_sheet(paper, "en"), excerpt):
        said = "\n".join(stories.lines(document))
        assert not_yet in said and "regulates no majority" not in said
    commission.meets(present=5, day=date(2018, 12, 24))
    assert section(commission, "attendance")[-1] == "5 of 11 members came, 6 are needed. There is no quorum."
