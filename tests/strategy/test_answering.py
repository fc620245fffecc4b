"""Is the plan narrowed to what one person answers for, however the person is written?"""

import pytest

from ayil_desktop.commission import records as commission_records
from ayil_desktop.office import records as office_records
from ayil_desktop.store.work import reading
from ayil_desktop.strategy import answering, plan_actions
from ayil_desktop.strategy.plan_actions import ActivityEntry
from ayil_desktop.strategy.records import Activity, Responsible


@pytest.fixture
def tab(plan, chet_nura, store, show):
    """1.1 … 1.6 of the made-up plan, each with its own spelling of who answers; the real commission on record."""
    for who in (
        ["Айыл өкмөт башчысы"],
        ["Мусурканов А."],
        ["Жооптуу катчы;"],
        ["жооптуу  катчы."],
        ["А.Асанов, Б.Бакиров"],
        ["Жумушчу комиссия", "А.Асанов"],
    ):
        entry = ActivityEntry("Иш", deadline="2019 жыл май", responsible=who)
        plan_actions.add_activity(store, task_id=plan.task_id, entry=entry)
    screen = show()
    screen.choose(plan.id)
    return screen


def means(store, plan, number, person=None, body=None, line=0):
    """The card of the activity says who is meant on record."""
    with reading(store) as session:
        people = {one.name: one.id for one in office_records.people(session)}
        bodies = commission_records.bodies(session)
    row = plan[number].responsible[line]
    meant = {"person_id": people[person]} if person else {"body_id": bodies[body].id}
    plan_actions.recognise(store, responsible_id=row.id, **meant)


def offered(tab):
    box = tab.plan.which
    return [box.itemText(place) for place in range(box.count()) if str(box.itemData(place)).startswith("person:")]


def shown_of(tab, name):
    tab.plan.which.setCurrentIndex(tab.plan.which.findText(name))
    assert tab.plan.which.currentText() == name
    return [row.number for row in tab.plan.rows if row.level == 2]


def test_free_words_are_one_entry_whatever_their_signs_and_capitals(tab):
    assert offered(tab) == [
        "А.Асанов",
        "Айыл өкмөт башчысы",
        "Б.Бакиров",
        "Жооптуу катчы",
        "Жумушчу комиссия",
        "Мусурканов А.",
    ]
    assert shown_of(tab, "Жооптуу катчы") == ["1.3", "1.4"]


def test_several_in_one_cell_count_for_each(tab):
    assert shown_of(tab, "А.Асанов") == ["1.5", "1.6"]
    assert shown_of(tab, "Б.Бакиров") == ["1.5"]


def test_who_is_on_record_is_one_entry_under_two_spellings(tab, plan, store):
    for number in ("1.1", "1.2"):
        means(store, plan, number, person="Мусурканов Азамат")
    tab.show_touched(frozenset({"strategy"}))
    name = next(one for one in offered(tab) if one.startswith("Мусурканов Азамат"))
    assert not {"Айыл өкмөт башчысы", "Мусурканов А."} & set(offered(tab))
    assert shown_of(tab, name) == ["1.1", "1.2"]


def test_a_body_on_record_has_its_own_name(tab, plan, store):
    means(store, plan, "1.6", body=0)
    tab.show_touched(frozenset({"strategy"}))
    with reading(store) as session:
        name = commission_records.bodies(session)[0].names[0]
    shown = name.short_ky or name.name_ky
    assert "Жумушчу комиссия" not in set(offered(tab)) - {shown}
    assert shown_of(tab, shown) == ["1.6"]
    assert shown_of(tab, "А.Асанов") == ["1.5", "1.6"]


def test_the_other_one_of_a_cell_stays_beside_the_person_on_record(tab, plan, store):
    means(store, plan, "1.5", person="Мусурканов Азамат")
    tab.show_touched(frozenset({"strategy"}))
    assert shown_of(tab, "Б.Бакиров") == ["1.5"]
    assert shown_of(tab, "А.Асанов") == ["1.6"]


def test_the_chosen_person_stays_chosen_when_it_is_recognised_elsewhere(tab, plan, store):
    assert shown_of(tab, "Б.Бакиров") == ["1.5"]
    means(store, plan, "1.1", person="Мусурканов Азамат")
    tab.show_touched(frozenset({"strategy"}))
    assert tab.plan.which.currentText() == "Б.Бакиров"


@pytest.mark.parametrize(
    ("written", "named"),
    [
        ("Айыл кенештин төрагасы,", ["Айыл кенештин төрагасы"]),
        ("А.Асанов жана Б.Бакиров", ["А.Асанов", "Б.Бакиров"]),
        ("Асанов А.Б.; Бакиров Б.", ["Асанов А.Б.", "Бакиров Б."]),
        ("Иванов И.И. и Петров П.", ["Иванов И.И.", "Петров П."]),
        ("Биргелешкен мониторинг жана баалоо боюнча комиссия", ["Биргелешкен мониторинг жана баалоо боюнча комиссия"]),
        ("Адис (жер, суу)", ["Адис (жер, суу)"]),
        ("Башчы / катчы", ["Башчы", "катчы"]),
        (" ; ", []),
    ],
)
def test_a_cell_names_one_or_several(written, named):
    activity = Activity(responsible=[Responsible(text=written)])
    assert [one.name for one in answering.everybody([activity], "ky", {})] == named


def test_every_line_of_the_real_strategy_leads_to_its_activities(real_tab):
    reached = set()
    for one in real_tab.shown.people():
        reached |= {number for number in shown_of(real_tab, one.name)}
    with_somebody = {row.number for row in real_tab.shown.rows() if row.level == 2 and row.responsible}
    assert reached == with_somebody
