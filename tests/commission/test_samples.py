"""Do the samples hold what the documents tell, and nothing else?"""

import json
from datetime import date

import pytest

from ayil_desktop.commission import records, rules, samples, showing
from ayil_desktop.commission.records import Role
from ayil_desktop.office import records as office
from ayil_desktop.office.records import OrderKind, Sex
from ayil_desktop.store.work import reading

DAY = date(2019, 3, 13)


def shown(store, body, day=DAY):
    with reading(store) as session:
        return showing.summary(records.body(session, body), records.memberships(session, body), day, "en")


@pytest.mark.clause("CN-5.3.1")
def test_the_real_composition_lacks_one_woman(store):
    made = samples.make_chet_nura(store)
    told = shown(store, made.bodies["commission"])
    assert (told["members"], told["women"], told["men"]) == (11, 3, 8)
    check = next(check for check in told["checks"] if check["clause"] == "CN-5.3.1")
    assert (check["ok"], check["actual"], check["needed"]) == (False, 3, 4)
    assert check["text"] == "Women: 3 of 11 = 27.3 %. At least 4 needed: 1 more."
    assert told["informational"] is False


@pytest.mark.clause("CN-5.1a")
@pytest.mark.clause("CN-5.1b")
@pytest.mark.clause("CN-5.1c")
@pytest.mark.clause("CN-5.2.3")
@pytest.mark.clause("CN-5.2.4")
@pytest.mark.clause("CN-5.2.5")
@pytest.mark.clause("CN-5.2.6")
@pytest.mark.clause("CN-5.3.2a")
@pytest.mark.clause("CN-5.3.2b")
def test_what_is_not_recorded_about_the_real_people_is_not_known(store):
    made = samples.make_chet_nura(store)
    answers = {}
    for check in shown(store, made.bodies["commission"])["checks"]:
        answers.setdefault(check["clause"], []).append(check["ok"])
    assert answers == {
        "CN-5.1c": [True],
        "CN-5.1b": [True, True, True],
        "CN-5.3.1": [False],
        "CN-5.3.2a": [None],
        "CN-5.3.2b": [None],
        "CN-5.2.1a": [True],
        "CN-5.2.1b": [True],
        "CN-5.2.2": [True],
        "CN-5.2.3": [False],
        "CN-5.2.4": [False],
        "CN-5.2.5": [False],
        "CN-5.2.6": [False],
        "CN-5.1a": [True],
    }


@pytest.mark.clause("ST-3.1")
def test_the_first_composition_is_of_18_october_2018_by_order_135(store):
    made = samples.make_chet_nura(store)
    told = shown(store, made.bodies["commission"], date(2018, 10, 18))
    assert told["informational"] is True
    assert {seat["act"]["number"] for seat in told["seats"]} == {"135-б"}
    assert [seat["role"] for seat in told["seats"]] == ["chairman", "deputy", "secretary", *["member"] * 8]
    assert shown(store, made.bodies["commission"], date(2018, 10, 17))["members"] == 0
    with reading(store) as session:
        acts = {act.number: act for act in office.orders(session)}
        seats = records.memberships(session, made.bodies["commission"])
    assert acts["135-б"].kind is OrderKind.ORDER
    assert acts["135-б"].text_ky.endswith("№135-б буйругунун негизинде түзүлгөн.")
    assert seats[0].position_ky == "Чет-Нура айыл өкмөтүнүн башчысы, жумушчу комиссиянын төрагасы"
    assert [seat.person.name for seat in seats if seat.person.sex is Sex.WOMAN] == [
        "Садыкова Керез",
        "Муканова Роза",
        "Токтомамыт кызы Кундуз",
    ]
    unrecorded = [(seat.person.minority, seat.person.disability, seat.person.birth_year) for seat in seats]
    assert set(unrecorded) == {(None, None, None)}


@pytest.mark.clause("CN-0.7")
@pytest.mark.clause("CN-R.1")
def test_the_real_commission_has_its_full_name_and_its_resolution(store):
    made = samples.make_chet_nura(store)
    with reading(store) as session:
        body = records.body(session, made.bodies["commission"])
        acts = {act.id: act for act in office.orders(session)}
    name = rules.name_on(body.names, DAY)
    words = name.name_ky.split()
    assert len(words) == 13
    assert name.name_ky.startswith("Кызмат көрсөтүүлөрдү уюштуруу")
    assert name.name_ky.endswith("Жумушчу комиссия")
    resolution = acts[body.charter.versions[0].order_id]
    assert (resolution.number, resolution.date) == ("15/8", date(2018, 12, 24))


@pytest.mark.clause("NC-1.1")
@pytest.mark.clause("NC-1.3")
@pytest.mark.clause("NC-1.4")
def test_the_naryn_council_keeps_its_older_name_and_tells_no_members(store):
    made = samples.make_naryn(store)
    told = [shown(store, made.bodies["council"], day) for day in (date(2014, 6, 11), date(2014, 8, 21))]
    assert told[0]["name"] == "Миң Жылдыкты Өнүктүрүү максаттары боюнча Координациялык Кеңеш"
    assert told[1]["name"].startswith("Нарын шаардык мэриясынын алдында мамлекеттик")
    assert [(one["regulated"], one["checks"]) for one in told] == [(False, [])] * 2
    for one in told:
        assert [one[name] for name in ("members", "women", "men", "sex_not_recorded")] == [None] * 4
    with reading(store) as session:
        acts = {(act.number, act.date) for act in office.orders(session)}
        names = records.body(session, made.bodies["council"]).names
    assert acts == {("425-б", date(2010, 12, 6)), ("242-б", date(2014, 6, 19))}
    assert {name.short_ky for name in names} == {"КК"}


def test_the_practice_office_lacks_one_thing_to_learn_from(store):
    made = samples.make_practice(store)
    told = shown(store, made.bodies["commission"], date(2026, 3, 2))
    assert [check["clause"] for check in told["checks"] if check["ok"] is not True] == ["CN-5.2.5"]
    with reading(store) as session:
        own = office.office(session)
        people = office.people(session)
        chairman = next(
            seat for seat in records.memberships(session, made.bodies["commission"]) if seat.role is Role.CHAIRMAN
        )
    assert own.is_practice
    assert own.head_name == chairman.person.name
    assert len(people) == len(made.people) == 11
    assert all(person.birth_year and person.phone for person in people)


def test_a_sample_is_not_undone_step_by_step(store):
    samples.make_practice(store)
    assert store.sitting.undo_step is None


def test_what_is_shown_has_ids_and_no_private_marks(store):
    made = samples.make_practice(store)
    told = shown(store, made.bodies["commission"], date(2026, 3, 2))
    assert told["id"] == made.bodies["commission"]
    assert len({check["id"] for check in told["checks"]}) == len(told["checks"])
    assert all(seat["id"] for seat in told["seats"])
    written = json.dumps(told["seats"])
    for word in ("sex", "minority", "disability", "birth", "phone"):
        assert word not in written
    assert "0555 00" not in written
