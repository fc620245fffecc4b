"""What can a clerk do about the office itself? On a real office."""

from datetime import date

import pytest

from ayil_desktop.commission import actions as commission
from ayil_desktop.commission import body_actions
from ayil_desktop.commission.rules import MemberEntry
from ayil_desktop.office import actions, records, settings
from ayil_desktop.office import rules as office_rules
from ayil_desktop.office.charters import Group
from ayil_desktop.office.records import Sex
from ayil_desktop.refused import Refused
from ayil_desktop.store import journal
from ayil_desktop.store.work import reading

TODAY = date(2019, 3, 13)


def refusal(act, /, *given, **named):
    with pytest.raises(Refused) as refused:
        act(*given, **named)
    return refused.value


def office_of(store):
    with reading(store) as session:
        return records.office(session)


@pytest.fixture
def person(store):
    body = body_actions.found_body(store, name_ky="Комиссия").made
    commission.add_member(store, body_id=body, entry=MemberEntry("Асанов Эрмек"), starts=TODAY, today=TODAY)
    with reading(store) as session:
        return records.people(session)[0].id


def person_of(store, person):
    with reading(store) as session:
        return next(one for one in records.people(session) if one.id == person)


def test_the_office_gets_its_names(store):
    assert office_of(store) is None
    actions.change_office(store, values={"name_ky": " Чет-Нура айыл өкмөтү ", "phone": "03522 5 12 34"})
    actions.change_office(store, values={"head_name": "Мусурканов Азамат"})
    own = office_of(store)
    assert (own.name_ky, own.phone, own.head_name) == ("Чет-Нура айыл өкмөтү", "03522 5 12 34", "Мусурканов Азамат")
    journal.undo(store)
    assert office_of(store).head_name == ""


@pytest.mark.parametrize(("values", "field"), [({"phone": "жок"}, "phone"), ({"name_ky": "а" * 301}, "name_ky")])
def test_a_wrong_entry_about_the_office_is_refused_at_its_field(store, values, field):
    assert refusal(actions.change_office, store, values=values).field == field
    assert office_of(store) is None


def test_settings_are_chosen_and_undone(store):
    for value in ("full", "initials", "full"):
        actions.choose(store, name="signature_names", value=value)
    with reading(store) as session:
        assert settings.read(records.settings(session)).signature_names == "full"
    journal.undo(store)
    with reading(store) as session:
        assert records.settings(session) == {}
    actions.choose(store, name="signature_names", value="initials")
    assert refusal(actions.choose, store, name="signature_names", value="stamp").field == "signature_names"
    actions.choose(store, name="meeting_number", value="with_year")
    actions.choose(store, name="meeting_number", value="with_year")
    with reading(store) as session:
        assert records.settings(session) == {"meeting_number": "with_year"}


def test_a_person_is_corrected_and_sorted_anew(store, person):
    values = {"name": "Өмүров Эрмек", "birth_year": "1975", "phone": "0555 123456", "village": "Ак-Кыя"}
    actions.change_person(store, person_id=person, values=values, today=TODAY)
    kept = person_of(store, person)
    assert (kept.name, kept.birth_year, kept.village, kept.folded) == ("Өмүров Эрмек", 1975, "Ак-Кыя", "омуров эрмек")
    actions.change_person(store, person_id=person, values={"birth_year": ""}, today=TODAY)
    assert person_of(store, person).birth_year is None
    wrong = {"name": "Башка", "phone": "?"}
    assert refusal(actions.change_person, store, person_id=person, values=wrong, today=TODAY).field == "phone"
    assert person_of(store, person).name == "Өмүров Эрмек"
    with pytest.raises(KeyError):
        actions.change_person(store, person_id=person, values={"sort_key": "а"}, today=TODAY)


def test_private_marks_are_recorded_and_forgotten(store, person):
    actions.record_marks(store, person_id=person, values={"sex": Sex.WOMAN, "minority": True, "disability": False})
    kept = person_of(store, person)
    assert (kept.sex, kept.minority, kept.disability) == (Sex.WOMAN, True, False)
    actions.record_marks(store, person_id=person, values={"minority": None})
    assert person_of(store, person).minority is None


def test_days_are_free_or_working_by_the_offices_own_table(store):
    moved = date(2019, 3, 9)
    made = actions.set_day(store, day=moved, is_working=True, name="Көчүрүлгөн күн", today=TODAY).made
    assert refusal(actions.set_day, store, day=moved, is_working=False, name="", today=TODAY).field == "day"
    other = actions.set_day(store, day=date(2019, 8, 12), is_working=False, name="Айт", today=TODAY).made
    clash = refusal(actions.change_day, store, override_id=other, values={"day": moved}, today=TODAY)
    assert clash.field == "day"
    values = {"day": date(2019, 8, 11), "is_working": False, "name": "Курман айт"}
    actions.change_day(store, override_id=other, values=values, today=TODAY)
    actions.remove_days(store, override_ids=[made])
    with reading(store) as session:
        assert [(row.day, row.name) for row in records.day_overrides(session)] == [(date(2019, 8, 11), "Курман айт")]
    journal.undo(store)
    with reading(store) as session:
        assert len(records.day_overrides(session)) == 2


def charter_of(store, charter):
    with reading(store) as session:
        return records.charter(session, charter)


def minimum(store, charter, day):
    return office_rules.charter_for(charter_of(store, charter).versions, day).charter.whole("min_members")


@pytest.mark.clause("CN-8.1")
def test_a_changed_number_holds_from_its_day_on(store):
    charter = actions.adopt_charter(store, key="chet-nura").made
    version = actions.add_version(
        store, charter_id=charter, in_force_from=date(2020, 1, 1), basis_ky="№3/1 токтом", today=TODAY
    ).made
    actions.change_number(store, version_id=version, name="min_members", value=9)
    assert [minimum(store, charter, day) for day in (date(2019, 12, 31), date(2020, 1, 1))] == [7, 9]
    again = {"charter_id": charter, "in_force_from": date(2020, 1, 1), "today": TODAY}
    assert refusal(actions.add_version, store, **again).clause == "CN-8.1"
    assert refusal(actions.change_number, store, version_id=version, name="min_members", value=0).field == "min_members"
    journal.undo(store)
    assert minimum(store, charter, date(2020, 1, 1)) == 7


def test_a_version_is_corrected_and_removed(store):
    charter = actions.adopt_charter(store, key="chet-nura").made
    first = charter_of(store, charter).versions[0].id
    second = actions.add_version(store, charter_id=charter, in_force_from=date(2020, 1, 1), today=TODAY).made
    clash = {"in_force_from": date(2018, 12, 24)}
    assert refusal(actions.change_version, store, version_id=second, values=clash, today=TODAY).field == "in_force_from"
    values = {"in_force_from": date(2020, 2, 1), "basis_ky": "№4 токтом", "basis_ru": "Постановление № 4"}
    actions.change_version(store, version_id=second, values=values, today=TODAY)
    assert [version.basis_ky for version in charter_of(store, charter).versions][1] == "№4 токтом"
    actions.remove_version(store, version_id=second)
    assert refusal(actions.remove_version, store, version_id=first).clause == "CN-8.1"


def test_groups_of_a_charter_are_the_offices_own(store):
    charter = actions.adopt_charter(store, key="chet-nura").made
    version = charter_of(store, charter).versions[0]
    groups = (Group("ngo", "CN-5.2.4"), Group("дыйкандар", "", seats=2))
    actions.change_groups(store, version_id=version.id, groups=groups)
    held = office_rules.charter_of(charter_of(store, charter).versions[0])
    assert held.groups == groups
    assert (held.groups_clause, held.groups_reading) == ("CN-5.2", "R-22")
    refused = refusal(actions.change_groups, store, version_id=version.id, groups=(*groups, *groups))
    assert refused.field == "groups"


def test_an_office_writes_a_charter_of_its_own(store):
    charter = actions.write_charter(store, name_ky="Жобо", in_force_from=TODAY, today=TODAY).made
    held = office_rules.charter_of(charter_of(store, charter).versions[0])
    assert not any(number.is_regulated for number in held.numbers.values())
    actions.name_charter(store, charter_id=charter, name_ky="Комиссиянын жобосу", name_ru="Положение")
    assert charter_of(store, charter).name_ru == "Положение"
    assert refusal(actions.write_charter, store, name_ky="", in_force_from=TODAY, today=TODAY).field == "name_ky"
