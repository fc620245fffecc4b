"""A large plan in an office, and the same tasks in one table as the floor reads them."""

import datetime
import sqlite3

from sqlalchemy import insert

from ayil_desktop import subjects
from ayil_desktop.language.message import Message
from ayil_desktop.office.records import Office, Service
from ayil_desktop.store import opening
from ayil_desktop.store.base import new_id, now
from ayil_desktop.store.work import work
from ayil_desktop.strategy.records import Activity, Link, PriorityService, Responsible, Strategy, Task
from tests.bench import chart_floor

BEGINS = datetime.date(2026, 1, 1)
TASKS_OF_A_SERVICE, ACTIVITIES_OF_A_TASK = 20, 20


def make(office, count):
    """An office whose strategy has so many activities: twenty to a task, twenty tasks to a service."""
    subjects.know_records()
    store = opening.create(office)
    with work(store, Message("Fill the office with a sample"), lasting=True, bulk=True) as session:
        for record, found in _rows(chart_floor.tasks(count)).items():
            session.execute(
                insert(record), [{"id": new_id(), "created_at": now(), "changed_at": now()} | row for row in found]
            )
    store.close()


def make_floor(file, count):
    """One table of names, first days, lengths and needed rows."""
    with sqlite3.connect(file) as connection:
        connection.execute("create table task(id integer primary key, name text, s int, len int, dep int)")
        connection.executemany("insert into task(name, s, len, dep) values(?, ?, ?, ?)", chart_floor.tasks(count))


def _rows(tasks):
    strategy = {"id": new_id(), "title_ky": "Өлчөм стратегиясы", "status": "draft", "title_page": [], "head_ky": {}}
    strategy |= {"title_ru": "", "controller_ky": "", "begins": BEGINS, "ends": BEGINS.replace(year=2027)}
    rows = {Office: [{"name_ky": "Өлчөм айыл өкмөтү", "is_practice": True}], Strategy: [strategy]}
    rows |= {record: [] for record in (Service, PriorityService, Task, Activity, Responsible, Link)}
    ids = [new_id() for _ in tasks]
    for number, one in enumerate(tasks):
        within, place = divmod(number, ACTIVITIES_OF_A_TASK)
        if place == 0 and within % TASKS_OF_A_SERVICE == 0:
            _add_service(rows, strategy["id"])
        if place == 0:
            of = {"priority_id": rows[PriorityService][-1]["id"]}
            rows[Task].append({"id": new_id(), "place": within, "number": str(within + 1), "title_ky": "Милдет"} | of)
        _add_activity(rows, ids, number, one)
    return rows


def _add_service(rows, strategy_id):
    service, place = {"id": new_id(), "name_ky": "Кызмат"}, len(rows[Service]) + 1
    rows[Service].append(service)
    rows[PriorityService].append(
        {"id": new_id(), "strategy_id": strategy_id, "service_id": service["id"], "place": place, "name_ky": "Кызмат"}
    )


def _add_activity(rows, ids, number, task):
    name, first, length, needs = task
    begins = BEGINS + datetime.timedelta(days=first)
    of = rows[Task][-1]
    rows[Activity].append(
        {
            "id": ids[number],
            "task_id": of["id"],
            "place": number,
            "number": f"{of['number']}.{number % ACTIVITIES_OF_A_TASK + 1}",
            "text_ky": name,
            "deadline_ky": "2026 жыл май",
            "deadline_kind": "date_range",
            "starts": begins,
            "ends": begins + datetime.timedelta(days=length - 1),
        }
    )
    rows[Responsible].append({"activity_id": ids[number], "text": "Айыл өкмөтүнүн башчысы"})
    if needs >= 0:
        rows[Link].append({"before_id": ids[needs], "after_id": ids[number]})
