"""What a clerk does about the office, its people, its days and its charters."""

from datetime import date

from ayil_desktop.office import actions, records
from ayil_desktop.office.charters import Group
from ayil_desktop.office.records import Sex
from ayil_desktop.store.work import reading
from tests.meetings.made_up import Commission
from tests.undo.story import told

TODAY = date(2019, 3, 6)


def a_day(c):
    return actions.set_day(c.store, day=date(2019, 3, 22), is_working=True, name="Иш күнү", today=TODAY).made


def version(c):
    with reading(c.store) as session:
        return records.charter(session, c.charter_id).versions[0].id


def second_version(c):
    return actions.add_version(c.store, charter_id=c.charter_id, in_force_from=date(2020, 1, 1), today=TODAY).made


STORIES = told(
    Commission,
    (actions.change_office, lambda c: {"values": {"name_ky": "Чет-Нура айыл өкмөтү", "phone": "0555 12 34 56"}}),
    (actions.choose, lambda c: {"name": "signature_names", "value": "full"}),
    (
        actions.change_person,
        lambda c: {"person_id": c.id(4), "values": {"name": "Өмүров Эрмек", "birth_year": "1975"}, "today": TODAY},
    ),
    (actions.record_marks, lambda c: {"person_id": c.id(4), "values": {"sex": Sex.MAN, "minority": True}}),
    (actions.set_day, lambda c: {"day": TODAY, "is_working": False, "name": "Суу ташкыны", "today": TODAY}),
    (actions.change_day, lambda c: {"override_id": a_day(c), "values": {"is_working": False}, "today": TODAY}),
    (actions.remove_days, lambda c: {"override_ids": [a_day(c)]}),
    (actions.adopt_charter, lambda c: {"key": "naryn-council", "in_force_from": TODAY}),
    (actions.write_charter, lambda c: {"name_ky": "Өз жобобуз", "in_force_from": TODAY, "today": TODAY}),
    (actions.name_charter, lambda c: {"charter_id": c.charter_id, "name_ky": "Жаңы жобо", "name_ru": "Новое"}),
    (
        actions.add_version,
        lambda c: {"charter_id": c.charter_id, "in_force_from": date(2020, 1, 1), "today": TODAY, "basis_ky": "20/1"},
    ),
    (actions.change_number, lambda c: {"version_id": version(c), "name": "min_members", "value": 9}),
    (
        actions.note_number,
        lambda c: {"version_id": version(c), "name": "min_members", "clause": "5.1", "from_text": False},
    ),
    (actions.change_groups, lambda c: {"version_id": version(c), "groups": (Group("business", "CN-5.2", 2),)}),
    (
        actions.change_version,
        lambda c: {"version_id": version(c), "values": {"basis_ky": "15/8", "in_force_from": TODAY}, "today": TODAY},
    ),
    (actions.remove_version, lambda c: {"version_id": second_version(c)}),
)
