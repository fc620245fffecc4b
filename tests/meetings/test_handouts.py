"""The papers of a meeting, read back as the office reads them: from the PDF, from the Word file, line by line."""

import io
import re
import shutil
from dataclasses import replace
from datetime import date, time

import docx as word
import pytest

from ayil_desktop.commission import records as commission_records
from ayil_desktop.commission import samples as commission_samples
from ayil_desktop.commission.records import BodyName
from ayil_desktop.language import catalogue
from ayil_desktop.language.message import Message
from ayil_desktop.meetings import (
    actions,
    agenda_actions,
    ballots,
    candidate_actions,
    handouts,
    invited_actions,
    minutes_actions,
    opinion_actions,
    papers,
    proposal_actions,
    samples,
    sealing,
    selections,
    session_actions,
)
from ayil_desktop.meetings.ballots import Question
from ayil_desktop.meetings.choices import Change, DecisionKind, ItemKind, Kind, Method, PartyRole, Presence, State
from ayil_desktop.meetings.decision_actions import Party
from ayil_desktop.meetings.rounds import Tally
from ayil_desktop.meetings.vote_actions import Subject
from ayil_desktop.office import actions as office_actions
from ayil_desktop.printing import docx, pdf
from ayil_desktop.printing.document import CutLine, Paragraph, Signatures, Table
from ayil_desktop.refused import Refused
from ayil_desktop.store import opening
from ayil_desktop.store.work import reading, work
from tests.meetings import stories
from tests.printing import reading as printed

LONG_NAME = (
    "Кызмат көрсөтүүлөрдү уюштуруу жана айыл өкмөтүнүн башкаруучулук ишинин натыйжалуулугун жогорулатуу боюнча "
    "Жумушчу комиссия"
)
HOSTILE = "<b>Ө&amp;ң</b> =1+1 \u202eабв {name} %s 😀"
KYRGYZ = {
    "draft": "долбоор",
    "I approve": "Бекитемин",
    "not agreed yet": "макулдашыла элек",
    "Chairman of the commission": "Комиссиянын төрагасы",
    "Secretary of the commission": "Комиссиянын катчысы",
    "Presiding at the meeting": "Отурумда төрагалык кылуучу",
    "MINUTES No. {number}": "ПРОТОКОЛ № {number}",
    "HEARD:": "УГУЛДУ:",
    "SPOKE:": "ЧЫГЫП СҮЙЛӨШТҮ:",
    "VOTING:": "ДОБУШ БЕРҮҮ:",
    "DECIDED:": "ЧЕЧИМ КЫЛАТ:",
    "Extract from the minutes": "Протоколдон көчүрмө",
    "True copy:": "Көчүрмөсү туура:",
    "The information was noted.": "Маалымат эске алынды.",
}
"""The words that the clauses and the offices want on paper."""


@pytest.fixture(autouse=True)
def english(language):
    language("en")


def lines(make, commission, language="en", *more, **named):
    return stories.lines(make(stories.paper(commission), language, *more, **named))


def pages(document):
    return printed.pages(pdf.render(document))


def in_word(document):
    """All the words of the Word file, tables too."""
    opened = word.Document(io.BytesIO(docx.render(document)))
    cells = (cell.text for table in opened.tables for row in table.rows for cell in row.cells)
    return "\n".join([*(paragraph.text for paragraph in opened.paragraphs), *cells])


def rename(commission, name):
    with work(commission.store, Message("Rename")) as session:
        session.query(BodyName).filter_by(body_id=commission.body_id).one().name_ky = name


def signature_lines(document):
    return [line for block in document.blocks if isinstance(block, Signatures) for line in block.lines]


def test_the_words_of_the_clauses_are_those_of_the_shipped_catalogue():
    shipped = catalogue.for_language("ky")
    assert {msgid: shipped.text(msgid) for msgid in KYRGYZ} == KYRGYZ


# The name of the body


@pytest.mark.clause("CN-0.7")
def test_every_paper_of_a_meeting_bears_the_full_name_of_the_commission(commission):
    rename(commission, LONG_NAME)
    commission.meets(present=8, items=(ItemKind.DECISION, ItemKind.COMPOSITION))
    made = stories.decides(commission, 1)
    stories.decides(commission, 2)
    stories.closes(commission)
    for name in handouts.__all__:
        more = (made,) if name == "excerpt" else ()
        if name == "invitation":
            continue
        said = " ".join(" ".join(lines(getattr(handouts, name), commission, "ky", *more)).split())
        assert LONG_NAME in said, name


@pytest.mark.clause("NC-1.3")
def test_older_minutes_keep_the_older_name_of_a_council(store):
    made = commission_samples.make_naryn(store)
    samples.make_told(store, "naryn-council", bodies=made.bodies)
    heads = {}
    with reading(store) as session:
        for meeting in selections.meetings_list(session):
            paper = papers.of(session, meeting.id)
            heads[meeting.date] = stories.lines(handouts.minutes(paper, "ky"))[0]
    old = "Миң Жылдыкты Өнүктүрүү максаттары боюнча Координациялык Кеңеш"
    new = (
        "Нарын шаардык мэриясынын алдында мамлекеттик жана муниципалдык кызматтардын сапатын жакшыртуу боюнча "
        "Координациялык Кеңеш"
    )
    old, new = f"{old}тин", f"{new}тин"
    assert heads == {date(2014, 5, 28): old, date(2014, 6, 11): old, date(2014, 8, 21): new}


# Notice, invitation, announcement


def test_a_notice_goes_to_each_member_with_day_time_place_and_agenda(commission):
    commission.plans(items=(ItemKind.DECISION, ItemKind.INFORMATION))
    document = handouts.for_members(stories.paper(commission), "ky")
    said = stories.lines(document)
    assert [one for one in said if "Бирбеков Эрмек" in one] == ["№ ________\tКимге: Бирбеков Эрмек"]
    assert sum(one.startswith("№ ________\tКимге: ") for one in said) == 11
    for wanted in ("13-март 2019-жыл, шаршемби", "10:00", "Үлгү айылы, жыйын залы"):
        assert sum(wanted in one for one in said) == 11
    assert said.count("2. Маселе 2") == 11


def test_short_notices_stand_two_on_a_sheet_and_long_ones_alone(commission):
    commission.plans(items=(ItemKind.DECISION, ItemKind.INFORMATION))
    assert len(pages(handouts.for_members(stories.paper(commission), "en"))) == 6
    agenda_actions.change_item(commission.store, item_id=commission.item().id, text_ky="Узун маселе " * 90)
    assert len(pages(handouts.for_members(stories.paper(commission), "en"))) == 11


@pytest.mark.clause("CN-5.4.3")
@pytest.mark.parametrize("missing", ["time", "place", "agenda"])
def test_a_notice_without_time_place_or_agenda_is_refused(commission, missing):
    commission.plans(items=() if missing == "agenda" else (ItemKind.DECISION,))
    if missing != "agenda":
        empty = {"time": None, "place": ""}[missing]
        actions.change_plan(commission.store, meeting_id=commission.meeting_id, **{missing: empty})
    for make in (handouts.notice, handouts.packet, handouts.announcement):
        with pytest.raises(Refused) as no:
            make(stories.paper(commission), "ky")
        assert no.value.field == missing


@pytest.mark.clause("CN-7.2")
def test_the_announcement_calls_everybody(commission):
    commission.plans(kind=Kind.EXTRAORDINARY, reason="Суу түтүгү жарылды")
    said = lines(handouts.announcement, commission)
    assert "The meeting is open: everybody may come and listen." in said
    assert any("extraordinary meeting" in one for one in said)
    assert lines(handouts.board_notice, commission) == said
    assert lines(handouts.notice, commission)[-len(said) :][1:] == said[1:]


def test_those_invited_get_a_letter_and_nobody_else_does(commission, store):
    commission.plans()
    with pytest.raises(Refused, match="Nobody is invited"):
        handouts.invitation(stories.paper(commission), "en")
    invited_actions.invite(store, meeting_id=commission.meeting_id, name="Конокова Асель", position="адис")
    said = lines(handouts.invitation, commission)
    assert "INVITATION" in said and said[said.index("No. ________\tTo: Конокова Асель") + 1] == "адис"


# The agenda and its packet


@pytest.mark.clause("CN-5.4.4")
def test_the_agenda_is_a_draft_until_the_chairman_approves_it(commission, store):
    commission.plans()
    text = printed.whole(pdf.render(handouts.agenda(stories.paper(commission), "ky")))
    assert (text.count("долбоор"), text.count("Бекитемин")) == (1, 1)
    assert "А.Үлгүбаев" in text
    actions.approve_agenda(store, meeting_id=commission.meeting_id, on=date(2019, 3, 5))
    text = printed.whole(pdf.render(handouts.agenda(stories.paper(commission), "ky")))
    assert (text.count("долбоор"), text.count("Бекитемин")) == (0, 1)
    assert "5-март 2019-жыл" in text


@pytest.mark.clause("CN-5.7.3")
def test_the_list_of_invited_persons_names_who_proposed_them(commission, store):
    commission.plans()
    invited_actions.invite(store, meeting_id=commission.meeting_id, name="Конокова Асель", group="ngo")
    assert "Proposed by" not in "\n".join(lines(handouts.agenda, commission))
    invited_actions.invite(
        store,
        meeting_id=commission.meeting_id,
        name="Адисбеков Канат",
        position="суу чарба адиси",
        group="expert",
        proposed_by_id=commission.id(5),
    )
    said = lines(handouts.agenda, commission)
    (head,) = [row for row in said if row.endswith("Proposed by")]
    (row,) = [row for row in said if "Адисбеков" in row]
    assert row.split("\t")[1:] == [
        "Адисбеков Канат", "суу чарба адиси", "State body or outside expert", "Экибаева Сайра"
    ]  # fmt: skip
    assert len(head.split("\t")) == len(row.split("\t"))


@pytest.mark.clause("CN-5.6.3")
def test_the_list_of_invited_persons_says_whether_it_is_agreed(commission, store):
    commission.plans()
    for name in ("Конокова Асель", "Мейманов Бек", "Тургунов Нур"):
        invited_actions.invite(store, meeting_id=commission.meeting_id, name=name, group="ngo")
    said = lines(handouts.agenda, commission, "ky")
    assert said.count("макулдашыла элек") == 1
    assert [row for row in said if row.startswith(("1\tК", "2\tМ", "3\tТ"))]
    actions.agree_invited(store, meeting_id=commission.meeting_id, on=date(2019, 3, 6))
    said = lines(handouts.agenda, commission, "ky")
    assert "макулдашыла элек" not in said
    assert any("2019-жылдын 6-мартында" in one for one in said)


@pytest.mark.clause("CN-5.7.1")
def test_the_agenda_names_who_proposed_a_matter(commission, store):
    commission.plans(items=())
    made = [
        proposal_actions.propose(
            store, body_id=commission.body_id, text=words, on=date(2019, 3, 1), person_id=commission.id(number)
        ).made
        for words, number in (("Суу", 4), ("Жол", 5), ("Жарык", 6))
    ]
    for proposal in made[:2]:
        agenda_actions.take_up_proposal(store, meeting_id=commission.meeting_id, proposal_id=proposal)
    said = "\n".join(lines(handouts.agenda, commission))
    assert len(commission.meeting.items) == 2
    assert "Proposed by: Бирбеков Эрмек" in said and "Proposed by: Экибаева Сайра" in said
    assert "Үчүбаев" not in said
    with reading(store) as session:
        left = [one for one in selections.proposals(session, commission.body_id) if one.item_id is None]
    assert [one.text for one in left] == ["Жарык"]


@pytest.mark.clause("CN-5.6.2")
def test_each_member_gets_notice_agenda_and_drafts_from_a_new_sheet(commission):
    commission.plans(items=(ItemKind.DECISION, ItemKind.DECISION))
    found = pages(handouts.packet(stories.paper(commission), "ky"))
    starts = [number for number, page in enumerate(found) if "Кимге: " in page]
    assert len(starts) == 11 and starts[0] == 0
    assert sum(page.count("бекитилсин") for page in found) == 22


# On the day


def test_the_attendance_sheet_leaves_room_to_sign(commission, store):
    commission.plans()
    invited_actions.invite(store, meeting_id=commission.meeting_id, name="Конокова Асель")
    document = handouts.attendance_sheet(stories.paper(commission), "en")
    tables = [block for block in document.blocks if isinstance(block, Table)]
    assert tables[0].row_height >= 10
    assert [row[1] for row in tables[0].rows] == [person.name for person in commission.people]
    said = "\n".join(stories.lines(document))
    assert "Needed for a quorum: 6." in said and "1\tКонокова Асель" in said


def test_a_reason_of_absence_that_is_known_is_printed(commission):
    commission.meets(present=7)
    commission.marks(8, Presence.EXCUSED, "ооруп калган")
    row = next(one for one in lines(handouts.attendance_sheet, commission) if "Бешбаев" in one)
    assert row.endswith("ооруп калган")


def test_there_are_as_many_ballots_as_members_are_there_for_each_candidate(commission, store):
    commission.plans(items=(ItemKind.COMPOSITION, ItemKind.INFORMATION))
    item_id = commission.item().id
    candidate_actions.add_candidate(store, item_id=item_id, change=Change.EXCLUDE, person_id=commission.id(9))
    candidate_actions.add_candidate(store, item_id=item_id, change=Change.INCLUDE, name="Жаңыбаева Айгүл")
    before = lines(handouts.ballot, commission)
    assert before.count("Алтыбаева Үмүт – exclusion from the composition") == 11
    assert before.count("Жаңыбаева Айгүл – inclusion in the composition") == 11
    assert (before.count("☐ for"), before.count("☐ against"), before.count("☐ abstained")) == (22, 22, 22)
    session_actions.open_session(store, meeting_id=commission.meeting_id, at=time(10, 0))
    for number in range(1, 8):
        commission.marks(number, Presence.PRESENT)
    document = handouts.ballot(stories.paper(commission), "en")
    assert stories.lines(document).count("BALLOT") == 14
    assert len(pages(document)) == 4
    assert isinstance(document.blocks[1], CutLine)


def test_ballots_are_printed_for_a_secret_vote_or_for_one_question(commission):
    commission.meets(present=6, items=(ItemKind.DECISION, ItemKind.DECISION))
    commission.counts(tally=Tally(4, 1, 1), method=Method.SECRET, subject=Subject(label="Планды бекитүү"))
    said = lines(handouts.ballot, commission)
    assert said.count("Планды бекитүү") == 6 == said.count("BALLOT")
    one = Question(commission.item(2), label="Бааны бекитүү")
    assert stories.lines(ballots.ballot(stories.paper(commission), "en", [one])).count("Бааны бекитүү") == 6


@pytest.mark.clause("NC-5.3")
@pytest.mark.parametrize("make", [handouts.ballot, handouts.tally_sheet])
def test_information_asks_for_no_vote(commission, make):
    commission.plans(items=(ItemKind.INFORMATION,))
    with pytest.raises(Refused, match="No matter"):
        make(stories.paper(commission), "en")


def test_the_tally_is_blank_before_and_filled_in_afterwards(commission):
    commission.meets(present=7)
    before = "\n".join(lines(handouts.tally_sheet, commission))
    assert "Needed for a quorum: 6." in before and "+" not in before
    commission.votes(for_=[1, 2, 3, 4], against=[5], abstained=[6])
    rows = [one.split("\t") for one in lines(handouts.tally_sheet, commission)]
    marks = {row[1]: row[2:] for row in rows if len(row) == 6 and row[0].isdigit()}
    assert marks["Үлгүбаев Айбек"] == ["+", "", "", ""]
    assert marks["Экибаева Сайра"] == ["", "+", "", ""]
    assert marks["Үчүбаев Талант"] == ["", "", "+", ""]
    assert marks["Төртбаева Жеңиш"] == ["", "", "", "+"]
    assert marks["Бешбаев Өмүрбек"] == ["", "", "", "absent"]
    assert ["Total", "4", "1", "1", "1"] in rows
    assert ["Adopted by a majority of votes."] in rows


# The minutes


def test_the_minutes_begin_as_the_offices_write_them(commission):
    stories.held(commission)
    said = lines(handouts.minutes, commission, "ky")
    assert said[:3] == ["Жумушчу комиссиянын", "кезектеги отурумунун", "ПРОТОКОЛУ № 1"]
    assert any(one.startswith("13-март 2019-жыл") for one in said)
    assert any(one.startswith("ДОБУШ БЕРҮҮ: ") for one in said) and "ЧЕЧИМ КЫЛАТ:" in said
    assert not any("УГУЛДУ" in one for one in said)


@pytest.mark.clause("CN-5.4.7")
@pytest.mark.clause("CN-7.7")
def test_two_people_sign_and_the_deputy_where_she_presided(commission):
    stories.held(commission, present=range(2, 10))
    document = handouts.minutes(stories.paper(commission), "ky")
    assert [(one.role, one.name) for one in signature_lines(document)] == [
        ("Отурумда төрагалык кылуучу", "Г.Мисалова"),
        ("Комиссиянын катчысы", "Н.Катчыбекова"),
    ]
    assert commission.meeting.state is not State.SIGNED
    assert not any(one.startswith("Кол коюлган күнү:") for one in stories.lines(document))


@pytest.mark.clause("CN-6.4")
def test_a_change_of_the_composition_is_signed_by_exactly_two(commission):
    commission.meets(present=8, items=(ItemKind.COMPOSITION,))
    name = commission.people[8].name
    subject = Subject(change=Change.EXCLUDE, candidate_id=commission.id(9), candidate_name=name)
    commission.votes(for_=range(1, 9), subject=subject)
    stories.decides(commission, 1, "Курамдан чыгарылсын.", kind=DecisionKind.COMPOSITION)
    stories.closes(commission)
    text = printed.whole(pdf.render(handouts.minutes(stories.paper(commission), "ky")))
    assert (text.count("Комиссиянын төрагасы"), text.count("Комиссиянын катчысы")) == (1, 1)
    assert len(signature_lines(handouts.minutes(stories.paper(commission), "ky"))) == 2


@pytest.mark.clause("CN-7.6")
@pytest.mark.parametrize("render", [pdf.render, docx.render])
def test_the_decisive_vote_is_printed(commission, render):
    commission.meets(present=6)
    commission.votes(for_=[1, 2, 3], against=[4, 5, 6])
    stories.decides(commission)
    stories.closes(commission)
    made = render(handouts.minutes(stories.paper(commission), "en"))
    text = printed.letters(printed.whole(made) if render is pdf.render else printed.word_text(made))
    assert printed.letters("For – 3, against – 3") in text
    assert printed.letters("adopted by the decisive vote of the presiding person") in text


@pytest.mark.clause("CN-7.5b")
def test_each_dissenting_opinion_is_a_numbered_annex_on_a_page_of_its_own(commission):
    stories.held(commission)
    stories.dissents(commission, 5, date(2019, 3, 14), "Чыгым көп.")
    stories.dissents(commission, 6, date(2019, 3, 19), "Мөөнөт кыска.")
    document = handouts.minutes(stories.paper(commission), "ky")
    said = stories.lines(document)
    listed = [one for one in said if one.startswith(("1. Экибаева", "2. Үчүбаев"))]
    late = Message("(late)").into("ky")
    assert [one.endswith(late) for one in listed] == [False, True]
    found = [page for page in pages(document) if "тиркеме" in page]
    assert len(found) == 2
    assert re.search("13-март 2019-жылдагы №1 протокол.* № 1 тиркеме", found[0]) and "Чыгым көп." in found[0]
    assert "№ 2 тиркеме" in found[1] and "Мөөнөт кыска." in found[1] and Message("received late").into("ky") in found[1]


@pytest.mark.clause("CN-5.7.7")
def test_a_written_opinion_is_attached_and_is_no_vote(commission, store):
    commission.meets(present=6)
    opinion_actions.give_written_opinion(
        store, item_id=commission.item().id, person_id=commission.id(9), text="Макулмун.", received_on=None
    )
    commission.votes(for_=[1, 2, 3], against=[4, 5, 6])
    stories.decides(commission)
    stories.closes(commission)
    document = handouts.minutes(stories.paper(commission), "en")
    said = stories.lines(document)
    assert "For – 3, against – 3, abstained – 0, did not vote – 0." in said
    assert "1. Written opinion of Алтыбаева Үмүт on matter 1" in said
    assert "Макулмун." in pages(document)[-1]


def test_sealed_minutes_carry_the_seal_and_the_day_on_every_page(commission):
    seal = stories.sealed(commission).seal
    stories.dissents(commission, 5, date(2019, 3, 19), "Каршымын.")
    minutes_actions.add_note(
        commission.store,
        meeting_id=commission.meeting_id,
        on=date(2019, 5, 2),
        today=date(2019, 5, 2),
        text="6 деп окулсун.",
    )
    document = handouts.minutes(stories.paper(commission), "en")
    assert all(f"Digital seal: {sealing.shown(seal)}" in page for page in pages(document))
    said = stories.lines(document)
    assert "Signed: 15 March 2019" in said
    assert "02.05.2019. 6 деп окулсун." in said
    assert "Received after the minutes were sealed:" in said
    assert any(one.startswith("1. Dissenting opinion") and one.endswith("(late)") for one in said)


@pytest.mark.parametrize("tongue", ["ky", "ru"])
def test_the_words_decided_stand_on_one_page_with_the_vote_before_and_the_decision_below(commission, tongue):
    stories.held(commission)
    decision = commission.item().decisions[0]
    document = handouts.excerpt(stories.paper(commission), tongue, decision.id)
    heading = {"ky": "ЧЕЧИМ КЫЛАТ:", "ru": "РЕШИЛИ:"}[tongue]
    vote = {"ky": "ДОБУШ БЕРҮҮ:", "ru": "ГОЛОСОВАНИЕ:"}[tongue]
    moved = set()
    for lines in range(10, 27):
        filled = (*document.blocks[:1], *(Paragraph(f"{number}-сап", indent=False) for number in range(lines)))
        found = pages(replace(document, blocks=(*filled, *document.blocks[1:])))
        (place,) = [number for number, page in enumerate(found) if heading in page]
        assert decision.text_ky in found[place] and vote in found[place]
        moved.add(place)
    assert moved == {0, 1}


def test_a_meeting_that_failed_gives_a_short_act(commission):
    commission.meets(present=5)
    stories.closes(commission)
    document = handouts.minutes(stories.paper(commission), "en")
    said = stories.lines(document)
    assert "ACT" in said and "that the meeting was not held" in said
    assert "The meeting was not held for lack of a quorum." in said
    assert len(pages(document)) == 1
    assert not any("MINUTES" in one for one in said)


def test_there_are_no_minutes_before_the_meeting(commission):
    commission.plans()
    with pytest.raises(Refused, match="no minutes yet"):
        handouts.minutes(stories.paper(commission), "en")


def test_a_correction_by_hand_is_what_is_printed(commission):
    stories.held(commission)
    for key, text in (("head", "Жыйын залында."), (f"item:{commission.item().id}:voted", "1) Бир ооздон.\nМакул: 8.")):
        minutes_actions.edit_section(
            commission.store, meeting_id=commission.meeting_id, language="en", key=key, text=text
        )
    said = lines(handouts.minutes, commission)
    assert "Жыйын залында." in said
    assert "1) Бир ооздон.\nМакул: 8." in "\n".join(said)
    assert not any("Adopted unanimously" in one for one in said)


def test_minutes_are_asked_of_the_last_meeting_that_was_held(commission):
    stories.held(commission)
    first = commission.meeting_id
    commission.plans(day=date(2019, 6, 12))
    with reading(commission.store) as session:
        meetings = selections.meetings_list(session)
    today = date(2019, 5, 1)
    assert papers.last_held(meetings, today).id == first
    assert papers.next_or_last(meetings, today).id == commission.meeting_id
    planned = [one for one in meetings if one.id != first]
    assert papers.last_held(planned, today).id == commission.meeting_id


@pytest.mark.clause("CN-5.6.1")
def test_papers_of_a_cancelled_meeting_say_that_it_is_cancelled_and_nobody_means_it(commission):
    commission.meets(present=9)
    first = commission.meeting_id
    commission.plans(day=date(2019, 6, 12))
    actions.cancel_meeting(commission.store, meeting_id=commission.meeting_id, reason="Сел жүрдү")
    paper = stories.paper(commission)
    for made in (handouts.agenda, handouts.attendance_sheet, handouts.ballot, handouts.tally_sheet):
        assert made(paper, "ky").draft == "Отурум жокко чыгарылды"
    with reading(commission.store) as session:
        meetings = selections.meetings_list(session)
    assert papers.next_or_last(meetings, date(2019, 5, 1)).id == first


# Excerpts


@pytest.mark.clause("CN-4.1.4")
@pytest.mark.clause("NC-5.6")
def test_a_recommendation_gives_an_excerpt_for_its_addressee(commission):
    stories.held(commission)
    made = recommend(commission, "Таза-Нарын ишканасы")
    document = handouts.excerpt(stories.paper(commission), "ky", made)
    assert len(pages(document)) == 1
    said = stories.lines(document)
    assert any("Таза-Нарын ишканасы" in one for one in said[:8])
    assert any(one.endswith("сунушталсын.") for one in said)
    assert said.count("ПРОТОКОЛДОН КӨЧҮРМӨ") == 1 and "Көчүрмөсү туура:" in said
    assert [(one.role, one.name) for one in signature_lines(document)] == [("Комиссиянын катчысы", "Н.Катчыбекова")]


def recommend(commission, *addressees):
    return stories.decides(
        commission,
        1,
        "Таштанды челектерин кошуу сунушталсын.",
        kind=DecisionKind.RECOMMEND,
        parties=[Party(PartyRole.ADDRESSEE, name=name) for name in addressees],
    )


@pytest.mark.clause("NC-5.8")
def test_two_addressees_get_two_excerpts(commission):
    stories.held(commission)
    made = recommend(commission, "Таза-Нарын ишканасы", "Нарын суу канал ишканасы")
    found = pages(handouts.excerpt(stories.paper(commission), "ky", made))
    assert len(found) == 2
    heads = [page[: page.index("ПРОТОКОЛДОН КӨЧҮРМӨ")] for page in found]
    assert ["Таза-Нарын" in head for head in heads] == [True, False]
    assert ["Нарын суу канал" in head for head in heads] == [False, True]
    assert all("сунушталсын." in page for page in found)


def test_the_excerpt_of_a_change_of_the_composition_tells_every_vote(commission):
    commission.meets(present=8, items=(ItemKind.COMPOSITION,))
    leaving = Subject(change=Change.EXCLUDE, candidate_id=commission.id(4), candidate_name="Бирбеков Эрмек")
    commission.votes(for_=range(1, 8), abstained=[8], subject=leaving)
    commission.votes(for_=range(1, 9), subject=Subject(change=Change.INCLUDE, candidate_name="Жаңыбаева Сонун"))
    made = stories.decides(commission, 1, "Курам өзгөртүлсүн.", kind=DecisionKind.COMPOSITION)
    stories.closes(commission)
    said = "\n".join(stories.lines(handouts.excerpt(stories.paper(commission), "ru", made)))
    assert "Бирбеков Эрмек – исключение из состава: За – 7, против – 0, воздержались – 1" in said
    assert "Жаңыбаева Сонун – включение в состав: За – 8" in said


def test_the_excerpt_has_the_words_of_the_minutes_as_they_were_corrected(commission):
    commission.meets(present=8)
    commission.votes(for_=range(1, 9))
    first, second = (stories.decides(commission, 1, f"Чечим {number} бекитилсин.") for number in "аб")
    stories.closes(commission)
    corrected = "1.1. Чечим а бекитилсин.\n1.2. Чечим б толукталып бекитилсин.\nЖооптуу: Суу канал."
    key = f"item:{commission.item().id}:decided"
    minutes_actions.edit_section(
        commission.store, meeting_id=commission.meeting_id, language="ky", key=key, text=corrected
    )
    said = [stories.lines(handouts.excerpt(stories.paper(commission), "ky", one)) for one in (first, second)]
    assert "1.1. Чечим а бекитилсин." in said[0] and "Жооптуу: Суу канал." not in said[0]
    assert "1.2. Чечим б толукталып бекитилсин." in said[1] and "Жооптуу: Суу канал." in said[1]


def test_a_decision_of_another_meeting_has_no_excerpt_here(commission):
    stories.held(commission)
    with pytest.raises(Refused, match="no such decision"):
        handouts.excerpt(stories.paper(commission), "ky", "x")


# The notice board


@pytest.mark.clause("CN-5.6.4")
@pytest.mark.clause("CN-3.1.8")
def test_the_notice_board_lists_the_decisions_on_one_page_without_anybodys_person(commission):
    with work(commission.store, Message("Phone")) as session:
        for person in commission_records_people(session, commission):
            person.phone = "0555 12 34 56"
    stories.held(commission, items=(ItemKind.DECISION,) * 4)
    document = handouts.board_notice(stories.paper(commission), "en")
    (page,) = pages(document)
    assert [place for place in range(1, 5) if f"Чечим {place} бекитилсин." in page] == [1, 2, 3, 4]
    said = "\n".join(stories.lines(document))
    assert not any(person.name in said or person.name.split()[0] in said for person in commission.people)
    assert "0555" not in said and "against" not in said


def commission_records_people(session, commission):
    return [one.person for one in commission_records.memberships(session, commission.body_id)]


def test_a_change_of_the_composition_names_nobody_on_the_board(commission):
    commission.meets(present=8, items=(ItemKind.COMPOSITION,))
    stories.decides(commission, 1, "Алтыбаева Үмүт курамдан чыгарылсын.", kind=DecisionKind.COMPOSITION)
    stories.closes(commission)
    said = "\n".join(lines(handouts.board_notice, commission, "en"))
    assert "The composition is to be changed." in said and "Алтыбаева" not in said


@pytest.mark.parametrize(("count", "words"), [(30, 12), (8, 400), (60, 40)])
def test_the_notice_board_sheet_stays_on_one_page(commission, count, words):
    stories.held(commission)
    for number in range(count):
        stories.decides(commission, 1, f"{number}-чечим: " + "суу түтүгүн оңдоо " * words)
    document = handouts.board_notice(stories.paper(commission), "en")
    (page,) = pages(document)
    assert "The full minutes can be read in the ayil okmotu." in page


@pytest.mark.parametrize(("written", "where"), [("ky", "Нарын шаардык мэриясы"), ("ru", "Мэрия города Нарын")])
def test_the_notice_board_says_in_which_office_the_minutes_can_be_read(commission, store, written, where):
    office_actions.change_office(store, values={"name_ky": "Нарын шаардык мэриясы", "name_ru": "Мэрия города Нарын"})
    stories.held(commission)
    (line,) = [one for one in lines(handouts.board_notice, commission, written) if where in one and ":" in one]
    assert line.endswith(f": {where}.") and "айыл" not in line


@pytest.mark.clause("CN-2.1")
def test_the_notice_board_tells_the_aim_and_the_next_meeting(commission):
    stories.held(commission)
    first = commission.meeting_id
    commission.plans(day=date(2019, 6, 12))
    said = stories.lines(handouts.board_notice(stories.paper(commission, first), "en"))
    assert sum(one.startswith("The aim of the Commission is to assist") for one in said) == 1
    assert "Next meeting: 12 June 2019, Wednesday, 10:00, Үлгү айылы, жыйын залы." in said


@pytest.mark.clause("CN-2.1")
def test_chet_nura_says_its_aim_in_the_words_of_its_regulation(store):
    made = commission_samples.make_chet_nura(store)
    body_id = next(iter(made.bodies.values()))
    meeting_id = actions.plan_meeting(store, body_id=body_id, date=date(2019, 3, 13)).made
    actions.cancel_meeting(store, meeting_id=meeting_id, reason="Жол жабык")
    with reading(store) as session:
        said = stories.lines(handouts.board_notice(papers.of(session, meeting_id), "ky"))
    assert sum("Чет-Нура айыл өкмөтүнүн башкаруучулук ишинин" in one for one in said) == 1
    assert any("13.03.2019" in one for one in said)


# Whatever the user typed


@pytest.mark.parametrize("render", [printed.pages, in_word])
def test_what_is_typed_is_printed_as_it_is(commission, render):
    stories.held(commission)
    for name in ("text_ky", "speaker"):
        agenda_actions.change_item(commission.store, item_id=commission.item().id, **{name: HOSTILE})
    document = handouts.minutes(stories.paper(commission), "ky")
    made = render(pdf.render(document)) if render is printed.pages else [render(document)]
    said = printed.letters(" ".join(made))
    assert printed.letters("<b>Ө&amp;ң</b> =1+1") in said
    assert "{name}" in said and "%s" in said


@pytest.mark.parametrize("tongue", ["ky", "ru", "en"])
@pytest.mark.parametrize("name", handouts.__all__)
def test_every_paper_is_made_in_every_language_as_pdf_and_as_word(practice, name, tongue):
    document = practice(name, tongue)
    assert document.language == tongue
    found = pages(document)
    assert found and all(page.strip() for page in found)
    first = next(line for line in stories.lines(document) if len(line) > 20)
    assert printed.letters(first.split("\t")[0]) in printed.letters(in_word(document))


@pytest.fixture(scope="module")
def practice(tmp_path_factory, empty_office):
    """The paper of a name out of the practice office, made once."""
    folder = tmp_path_factory.mktemp("practice") / "Office.ayil"
    shutil.copytree(empty_office, folder)
    store = opening.open_office(folder)
    made = commission_samples.make_practice(store)
    samples.make_practice(store, bodies=made.bodies, people=made.people)
    with reading(store) as session:
        ids = [one.id for one in selections.meetings_list(session)]
        found = {one: papers.of(session, one) for one in ids}
    store.close()
    first = min(found.values(), key=lambda one: one.meeting.date)

    def make(name, language):
        more = (first.meeting.items[1].decisions[1].id,) if name == "excerpt" else ()
        return getattr(handouts, name)(first, language, *more)

    return make


def test_no_kyrgyz_paper_leaves_a_placeholder(practice):
    for name in handouts.__all__:
        assert not re.search(r"\{\w+\}", "\n".join(stories.lines(practice(name, "ky")))), name
