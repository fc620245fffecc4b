"""A window with one of everything that widgets/ has, on made-up people: for pictures, and for what holds of all."""

from dataclasses import dataclass
from datetime import date
from io import BytesIO

from PySide6.QtWidgets import QHBoxLayout, QTabWidget, QVBoxLayout, QWidget
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen import canvas

from ayil_desktop import shipped
from ayil_desktop.language.message import Message
from ayil_desktop.refused import Refused
from ayil_desktop.widgets import style
from ayil_desktop.widgets.choice_fields import CheckField, ChoiceField, TriStateField
from ayil_desktop.widgets.chooser_field import ChooserField
from ayil_desktop.widgets.columns import Choice, Column, Editor
from ayil_desktop.widgets.folding import SidePanel
from ayil_desktop.widgets.form import Form
from ayil_desktop.widgets.labels import Button, Chip, ClauseLink, Figure, Label
from ayil_desktop.widgets.notice_bar import NoticeBar
from ayil_desktop.widgets.preview import Preview
from ayil_desktop.widgets.progress_line import ProgressLine
from ayil_desktop.widgets.record_table import RecordTable
from ayil_desktop.widgets.scrolling import Scrolling
from ayil_desktop.widgets.text_fields import DateField, LongTextField, NumberField, TextField, TimeField

NAMES = (
    *("Үлгүбаев Өмүрбек", "Сынакова Кеңешгүл", "<b>Мисалов</b> & уулу", "Үлгүлүева Айнура", "Осмонов Талант"),
    *("Өзгөнбаева Жаңыл", "Ырысов Нурлан", "Узакова Бүбүсара", "Үсөнов Бакыт", "Мисалова Чынаркүл", "Сынаков Эрмек"),
)
ROLES = (
    Choice("chair", Message("Chairman")),
    Choice("secretary", Message("Secretary")),
    Choice(None, Message("Member")),
)


@dataclass
class Person:
    id: str
    name: str
    post: str
    role: str | None
    since: date
    came: bool | None


PEOPLE = [
    Person(
        str(number),
        name,
        "айыл өкмөтүнүн башкы адиси" if number % 2 else "мугалим",
        {0: "chair", 1: "secretary"}.get(number),
        date(2018, 10, 18 + number),
        (True, False, None)[number % 3],
    )
    for number, name in enumerate(NAMES)
]


def keep(key):
    def changed(person, value):
        if key == "name" and len(value) < 4:
            raise Refused(Message("“{name}” is too short for a name.", name=value), field=key, clause="CN-5.1")
        setattr(person, key, value)

    return changed


def shape():
    late = date(2018, 10, 21)
    return (
        Column("name", Message("Name"), lambda p: p.name, width=200, set_value=keep("name"), stretches=True),
        Column("post", Message("Post"), lambda p: p.post, width=210, set_value=keep("post")),
        Column("role", Message("Role"), lambda p: p.role, editor=Editor.CHOICE, choices=ROLES, set_value=keep("role")),
        Column(
            *("since", Message("Since"), lambda p: p.since, 110),
            editor=Editor.DATE,
            set_value=keep("since"),
            ink=lambda p: "due" if p.since == late else "",
            sign=lambda p: "alarm-clock" if p.since == late else "",
        ),
        Column(*("came", Message("Came"), lambda p: p.came, 70), editor=Editor.CHECK, set_value=keep("came")),
    )


def table(**options):
    options = {"name": Message("Members"), "key": "sample/members", "reorderable": True, **options}
    made = RecordTable(shape(), **options)
    made.set_rows(PEOPLE)
    return made


def empty_table():
    made = RecordTable(
        shape(),
        key="sample/empty",
        name=Message("Members"),
        empty=Message("No members yet. Paste the list from Word or Excel here, or add them one by one."),
        first_step=(Message("Add a member"), lambda: None),
    )
    return made


def form(**options):
    made = Form(**options)
    made.add(TextField("name", Message("Name"), hint=Message("Surname first, as in the passport")))
    made.add_row(DateField("day", Message("Day of the meeting")), TimeField("time", Message("Time")))
    made.add_row(NumberField("seats", Message("Seats")), ChoiceField("role", Message("Role"), ROLES))
    made.add(ChooserField("chair", Message("Presiding"), lambda: [Choice(p.id, p.name, p.post) for p in PEOPLE]))
    made.add(TriStateField("woman", Message("Woman")))
    made.add(CheckField("open", Message("Open to the public")))
    made.add(LongTextField("about", Message("Remarks"), lines=3))
    made.set_values(
        {
            **{"name": NAMES[2], "day": date(2019, 3, 13), "time": "10:00", "seats": 27.5, "role": "chair"},
            **{"chair": "3", "open": True, "about": "Биринчи сап.\nЭкинчи сап."},
        }
    )
    made.show_refusal(
        Refused(
            Message(
                "The notice must go out {days} working days before; the last day was {day}.",
                days=3,
                day=date(2019, 3, 7),
            ),
            field="day",
            clause="CN-6.2",
        )
    )
    return made


def side():
    box = QWidget()
    stack = QVBoxLayout(box)
    stack.addWidget(Figure("8 / 6", Message("present / needed")))
    for state, words in (
        ("done", Message("Adopted")),
        ("due", Message("Two days left")),
        ("late", Message("Overdue")),
        ("plain", Message("Not started")),
        ("accent", Message("In session")),
    ):
        stack.addWidget(Chip(state, words))
    stack.addWidget(ClauseLink("CN-7.3"))
    stack.addWidget(Button(Message("Add a member"), sign="user-plus", main=True))
    stack.addWidget(Button(Message("Print"), sign="printer"))
    disabled = Button(Message("Seal"), sign="stamp")
    disabled.setEnabled(False)
    stack.addWidget(disabled)
    stack.addWidget(
        Label(Message("A colour never speaks alone: an icon or a word goes with it."), say="muted", wraps=True)
    )
    stack.addStretch()
    return SidePanel(Message("Composition"), box, key="sample/side")


def pdf():
    pdfmetrics.registerFont(TTFont("Serif", str(shipped.resource("fonts/LiberationSerif-Regular.ttf"))))
    out = BytesIO()
    paper = canvas.Canvas(out, pagesize=A4)
    for page in range(3):
        paper.setFont("Serif", 14)
        for line in range(30):
            paper.drawString(
                85, 780 - line * 22, f"{page + 1}.{line + 1}. {NAMES[line % len(NAMES)]} – макул, каршы, калыс"
            )
        paper.showPage()
    paper.save()
    return out.getvalue()


def preview():
    made = Preview("Протокол 3", language="ky")
    made.show_pdf(pdf())
    return made


def window():
    """All of it on tabs, a notice bar and a progress line below."""
    made = QWidget()
    style.wear(made)
    made.resize(1366, 768)
    tabs = made.tabs = QTabWidget()
    for content, words in (((table, form, side), "Table"), ((empty_table, lambda: form(titles_beside=True)), "Empty")):
        page = QWidget()
        row = QHBoxLayout(page)
        row.setContentsMargins(16, 16, 16, 16)
        row.setSpacing(24)
        for place, make in enumerate(content):
            made_part = make()
            row.addWidget(
                Scrolling(made_part) if isinstance(made_part, Form) else made_part, 0 if make is side else 3 - place
            )
        tabs.addTab(page, words)
    tabs.addTab(preview(), "Preview")
    stack = QVBoxLayout(made)
    stack.setContentsMargins(0, 0, 0, 0)
    stack.addWidget(tabs, 1)
    stack.addWidget(NoticeBar())
    stack.addWidget(ProgressLine())
    return made
