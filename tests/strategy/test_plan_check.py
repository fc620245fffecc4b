"""Does the reader's check find what the authors of the real strategy missed, and nothing else?"""

from datetime import date

import pytest

from ayil_desktop.office.records import Criterion
from ayil_desktop.strategy import actions, indicator_actions, plan_actions, plan_check, showing, sister_plans, versions
from ayil_desktop.strategy.follow_up_records import Progress
from ayil_desktop.strategy.plan_actions import ActivityEntry
from ayil_desktop.strategy.plan_check import Finding
from tests.strategy.made_up import Plan


def found(strategy):
    return [(one.service, one.finding, one.numbers) for one in plan_check.check(strategy)]


def test_the_real_plans_have_exactly_the_known_slips(real):
    ten = ("2.1", "2.2", "2.3", "2.4", "3.1", "3.2", "4.1", "4.2", "5.1", "5.2")
    assert [one for one in found(real) if one[1] is not Finding.NO_DEVELOPMENT_PLAN] == [
        (1, Finding.OUT_OF_ORDER, ("2.1", "2.2", "1.3")),
        (1, Finding.ONCE_ONLY, ("6.1", "6.2", "6.3")),
        (2, Finding.OUT_OF_ORDER, (*ten, "1.2")),
        (2, Finding.OUT_OF_ORDER, ("5.2", "5.1")),
        (2, Finding.BEFORE_PLAN, ("5.2",)),
        (2, Finding.NAMES, ()),
        (3, Finding.NAMES, ()),
        *[(1, Finding.NOT_IN_SISTER, ())] * 4,
        (3, Finding.NOT_IN_SISTER, ("5.5",)),
    ]


def test_what_the_other_real_plans_have_is_quoted_with_their_number(real):
    said = [
        (one.service, one.text.into("ky")) for one in plan_check.check(real) if one.finding is Finding.NOT_IN_SISTER
    ]
    for (service, text), (where, number, words) in zip(
        said,
        [
            (1, "2.3", "Кызмат көрсөтүү коммуналдык катары тандалган учурда"),
            (1, "3.2", "Кызмат көрсөтүүнүн баасына жараша"),
            (1, "4.2", "Кызмат көрсөтүүлөрдү каржылоо булактарын аныктоо, тактоо жана макулдашуу»"),
            (1, "6.1", "Биргелешкен мониторинг жана баалоо тобу (БМжБТ) тууралуу Жобону иштеп чыгуу жана бекитүү»"),
            (3, "5.5", "Келишимдин долборун иштеп чыгуу, коммуналдык менчикти пайдалануу"),
        ],
        strict=True,
    ):
        assert service == where
        assert f"«{words}" in text
        assert f"({number})" in text


def test_each_warning_that_is_shown_as_data_has_an_id_of_its_own(real):
    told = showing.summary(real, real, date(2019, 4, 16), "ky")["warnings"]
    assert len({one["id"] for one in told}) == len(told) == len(plan_check.check(real))


def test_three_names_of_service_three_are_told_in_words(real):
    said = next(one.text.into("en") for one in plan_check.check(real) if (one.service, one.finding) == (3, "names"))
    for name in (
        "Сугат суу менен камсыздоону уюштуруу",
        "Сугат суу менен камсыз кылууну уюштуруу",
        "Сугат суунун сапатын жакшыртуу",
    ):
        assert name in said


@pytest.mark.parametrize(
    ("own", "sister", "numbers"),
    [
        (1, 2, ["2.3", "3.2", "4.2", "6.1"]),
        (1, 3, ["2.3", "3.2", "4.2", "6.1"]),
        (2, 1, ["3.2", "4.2", "4.3", "5.6"]),
        (2, 3, []),
        (3, 1, ["3.2", "4.2", "4.3", "5.5", "5.6"]),
        (3, 2, ["5.5"]),
    ],
)
def test_what_one_real_plan_has_and_another_lacks(real, own, sister, numbers):
    """Service 1 says 2.4 of the others under 2.3, swaps 5.1 and 5.2, and has 6.2 to 6.4 as 6.1 to 6.3."""
    lacking = sister_plans.lacking(real.priorities[own - 1], real.priorities[sister - 1])
    assert [one.number for one in lacking] == numbers


def test_an_activity_that_three_plans_have_is_found_though_a_number_is_shifted(sound, store):
    steps = ["Стандартты жазуу", "Тарифти эсептөө", "Конкурс жарыялоо"]
    for name, has in (("Таза суу", steps), ("Жарык", steps), ("Жол", ["Стандартты жазуу", "Конкурс жарыялоо"])):
        task = sound.task_id
        if name != "Таза суу":
            of = sound.serves(name, votes=3)
            task = plan_actions.add_task(store, priority_id=of, title_ky="Уюштуруу").made
        for text in has:
            entry = ActivityEntry(f"{text}.", deadline="2019 жыл март", responsible=["Катчы"])
            plan_actions.add_activity(store, task_id=task, entry=entry)
    said = [one for one in plan_check.check(sound.strategy) if one.finding is Finding.NOT_IN_SISTER]
    assert [(one.service, one.text.into("en")) for one in said] == [
        (3, "The other plans have «Тарифти эсептөө» (1.2), this one does not.")
    ]


@pytest.mark.clause("ST-4.2")
def test_each_service_without_a_measure_of_the_development_plan_is_one_warning(plan, store, real):
    assert [one[0] for one in found(real) if one[1] is Finding.NO_DEVELOPMENT_PLAN] == [1, 2, 3]
    assert [one[1] for one in found(plan.strategy)] == [Finding.NO_DEVELOPMENT_PLAN]
    (told,) = plan_check.check(plan.strategy)
    assert "(Стратегия, 4.2)" in told.text.into("ky")
    assert "(Strategy, 4.2)" in told.text.into("en")
    actions.change_priority(store, priority_id=plan.priority_id, development_plan_reference="2.1")
    assert found(plan.strategy) == []


@pytest.fixture
def sound(plan, store):
    """A plan without any fault but what a test does to it."""
    actions.change_priority(store, priority_id=plan.priority_id, development_plan_reference="2.1")
    return plan


ONE_MONTH = ("2019 жыл майдын 1-аптасы", "2019 жыл майдын 3-аптасы")


def once_only(strategy):
    return [numbers for _, kind, numbers in found(strategy) if kind is Finding.ONCE_ONLY]


@pytest.mark.parametrize(
    "promise",
    [
        "Ай сайын жыйын өткөрүлөт",
        "Калк Дайыма маалымат алып турат",
        "Суунун сапаты күн сайын текшерилет",
        "Кварталына бир жолу отчет берилет",
        "Жылына 2 жолу сурамжылоо жүргүзүлөт",
        "Жылына эки жолу, апрель жана октябрь айларында",
        "Көзөмөл туруктуу негизде, маал-маалы менен жүргүзүлөт",
        "үзгүлтүксүз",
        "Ар бир айда жашоочуларга билдирүү берилет",
        "Үч айда бир жолу текшерүү",
        "Отчет чейрегине кеминде бир жолу угулат",
        "Жыл сайын жаңыртылат",
        "Проводится ежемесячно",
        "регулярно и постоянно",
        "Отчёт не реже одного раза в квартал",
        "два раза в год",
    ],
)
def test_what_a_task_promises_again_and_again_is_not_done_in_one_month(sound, store, promise):
    sound.does(*ONE_MONTH)
    indicator_actions.add_indicator(store, task_id=sound.task_id, text_ky=promise)
    assert once_only(sound.strategy) == [("1.1", "1.2")]
    sound.does("туруктуу негизде")
    assert once_only(sound.strategy) == []


@pytest.mark.parametrize(
    ("text", "deadline", "is_told"),
    [
        ("Ар ай сайын калкка отчет берүү", "2019 жыл май", True),
        ("Суунун сапатын дайыма көзөмөлдөө", "2019 жыл 15-апрелге чейин", True),
        ("Ай сайын жашоочулар үчүн жыйын өткөрүү", "2019 жыл май", True),
        ("Ай сайын отчет берүү", "2019-жылдын март-июнь айлары", False),
        ("Ай сайын отчет берүү", "2019-жылдын II чейреги", False),
        ("Чейрек сайын отчет берүү", "2019-жылдын II чейреги", True),
        ("Жыл сайын отчет берүү", "2019-жыл бою", True),
        ("Ай сайын отчет берүү", "ай сайын", False),
        ("Ай сайын отчет берүү", "зарылчылыкка жараша", False),
        ("Үзгүлтүксүз камсыз кылуу боюнча тарифти иштеп чыгуу", "2019 жыл май", False),
        ("Туруктуу негизде иштөөчү топ түзүү", "2019 жыл май", False),
        ("Ай сайын отчет берүү үчүн форма иштеп чыгуу", "2019 жыл май", False),
        ("Туруктуу комиссияга кайрылуу", "2019 жыл май", False),
        ("Туруктуу эмес негизде иштөө", "2019 жыл май", False),
        ("Иш жыл ичинде бүтөт", "2019 жыл май", False),
        ("Создать постоянно действующую комиссию", "2019 жыл май", False),
        ("Провести разово, не регулярно", "2019 жыл май", False),
    ],
)
def test_what_an_activity_says_of_itself_is_compared_with_its_own_days(sound, store, text, deadline, is_told):
    sound.does(deadline)
    plan_actions.change_activity(store, activity_id=sound["1.1"].id, text_ky=text)
    assert once_only(sound.strategy) == ([("1.1",)] if is_told else [])


def test_what_is_promised_for_every_year_is_done_once_in_a_strategy_of_one_year(store):
    plan = Plan(store, begins=date(2019, 1, 1), ends=date(2019, 12, 31)).does("2019 жыл май")
    plan_actions.change_activity(store, activity_id=plan["1.1"].id, text_ky="Жыл сайын отчет берүү")
    assert once_only(plan.strategy) == []


def test_a_step_due_before_one_that_it_needs_is_named_with_it(sound, store):
    sound.does("2019 жыл март", "2019 жыл апрель")
    plan_actions.link(store, before_id=sound["1.2"].id, after_id=sound["1.1"].id)
    assert (1, Finding.BEFORE_NEEDED, ("1.1", "1.2")) in found(sound.strategy)


@pytest.mark.parametrize(
    ("needed", "own", "is_told"),
    [
        ("2019-жылдын март-июнь айлары", "2019 жыл 15-апрелге чейин", True),
        ("2019 жыл апрель", "2019 жыл март", True),
        ("2019 жыл апрель", "2019 жыл апрель", False),
        ("2019-жылдын март-июнь айлары", "2019-жылдын апрель-август айлары", False),
        ("туруктуу негизде", "2019 жыл март", False),
    ],
)
def test_a_step_cannot_be_due_while_one_that_it_needs_still_goes_on(sound, store, needed, own, is_told):
    """A link says: first finish that one. It is told where the last day of the needed one comes after the own."""
    sound.does(needed, own)
    plan_actions.link(store, before_id=sound["1.1"].id, after_id=sound["1.2"].id)
    told = [one for one in found(sound.strategy) if one[1] is Finding.BEFORE_NEEDED]
    assert told == ([(1, Finding.BEFORE_NEEDED, ("1.2", "1.1"))] if is_told else [])


def test_a_step_of_another_service_may_be_needed_too(sound, store):
    """Water needs the contest of the waste service: both are named, the other one with its service."""
    sound.does("2019 жыл март")
    other = sound.serves("Таштанды", votes=3)
    task = plan_actions.add_task(store, priority_id=other, title_ky="Уюштуруу").made
    entry = ActivityEntry("Конкурс өткөрүү", deadline="2019 жыл май", responsible=["Катчы"])
    contest = plan_actions.add_activity(store, task_id=task, entry=entry).made
    plan_actions.link(store, before_id=contest, after_id=sound["1.1"].id)
    known = {}
    (told,) = [one for one in plan_check.check(sound.strategy, known) if one.finding is Finding.BEFORE_NEEDED]
    assert (told.service, told.numbers) == (1, ("1.1",))
    assert told.text.into("en") == "1.1 is due before 2/1.1, which it needs."
    plan_actions.set_deadline_words(store, activity_id=contest, words="2019 жыл февраль")
    again = plan_check.check(sound.strategy, known)
    assert Finding.BEFORE_NEEDED not in [one.finding for one in again], "what is known of a service is not the other's"


def test_what_a_review_cancelled_of_an_approved_plan_rests_on_no_decision(sound):
    """Key 4 of a review says what happened; only an amendment takes an activity out of what the council approved."""
    sound.does("2019 жыл март", "2019 жыл апрель")
    sound.is_reviewed(date(2019, 3, 20), n1_1=Progress.CANCELLED)
    assert found(sound.strategy) == [], "a draft is nobody's decision yet"
    sound.is_approved()
    (told,) = plan_check.check(sound.strategy)
    assert (told.finding, told.service, told.numbers) == (Finding.CANCELLED, 1, ("1.1",))
    assert told.text.into("en") == "1.1: cancelled by the review of 20.03.2019, no decision took it out of the plan."
    sound.is_reviewed(date(2019, 6, 20), n1_1=Progress.IN_PROGRESS, n1_2=Progress.CANCELLED)
    assert found(sound.strategy) == [(1, Finding.CANCELLED, ("1.2",))], "the latest review counts"


def test_an_activity_outside_the_years_is_named(sound):
    sound.does("2019 жыл март", "2022 жыл март")
    assert (1, Finding.OUTSIDE_YEARS, ("1.2",)) in found(sound.strategy)


def test_nobody_responsible_and_an_unknown_deadline_are_named(sound, store):
    plan_actions.add_activity(store, task_id=sound.task_id, entry=ActivityEntry("Иш", deadline="бир күнү"))
    assert found(sound.strategy) == [(1, Finding.NOBODY, ("1.1",)), (1, Finding.UNKNOWN_DEADLINE, ("1.1",))]


@pytest.mark.parametrize(("written", "is_nobody"), [("—", True), ("- ", True), ("Жок", True), ("жоктоо тобу", False)])
def test_a_dash_for_the_responsible_is_nobody(sound, store, written, is_nobody):
    entry = ActivityEntry("Иш", deadline="2019 жыл март", responsible=[written])
    plan_actions.add_activity(store, task_id=sound.task_id, entry=entry)
    assert found(sound.strategy) == ([(1, Finding.NOBODY, ("1.1",))] if is_nobody else [])
    assert sound["1.1"].responsible[0].text == written.strip(), "it is printed as it is written"


def numbered(plan, *tasks):
    """A plan whose tasks and activities carry these numbers: numbered(plan, ("1", "1.1", "1.2"), ("2", "2.1"))."""
    for place, (task, *activities) in enumerate(tasks):
        task_id = plan.task_id
        if place:
            task_id = plan_actions.add_task(plan.store, priority_id=plan.priority_id, title_ky=f"Маселе {place}").made
        plan_actions.change_task(plan.store, task_id=task_id, number=task)
        for number in activities:
            entry = ActivityEntry(f"Иш {number}", deadline="2019 жыл март", responsible=["Катчы"], number=number)
            plan_actions.add_activity(plan.store, task_id=task_id, entry=entry)
    return [
        (one.numbers, one.text.into("en"))
        for one in plan_check.check(plan.strategy)
        if one.finding is Finding.NUMBERING
    ]


@pytest.mark.parametrize("numbers", [("1.1", "1.2", "1.5"), ("1.1", "1.2", "1.2"), ("1.2", "1.3"), ("1.2", "1.1")])
def test_gaps_and_repeats_within_a_task_are_named(sound, numbers):
    said = "Task 1: the numbers have a gap or a repeat: " + ", ".join(numbers) + "."
    assert numbered(sound, ("1", *numbers)) == [(numbers, said)]


@pytest.mark.parametrize("tasks", [("1", "2", "5"), ("1", "2", "2"), ("2", "3"), ("1", "3", "2"), ("1.", "3.")])
def test_gaps_and_repeats_in_the_numbers_of_the_tasks_are_named(sound, tasks):
    rows = [(task, f"{task.rstrip('.')}.1") for task in tasks]
    (first, *_) = numbered(sound, *rows)
    assert first[1] == "The numbers of the tasks have a gap or a repeat: " + ", ".join(tasks) + "."
    assert first[0] == tasks


def test_a_number_that_stands_in_two_tasks_is_named_once(sound):
    assert numbered(sound, ("1", "1.1", "1.2"), ("2", "1.1", "2.2")) == [
        (("1.1",), "1.1 stands in several tasks: 1, 2.")
    ]


def test_an_activity_with_the_number_of_another_task_is_named(sound):
    assert numbered(sound, ("1", "1.1", "1.2"), ("2", "2.1", "2.2", "1.3")) == [
        (("1.3",), "Task 2: the number of another task: 1.3.")
    ]


@pytest.mark.parametrize(
    "tasks",
    [
        [("1", "1.1", "1.2"), ("2", "2.1")],
        [("1.", "1.1.", "1.2."), ("2.", "2.1.")],
        [("1", "1", "2"), ("2", "1", "2")],
        [("1", "1", "2"), ("2", "3", "4")],
        [("I", "1.1", "1.2"), ("II", "2.1")],
        [("1.1", "1.1.1", "1.1.2"), ("1.2", "1.2.1")],
        [("1", "3.1.1", "3.1.2"), ("2", "3.2.1")],
        [("1", "1.1", "1.1а", "1.2"), ("1а", "1а.1"), ("2", "2.1")],
        [("", "1", "2"), ("", "3")],
    ],
)
def test_numbers_that_go_on_in_any_way_of_writing_are_no_finding(sound, tasks):
    assert numbered(sound, *tasks) == []


def test_the_tasks_of_the_next_service_may_go_on_where_the_last_one_ended(sound, store):
    sound.does("2019 жыл март")
    other = sound.serves("Жарык", votes=3)
    task = plan_actions.add_task(store, priority_id=other, title_ky="Чырак").made
    plan_actions.change_task(store, task_id=task, number="2")
    sound.does("2019 жыл март", task_id=task)
    assert Finding.NUMBERING not in {one[1] for one in found(sound.strategy)}
    plan_actions.change_task(store, task_id=task, number="3")
    assert Finding.NUMBERING in {one[1] for one in found(sound.strategy)}


@pytest.mark.parametrize(
    ("first", "second", "is_before"),
    [
        ("2019 жыл март", "2019-жылдын 28-февралына чейин", True),
        ("2019 жыл март", "2019-жылдын 1-мартына чейин", False),
        ("2019 жыл 15-апрелге чейин", "2019 жыл 10-апрелге чейин", False),
    ],
)
def test_a_plan_begins_with_the_first_day_of_its_first_activity(sound, first, second, is_before):
    """A first activity with a last day only may have begun long before."""
    told = [one for one in found(sound.does(first, second).strategy) if one[1] is Finding.BEFORE_PLAN]
    assert told == ([(1, Finding.BEFORE_PLAN, ("1.2",))] if is_before else [])


def test_a_sound_plan_has_no_warning(sound):
    assert found(sound.does("2019 жыл март", "2019 жыл апрель").strategy) == []


@pytest.mark.clause("ST-7.6")
def test_a_changed_standard_is_a_new_version_and_wants_a_meeting_of_consumers(store):
    plan = Plan(store)
    service_id = plan.strategy.priorities[0].service_id
    for texts, meeting in ((["аптасына бир жолу"], ""), (["айына эки жолу"], "")):
        actions.write_standard(store, service_id=service_id, criterion=Criterion.TIME, texts=texts, agreed_with=meeting)
    strategy = plan.strategy
    assert [one.texts for one in versions.held(strategy, strategy.priorities[0])] == [["айына эки жолу"]]
    assert len(versions.changed_without_agreement(strategy, strategy.priorities[0])) == 1
    actions.write_standard(
        store,
        service_id=service_id,
        criterion=Criterion.TIME,
        texts=["айына үч жолу"],
        agreed_with="керектөөчүлөрдүн жыйыны",
        agreed_on=date(2019, 9, 1),
    )
    strategy = plan.strategy
    assert [one.version for one in strategy.priorities[0].service.standards] == [1, 2, 3]
    assert len(versions.changed_without_agreement(strategy, strategy.priorities[0])) == 1
