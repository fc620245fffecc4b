"""What a village office that signs the papers of a meeting would send back: wrong days, empty tables, loose sheets."""

from dataclasses import replace
from datetime import date

from ayil_desktop.commission import records as commission_records
from ayil_desktop.commission.records import BodyName
from ayil_desktop.language.message import Message
from ayil_desktop.meetings import actions, agenda_actions, attendance_summary, handouts, selections
from ayil_desktop.meetings.choices import ItemKind, ItemState
from ayil_desktop.meetings.minutes import Section
from ayil_desktop.printing import pdf
from ayil_desktop.store.work import reading, work
from tests.meetings import stories
from tests.printing import reading as printed

SCAN = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\nstartxref\n9\n%%EOF\n"


def lines(make, commission, language="ky", *more):
    return stories.lines(make(stories.paper(commission), language, *more))


def table(said, head):
    """The rows of the table whose head begins so, as cells."""
    begins = next(place for place, one in enumerate(said) if one.startswith(head))
    rows = [one.split("\t") for one in said[begins:]]
    return [row for row in rows if len(row) == len(rows[0])]


# Notice


def test_a_member_writes_by_hand_on_which_day_the_notice_came(commission, store):
    commission.plans()
    actions.send_notice(store, meeting_id=commission.meeting_id, on=date(2019, 3, 5), how="кол койдуруп")
    head, *rows = table(lines(handouts.notice, commission), "№\tАты-жөнү\tЖөнөтүлгөн")
    assert head[4:] == ["Билдирүүнү алган күнү", "Колу"]
    assert rows[0] == ["1", "Үлгүбаев Айбек", "05.03.2019", "кол койдуруп", "", ""]


def test_the_notice_of_a_member_names_its_day_its_number_and_what_goes_with_it(commission, store):
    commission.plans()
    agenda_actions.attach_to_item(store, item_id=commission.item().id, content=SCAN, name="Баалар.pdf")
    before = lines(handouts.for_members, commission)
    assert "«___» ______________ 20___-ж." in before[2] and before[3].startswith("№ ________")
    assert "Тиркелет: Баалар.pdf" in before
    actions.send_notice(store, meeting_id=commission.meeting_id, on=date(2019, 3, 5), how="кол койдуруп")
    for make in (handouts.for_members, handouts.packet):
        assert any(one.startswith("5-март 2019-жыл") for one in lines(make, commission))


# What was said


def test_what_was_heard_ends_with_one_full_stop(commission, store):
    commission.meets(present=8, items=(ItemKind.INFORMATION, ItemKind.INFORMATION))
    agenda_actions.change_item(store, item_id=commission.item(1).id, speaker="Асанов Бакыт, төрага")
    agenda_actions.change_item(store, item_id=commission.item(2).id, speaker="Асанов Б.")
    for place in (1, 2):
        agenda_actions.set_item_state(store, item_id=commission.item(place).id, state=ItemState.DECIDED)
    stories.closes(commission)
    said = lines(handouts.minutes, commission)
    assert "УГУЛДУ: Асанов Бакыт, төрага." in said
    assert "УГУЛДУ: Асанов Б." in said


def test_a_full_stop_that_the_program_sets_contradicts_nobody():
    edited = Section("item:1:heard", "", "Асанов сүйлөдү", "Асанов.", is_edited=True, based_on="Асанов")
    assert not edited.is_outdated
    assert replace(edited, based_on="Асанова").is_outdated


# Attendance


def test_a_usual_attendance_sheet_stands_on_one_page(commission):
    commission.plans()
    document = handouts.attendance_sheet(stories.paper(commission), "ky")
    assert len(printed.pages(pdf.render(document))) == 1


def test_the_summary_of_attendance_says_of_which_time_it_is_and_is_signed(commission, store):
    stories.held(commission)
    with reading(store) as session:
        paper = stories.paper(commission)
        meetings = selections.whole_meetings(session, commission.body_id)
        seats = commission_records.memberships(session, commission.body_id)
    made = [
        stories.lines(
            attendance_summary.paper(
                paper.office, paper.meeting.body, meetings, seats, paper.settings, date(2019, 4, 2), language
            )
        )
        for language in ("ky", "ru")
    ]
    assert "2019-жылдын 2-апрелине карата" in made[0]
    assert "13.03.2019 – 13.03.2019 аралыгында өткөн отурумдар" in made[0]
    assert any(one.startswith("Комиссиянын катчысы") and "Үчтүк" not in one for one in made[0])
    assert "ПОСЕЩЕНИЕ ЗАСЕДАНИЙ" in made[1]


# Votes


def test_a_matter_that_was_put_off_has_no_empty_grid_on_the_tally_sheet(commission, store):
    commission.meets(present=8, items=(ItemKind.DECISION, ItemKind.DECISION))
    agenda_actions.set_item_state(store, item_id=commission.item(2).id, state=ItemState.POSTPONED, reason="Эсеби жок")
    commission.votes(1, for_=range(1, 9))
    stories.decides(commission, 1)
    said = lines(handouts.tally_sheet, commission)
    assert "Добуш берилген жок: маселе кийинкиге калтырылды." in said
    assert sum(one.startswith("Бардыгы\t") for one in said) == 1


# Signatures


def test_an_excerpt_has_one_form_of_signatures(commission):
    stories.held(commission)
    made = handouts.excerpt(stories.paper(commission), "ky", commission.item().decisions[0].id)
    said = stories.lines(made)
    assert not any(one.startswith("Комиссиянын төрагасы:") for one in said)


# A Russian paper of what was said in Kyrgyz


def test_a_russian_paper_tells_how_many_of_its_texts_are_kyrgyz(commission, store):
    stories.held(commission)
    made = handouts.minutes(stories.paper(commission), "ru")
    said = "\n".join(stories.lines(made))
    kyrgyz = ("Жумушчу комиссия", "Үлгү айылы", "Үлгү айылы, жыйын залы", "Маселе 1", "Чечим 1 бекитилсин.")
    assert all(one in said for one in kyrgyz)
    assert made.untranslated == len(kyrgyz)
    assert made.footer.endswith("Без русского перевода – текст на кыргызском.")
    agenda_actions.change_item(store, item_id=commission.item().id, text_ru="О бюджете")
    assert handouts.minutes(stories.paper(commission), "ru").untranslated == len(kyrgyz) - 1
    assert handouts.minutes(stories.paper(commission), "ky").untranslated == 0


def test_a_russian_ballot_says_that_its_question_is_in_kyrgyz(commission, store):
    commission.meets(present=6)
    note = "Вопрос, поставленный на голосование, сформулирован только на кыргызском языке."
    assert lines(handouts.ballot, commission, "ru").count(note) == 6
    assert note not in lines(handouts.ballot, commission, "ky")
    agenda_actions.change_item(store, item_id=commission.item().id, text_ru="О бюджете")
    assert note not in lines(handouts.ballot, commission, "ru")


# Heads


def test_the_words_of_a_russian_head_stand_in_their_order(commission, store):
    stories.held(commission)
    before = stories.lines(handouts.minutes(stories.paper(commission), "ru"))
    assert before[:3] == ["Жумушчу комиссия", "ПРОТОКОЛ № 1", "очередного заседания"]
    with work(store, Message("Name in Russian")) as session:
        session.query(BodyName).filter_by(body_id=commission.body_id).one().name_ru = "Рабочая комиссия по услугам"
    after = stories.lines(handouts.minutes(stories.paper(commission), "ru"))
    assert after[:3] == ["ПРОТОКОЛ № 1", "очередного заседания", "Рабочей комиссии по услугам"]


def test_a_russian_agenda_says_whose_meeting_it_is_in_one_sentence(commission, store):
    commission.plans()
    with work(store, Message("Name in Russian")) as session:
        session.query(BodyName).filter_by(body_id=commission.body_id).one().name_ru = "Рабочая комиссия по услугам"
    for make in (handouts.agenda, handouts.attendance_sheet):
        said = lines(make, commission, "ru")
        assert said[said.index("очередного заседания") + 1] == "Рабочей комиссии по услугам"


def test_a_paper_for_a_meeting_names_whose_meeting_it_is(commission):
    commission.plans()
    said = lines(handouts.agenda, commission)
    assert said[said.index("Жумушчу комиссиянын") + 1] == "кезектеги отуруму"


def test_the_role_of_a_speaker_is_in_the_language_of_the_paper(commission, store):
    stories.held(commission)
    agenda_actions.change_item(store, item_id=commission.item().id, speaker="Үлгүбаев Айбек, төрага")
    assert "СЛУШАЛИ: Үлгүбаев Айбек, председатель." in lines(handouts.minutes, commission, "ru")
    assert "УГУЛДУ: Үлгүбаев Айбек, төрага." in lines(handouts.minutes, commission)
