"""What a clerk does with bodies and their members."""

from datetime import date

from ayil_desktop.commission import actions, body_actions, records
from ayil_desktop.commission.actions import Act
from ayil_desktop.commission.records import Role
from ayil_desktop.commission.rules import MemberEntry
from ayil_desktop.store.work import reading
from tests.meetings.made_up import APPOINTED, Commission
from tests.undo.story import told

TODAY = date(2019, 3, 6)
ACT = Act("7", date(2019, 2, 1))


def seat(c, number):
    with reading(c.store) as session:
        return next(row.id for row in records.memberships(session, c.body_id) if row.person_id == c.id(number))


def name_of(c):
    with reading(c.store) as session:
        return records.body(session, c.body_id).names[0].id


def an_empty_body(c, charter="naryn-council"):
    return body_actions.found_body(c.store, name_ky="Кеңеш", charter_key=charter, charter_from=TODAY).made


STORIES = told(
    Commission,
    (
        actions.add_member,
        lambda c: {
            "body_id": c.body_id,
            "entry": MemberEntry("Жаңы Киши"),
            "starts": TODAY,
            "today": TODAY,
            "act": ACT,
        },
    ),
    (
        actions.paste_members,
        lambda c: {
            "body_id": c.body_id,
            "entries": [MemberEntry("Жаңы Бир"), MemberEntry("Жаңы Эки")],
            "starts": TODAY,
            "today": TODAY,
        },
    ),
    (
        actions.change_seat,
        lambda c: {"membership_id": seat(c, 4), "values": {"position_ky": "мугалим", "starts": date(2019, 1, 20)}},
    ),
    (actions.mark_groups, lambda c: {"membership_id": seat(c, 4), "groups": ["business", "youth"]}),
    (actions.change_role, lambda c: {"membership_id": seat(c, 4), "role": Role.SECRETARY, "act": ACT, "today": TODAY}),
    (
        actions.discharge,
        lambda c: {
            "membership_ids": [seat(c, 4), seat(c, 5)],
            "act": ACT,
            "today": TODAY,
            "reason": "өз каалоосу",
        },
    ),
    (
        actions.enter_order,
        lambda c: {
            "body_id": c.body_id,
            "act": ACT,
            "today": TODAY,
            "discharged": [seat(c, 4)],
            "appointed": [MemberEntry("Жаңы Киши")],
        },
    ),
    (
        actions.set_act,
        lambda c: {"membership_ids": [seat(c, 4)], "act": ACT, "today": TODAY, "moves_start": True},
    ),
    (actions.change_order, lambda c: {"order_id": c.order_id, "act": Act("9", APPOINTED), "today": TODAY}),
    (actions.move_member, lambda c: {"membership_id": seat(c, 4), "day": TODAY, "steps": -1}),
    (actions.remove_member, lambda c: {"membership_ids": [seat(c, 4), seat(c, 5)]}),
    (
        body_actions.found_body,
        lambda c: {"name_ky": "Кеңеш", "charter_key": "naryn-council", "charter_from": TODAY},
    ),
    (body_actions.rename_body, lambda c: {"body_id": c.body_id, "name_ky": "Жаңы ат", "in_force_from": TODAY}),
    (body_actions.change_name, lambda c: {"name_id": name_of(c), "values": {"short_ky": "ЖК"}}),
    (body_actions.change_body, lambda c: {"body_id": c.body_id, "values": {"dissolved_on": date(2030, 1, 1)}}),
    (
        body_actions.give_charter,
        lambda c: {"body_id": an_empty_body(c, ""), "charter_key": "naryn-council", "charter_from": TODAY},
    ),
    (body_actions.remove_body, lambda c: {"body_id": an_empty_body(c)}),
)
