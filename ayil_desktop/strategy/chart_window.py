"""The window before the printed chart: on which paper, how fitted, what of it, and how large its letters will be."""

import dataclasses
from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ayil_desktop.language import catalogue
from ayil_desktop.language.message import Message
from ayil_desktop.office.entry_window import EntryWindow
from ayil_desktop.printing.page import MARGINS, Margins
from ayil_desktop.refused import Refused
from ayil_desktop.strategy import chart_choices, chart_rows, chart_sheet, gantt_paper, plan_paper
from ayil_desktop.strategy.chart_layout import READABLE, Layout
from ayil_desktop.strategy.chart_sheet import ChartSheet, Edges, Fitting
from ayil_desktop.strategy.papers import StrategyPaper
from ayil_desktop.widgets import background, memory
from ayil_desktop.widgets.choice_fields import CheckField, ChoiceField
from ayil_desktop.widgets.columns import Choice
from ayil_desktop.widgets.form import Form
from ayil_desktop.widgets.labels import Button, Label
from ayil_desktop.widgets.tab import Desk
from ayil_desktop.widgets.text_fields import WholeNumberField
from ayil_desktop.workdays.periods import Quarter


def _edges(margins: Margins) -> str:
    """Left, right, top, bottom."""
    return " / ".join(f"{one:g}" for one in (margins.left, margins.right, margins.top, margins.bottom))


OWN = {
    "left": Message("Left, mm"),
    "right": Message("Right, mm"),
    "top": Message("Top, mm"),
    "bottom": Message("Bottom, mm"),
}
TITLE = Message("Chart of the action plan")
FITTINGS = (
    Choice(Fitting.WIDTH, Message("One page wide, as many down as there are rows")),
    Choice(Fitting.PAGE, Message("Everything on one page")),
    Choice(Fitting.PAGES, Message("So many pages across and down")),
    Choice(Fitting.SCALE, Message("A fixed scale")),
)
ORIENTATIONS = (Choice("landscape", Message("Landscape")), Choice("portrait", Message("Portrait")))
EDGES = (
    Choice(Edges.STANDARD, Message("As on every paper of the office: {margins} mm", margins=_edges(MARGINS))),
    Choice(Edges.NARROW, Message("Narrow: {margins} mm", margins=_edges(chart_sheet.NARROW))),
    Choice(Edges.OWN, Message("Own margins")),
)
SMALL = Message(
    "Letters under {least} pt are hard to read. Take larger paper, more pages, one service or a shorter period.",
    least=f"{READABLE:g}",
)
_KEPT = "strategy/chart-sheet"


class ChartWindow(EntryWindow):
    """Each choice shows at once how large the letters will be and how many pages there are."""

    def __init__(self, parent: QWidget, desk: Desk, paper: StrategyPaper) -> None:
        self._desk, self._paper = desk, paper.as_written
        self._language = paper.settings.document_language
        self._measured: tuple[ChartSheet, Layout] | None = None
        self.outcome = Label(wraps=True)
        self.warning = Label(SMALL, say="due", wraps=True)
        self.offer = Button("", sign="maximize")
        self.offered: ChartSheet | None = None
        self.offer.clicked.connect(self.take_offered)
        super().__init__(parent, TITLE, self._form(), Message("Preview"), self._show_preview)
        self._fields_of_fitting()
        self.measure()

    def measure(self) -> None:
        """Lay the chart out on the chosen sheet, beside the screen, and say what comes of it."""
        self._fields_of_fitting()
        try:
            sheet = chart_choices.checked(self.form.values())
        except Refused:
            # It is said at the field when the preview is asked for; nobody has finished typing yet.
            self.form.clear_refusals()
            self._say_nothing()
            return
        background.run(
            partial(_measured, self._paper, self._language, sheet),
            title=Message("Measuring the chart"),
            done=partial(self._show_layout, sheet),
            owner=self,
        )

    def take_offered(self) -> None:
        """The sheet on which the letters can be read, as if it had been chosen."""
        if self.offered is None:
            return
        for name in ("fitting", "across", "down", "percent"):
            field = self.form.field(name)
            field.revert()
            field.set_value(getattr(self.offered, name))
        self.measure()

    def _show_layout(self, sheet: ChartSheet, found: tuple[Layout, ChartSheet | None]) -> None:
        layout, self.offered = found
        self._measured = (sheet, layout)
        points = f"{layout.letters:g}".replace(".", "." if catalogue.current() == "en" else ",")
        told = Message("Size of the letters: {points} pt. Pages: {pages}.", points=points, pages=layout.pages)
        self.outcome.set_words(told)
        self.warning.setVisible(not layout.is_readable)
        self.offer.setVisible(self.offered is not None)
        if self.offered is not None:
            self.offer.set_words(_named(self.offered))

    def _say_nothing(self) -> None:
        self._measured = None
        self.outcome.set_words("")
        self.offered = None
        self.warning.hide()
        self.offer.hide()

    def _show_preview(self, values: Mapping[str, Any]) -> object:
        sheet = chart_choices.checked(values)
        memory.keep(_KEPT, dataclasses.asdict(sheet))
        known = dict([self._measured]) if self._measured else {}
        paper, measured_in = self._paper, self._language
        self._desk.preview(
            lambda language: gantt_paper.gantt(
                paper, language, sheet=sheet, laid_out=known.get(sheet) if language == measured_in else None
            ),
            str(TITLE),
        )
        return sheet

    def _form(self) -> Form:
        """What was chosen the last time, as far as the plan still has it."""
        priorities, screen = self._paper.strategy.priorities, catalogue.current()
        services = [Choice(one.id, plan_paper.name(one, screen)) for one in priorities]
        rows = chart_rows.rows(self._paper.strategy, self._paper.states, self._language)
        times = [Choice(one, _period_name(one)) for one in chart_sheet.periods_of(rows)]
        form = Form(at_once=False)
        sizes = [Choice(size, size) for size in chart_choices.PAPERS]
        form.add_row(
            ChoiceField("paper", Message("Paper"), sizes),
            ChoiceField("orientation", Message("Orientation"), ORIENTATIONS),
        )
        form.add(ChoiceField("edges", Message("Margins"), EDGES))
        form.add_row(*(WholeNumberField(name, words) for name, words in OWN.items()))
        form.add(ChoiceField("fitting", Message("How it fits"), FITTINGS))
        form.add_row(
            WholeNumberField("across", Message("Pages across")), WholeNumberField("down", Message("Pages down"))
        )
        form.add(WholeNumberField("percent", Message("Scale, per cent")))
        form.add(ChoiceField("of", Message("Service"), [Choice("", Message("All services")), *services]))
        form.add(ChoiceField("period", Message("Period"), [Choice("", Message("The whole plan")), *times]))
        form.add(CheckField("with_responsible", Message("With those responsible")))
        form.add(CheckField("with_approval", Message("With the mark of approval")))
        kept = memory.recall(_KEPT)
        form.set_values(
            chart_choices.remembered(
                kept, services=[one.value for one in services], periods=[one.value for one in times]
            )
        )
        return form

    def _fields_of_fitting(self) -> None:
        """Only the numbers that the chosen way of fitting, and the chosen margins, ask for."""
        fitting = self.form.field("fitting").read()
        for name in ("across", "down"):
            self.form.field(name).setVisible(fitting is Fitting.PAGES)
        self.form.field("percent").setVisible(fitting is Fitting.SCALE)
        for name in OWN:
            self.form.field(name).setVisible(self.form.field("edges").read() is Edges.OWN)

    def _lay_out(self) -> None:
        super()._lay_out()
        stack = self.layout()
        assert isinstance(stack, QVBoxLayout)
        stack.insertWidget(stack.count() - 1, self.outcome)
        stack.insertWidget(stack.count() - 1, self.warning)
        stack.insertWidget(stack.count() - 1, self.offer, 0, Qt.AlignmentFlag.AlignLeft)
        self.warning.hide()
        self.offer.hide()
        for name in ("paper", "orientation", "edges", "fitting", "of", "period", "with_responsible", "with_approval"):
            field = self.form.field(name)
            if isinstance(field, ChoiceField):
                field.list.activated.connect(lambda _place: self.measure())
            elif isinstance(field, CheckField):
                field.box.clicked.connect(lambda _checked: self.measure())
        for name in (*OWN, "across", "down", "percent"):
            number = self.form.field(name)
            assert isinstance(number, WholeNumberField)
            number.line.textEdited.connect(lambda _text: self.measure())


def _measured(paper: StrategyPaper, language: str, sheet: ChartSheet) -> tuple[Layout, ChartSheet | None]:
    """How it comes out; and the nearest sheet that can be read, where this one cannot."""
    layout = gantt_paper.layout(paper, language, sheet)
    return layout, None if layout.is_readable else gantt_paper.readable(paper, language, sheet)


def _named(sheet: ChartSheet) -> Message:
    if sheet.fitting is Fitting.SCALE:
        return Message("Take a scale of {percent} per cent", percent=sheet.percent)
    if sheet.fitting is Fitting.WIDTH:
        return Message("Take one page wide, as many down as there are rows")
    return Message("Take {across} × {down} pages", across=sheet.across, down=sheet.down)


def _period_name(period: str) -> Message | str:
    year, _, quarter = period.partition("/")
    return Quarter(int(year), int(quarter)).name if quarter else year
