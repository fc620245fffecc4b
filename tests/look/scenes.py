"""What is there to look at in an open office: tabs, their pages, the steps of a meeting, every window?"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from ayil_desktop.language.message import Message
from ayil_desktop.meetings import selections
from ayil_desktop.meetings.choices import Method, Presence, State
from ayil_desktop.meetings.steps import Step
from ayil_desktop.store import trouble
from ayil_desktop.store.work import reading
from ayil_desktop.strategy import copy_windows
from ayil_desktop.widgets import ask, clipboard, notice
from ayil_desktop.window.frame import Frame


@dataclass(frozen=True)
class Stage:
    """The window over an open office."""

    shell: QWidget
    frame: Frame

    def meeting(self, state: State):
        with reading(self.frame.work.desk.store) as session:
            return next(one for one in selections.whole_meetings(session) if one.state is state)

    def tab(self, name: str):
        """The tab, also after a scene without an office."""
        self.frame.show_page(self.frame.work)
        self.frame.show_tab(name)
        shown = self.frame.work.tab(name)
        if name == "meetings":
            shown.finish()
        settled()
        return shown

    @property
    def meetings(self):
        return self.tab("meetings")

    @property
    def commission(self):
        return self.tab("commission")

    @property
    def strategy(self):
        return self.tab("strategy")

    def windows(self) -> list[QWidget]:
        """What stands before the window now."""
        tops = QApplication.topLevelWidgets()
        return [one for one in tops if one.isVisible() and one is not self.shell and one.windowTitle()]


Scene = Callable[[Stage], object]

patience = 120
"""Milliseconds for which a scene is left alone before it is looked at."""


def of(office: str) -> dict[str, Scene]:
    """The scenes of an office by their names, in the order in which they are shown."""
    return {**_TABS, **_OF_OFFICE.get(office, {})}


@contextmanager
def shown(stage: Stage, scene: Scene) -> Iterator[QWidget]:
    """What the scene brings to the front: the window before the main one, or the main one. It is closed afterwards."""
    before = set(stage.windows())
    scene(stage)
    settled()
    opened = [one for one in stage.windows() if one not in before]
    try:
        yield opened[-1] if opened else stage.shell
    finally:
        stage.frame.notices.close_notice()
        for one in opened:
            one.close()
        settled()


def asked(question: Callable[[], object], look: Callable[[QWidget], object]) -> None:
    """Look at a question, which holds up everything until it is answered, and turn away from it."""

    def answer() -> None:
        box = QApplication.activeModalWidget()
        look(box)
        box.reject()

    QTimer.singleShot(300, answer)
    question()


def settled(milliseconds: int = 0) -> None:
    """Everything that was asked for is drawn."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds or patience, loop.quit)
    loop.exec()
    QApplication.processEvents()


QUESTIONS: dict[str, Callable[[], object]] = {
    "question": lambda: ask.yes_no(
        Message("Seal the minutes of {date}?", date="21.05.2026"), yes=Message("Seal"), detail=_SEALING
    ),
    "choice": lambda: ask.choose(
        Message("Where shall the office be kept?"),
        (Message("In {folder}", folder="C:\\Users\\Katchy\\Documents"), Message("In another folder…")),
        detail=Message("Everything of {office} lies in one folder, which can be copied as a whole.", office="Үлгү"),
    ),
    "text": lambda: ask.text(Message("What is the village administration called?")),
}
_SEALING = Message(
    "Nothing of this meeting can be changed afterwards, and this cannot be undone. "
    "What turns out to be wrong can only be said in a dated note beside the minutes."
)


# Meetings


def _meeting(stage: Stage, state: State, step: Step | None = None):
    tab = stage.meetings
    tab.show_meeting(stage.meeting(state).id)
    if step is not None:
        tab.page.look_at(step)
    settled()
    return tab.page.panel(step).widget if step else tab.page


def _page(state: State, step: Step, place: int) -> Scene:
    """One of the pages under the tabs of a step."""

    def show(stage: Stage) -> None:
        panel = _meeting(stage, state, step)
        bar = panel.tabs if step is Step.PLAN else panel.pages
        bar.setCurrentIndex(place)

    return show


def _matter(place: int) -> Scene:
    """A matter of a meeting that was held, on the session screen."""

    def show(stage: Stage) -> None:
        panel = _meeting(stage, State.MINUTES_DRAFTED, Step.SESSION)
        panel.go_to(stage.meeting(State.MINUTES_DRAFTED).items[place].id)

    return show


def _session(stage: Stage) -> None:
    """Before anybody votes, also after the scenes of another language."""
    _at_matter(stage, 0).ballot.clear.click()


def _at_matter(stage: Stage, place: int):
    """A matter of the meeting that is in session."""
    panel = _meeting(stage, State.IN_SESSION, Step.SESSION)
    panel.go_to(stage.meeting(State.IN_SESSION).items[place].id)
    settled()
    return panel


def _counted(method: Method, **numbers: int) -> Scene:
    """Votes that are counted, as far as they are entered."""

    def show(stage: Stage) -> None:
        panel = _at_matter(stage, 2)
        panel.votes.begin()
        box = panel.ballot
        box.method.setCurrentIndex(list(Method).index(method))
        box.method.activated.emit(box.method.currentIndex())
        for name, number in numbers.items():
            box.counts[name].line.setText(str(number))
            box.counts[name].line.textEdited.emit(str(number))

    return show


def _session_minutes(stage: Stage) -> None:
    """Numbers that are typed and not recorded would be asked about when the window closes."""
    _at_matter(stage, 2).ballot.clear.click()
    _meeting(stage, State.IN_SESSION, Step.MINUTES)


def _election(stage: Stage) -> None:
    """The second candidate is voted on."""
    panel = _at_matter(stage, 1)
    panel.votes.begin()
    panel.all_for()


def _voting(stage: Stage) -> None:
    panel = _at_matter(stage, 0)
    panel.votes.begin()
    panel.all_for()


def _opinion(stage: Stage) -> None:
    panel = _meeting(stage, State.IN_SESSION, Step.SESSION)
    meeting = stage.meeting(State.IN_SESSION)
    absent = next(one for one in meeting.attendance if one.presence is not Presence.PRESENT)
    panel.hall.members.go_to(absent.person_id)
    panel.hall.members.ask_menu()
    words = str(Message("Opinion in writing…"))
    next(line for line in panel.attendance.menu.actions() if line.text() == words).trigger()
    panel.attendance.menu.close()


def _russian(stage: Stage) -> None:
    panel = _meeting(stage, State.MINUTES_DRAFTED, Step.MINUTES)
    panel.pages.setCurrentIndex(0)
    panel.text.show_language("ru")
    panel.text.russian.click()


# Windows


def _refused(stage: Stage) -> None:
    """A member without a name: the no stands at its field."""
    _command(stage.commission, "Member").run()
    stage.commission.windows.opened.carry_out()


def _pasted(stage: Stage) -> None:
    block = [["Аты-жөнү", "Кызматы", "Телефону"], ["Асанова Айгүл", "мугалим", "0555 123456"], ["", "дарыгер", ""]]
    tab = stage.commission
    tab.windows.pasted(tab.shown, block)


def _preview(stage: Stage) -> None:
    _meeting(stage, State.MINUTES_DRAFTED, Step.MINUTES)
    stage.meetings.papers.preview("minutes")
    settled(1500)


def _settings(place: int) -> Scene:
    def show(stage: Stage) -> None:
        asides = stage.frame.asides
        asides.show_settings(stage.frame.work, stage.frame.settings)
        asides.settings.shown.pages.setCurrentIndex(place)

    return show


def _help(page: str) -> Scene:
    return lambda stage: stage.frame.asides.show_help(page)


def _strategy_page(place: int) -> Scene:
    return lambda stage: stage.strategy.pages.setCurrentIndex(place)


def _command(tab, english: str):
    return next(one for one in tab.commands() if isinstance(one.title, Message) and one.title.msgid == english)


def _commission(name: str) -> Scene:
    """One of the commands of the commission; of a member, of the third."""

    def show(stage: Stage) -> None:
        tab = stage.commission
        tab.roster.table.go_to(tab.shown.seated[2].id)
        settled()
        _command(tab, name).run()

    return show


def _strategy(name: str) -> Scene:
    """One of the commands of the strategy, asked on its first page."""

    def show(stage: Stage) -> None:
        tab = stage.strategy
        tab.pages.setCurrentIndex(0)
        settled()
        _command(tab, name).run()

    return show


def _row(stage: Stage, number: str) -> str:
    """An activity of the plan, chosen in its chart."""
    tab = stage.strategy
    tab.pages.setCurrentIndex(0)
    settled()
    key = next(row.key for row in tab.plan.rows if row.level == 2 and row.number == number)
    tab.plan.gantt.go_to(key)
    return key


def _card(number: str) -> Scene:
    return lambda stage: stage.strategy.plan.open_card(_row(stage, number))


def _below(show: Callable[[object], object]) -> Scene:
    """A list under the chart; it is closed again by the next scene."""

    def open_(stage: Stage) -> None:
        _row(stage, "1.1")
        show(stage.strategy)

    return open_


def _of_row(name: str, number: str = "1.1") -> Scene:
    """One of the commands for a row of the plan."""

    def show(stage: Stage) -> None:
        _row(stage, number)
        _command(stage.strategy, name).run()

    return show


def _change_task(stage: Stage) -> None:
    tab = stage.strategy
    _row(stage, "1.1")
    tab.plan.gantt.go_to(next(row.key for row in tab.plan.rows if row.level == 1))
    _command(tab, "Change…").run()


def _copy_plan(stage: Stage) -> None:
    """As for a service without a plan; those of the draft have theirs."""
    tab = stage.strategy
    _row(stage, "1.1")
    target = tab.shown.strategy.priorities[0].id
    tab.exchange.window_asked.emit(copy_windows.copy_plan(tab.plan, tab.desk, target))


def _on_page(place: int, page: str, click: str) -> Scene:
    """A button of one of the strategy's pages."""

    def show(stage: Stage) -> None:
        stage.strategy.pages.setCurrentIndex(place)
        settled()
        attrgetter(click)(getattr(stage.strategy, page)).click()

    return show


def _chart(stage: Stage) -> None:
    stage.strategy.papers.print_chart()
    settled(1500)


def _plan_paste(stage: Stage) -> None:
    _row(stage, "1.1")
    QApplication.clipboard().setText(clipboard.as_text(_COPIED))
    stage.strategy.exchange.paste()


_COPIED = [
    ["Иш-аракеттер", "Күтүлгөн жыйынтык", "Ресурстар", "Мөөнөтү", "Жооптуу"],
    ["№1 тапшырма: Жолдорду оңдоо", "", "", "", ""],
    ["1.1. Жолдорду карап чыгуу", "Акт", "Айыл өкмөтү", "2027 жыл апрель", "Жооптуу катчы"],
    ["1.2. Долбоор жаздыруу", "Долбоор", "Жергиликтүү бюджет", "качандыр бир күнү", "Айыл өкмөтүнүн башчысы"],
]


def _no_office(stage: Stage) -> None:
    stage.frame.show_page(stage.frame.first_start)


def _trouble(stage: Stage) -> None:
    stage.frame.trouble.show_trouble(trouble.damaged(Path("D:/Кеңсе/Үлгү.ayil")).message)
    stage.frame.show_page(stage.frame.trouble)


def _told(stage: Stage) -> None:
    stage.meetings.desk.tell(Message("Choose the decision; then print its excerpt."))
    notice.trouble(trouble.damaged(Path("D:/Кеңсе/Үлгү.ayil")).message)


_TABS: dict[str, Scene] = {
    name: (lambda stage, name=name: stage.tab(name)) for name in ("commission", "meetings", "strategy")
}
_MEETINGS: dict[str, Scene] = {
    "plan-agenda": _page(State.PLANNED, Step.PLAN, 0),
    "plan-day": _page(State.PLANNED, Step.PLAN, 1),
    "plan-invited": _page(State.PLANNED, Step.PLAN, 2),
    "notice": lambda stage: _meeting(stage, State.PLANNED, Step.NOTICE),
    "session-start": lambda stage: _meeting(stage, State.PLANNED, Step.SESSION),
    "minutes-not-yet": lambda stage: _meeting(stage, State.PLANNED, Step.MINUTES),
    "held-plan": _page(State.MINUTES_DRAFTED, Step.PLAN, 0),
    "held-notice": lambda stage: _meeting(stage, State.MINUTES_DRAFTED, Step.NOTICE),
    "held-matter-1": _matter(0),
    "held-matter-2": _matter(1),
    "held-matter-3": _matter(2),
    **{f"minutes-{place + 1}": _page(State.MINUTES_DRAFTED, Step.MINUTES, place) for place in range(4)},
    **{f"sealed-{place + 1}": _page(State.SIGNED, Step.MINUTES, place) for place in range(4)},
    "new-meeting": lambda stage: stage.meetings.plan(),
    "decisions": lambda stage: stage.meetings.show_decisions(),
    "proposals": lambda stage: stage.meetings.show_proposals(),
}
_WINDOWS: dict[str, Scene] = {
    "window-russian": _russian,
    "window-member": _commission("Member"),
    "window-card": _commission("Card of the member…"),
    "window-discharge": _commission("Discharge by an act…"),
    "window-role": _commission("New role by an act…"),
    "window-act": _commission("Enter the appointing act…"),
    "window-what-if": _commission("What if…"),
    "window-order": _commission("Draft order on the composition…"),
    "window-charter": lambda stage: stage.commission.windows.charter(stage.commission.shown),
    "window-names": lambda stage: stage.commission.windows.names(stage.commission.shown),
    "window-refused": _refused,
    "window-pasted": _pasted,
    "window-preview": _preview,
    "window-history": lambda stage: stage.frame.asides.show_history(stage.frame.work),
    "window-clause": lambda stage: stage.frame.asides.show_clause("CN-7.3"),
    **{f"settings-{place + 1}": _settings(place) for place in range(3)},
    **{f"help-{page}": _help(page) for page in ("start", "commission", "meetings", "strategy", "keys", "changes")},
}
_STRATEGY: dict[str, Scene] = {
    **{f"strategy-page-{place + 1}": _strategy_page(place) for place in range(6)},
    "window-service": _strategy("Service…"),
    "window-task": _strategy("Task…"),
    "window-activity": _strategy("Activity…"),
    "window-amend": lambda stage: stage.strategy.amending.amend(),
}
_FOLLOWED: dict[str, Scene] = {
    **_STRATEGY,
    "card": _card("1.1"),
    "card-regular": _card("6.4"),
    "card-money": _card("5.5"),
    "changes": _below(lambda tab: tab.show_changes()),
    "window-decide": lambda stage: stage.strategy.amending.go_on(),
    "window-results": _on_page(3, "results", "add"),
    "window-monitoring": _on_page(4, "monitoring", "add"),
    "window-risk": _on_page(4, "monitoring", "risks.add"),
    "window-quarter": _strategy("Progress report…"),
}
_DRAFT: dict[str, Scene] = {
    "plan": lambda stage: _row(stage, "1.1"),
    "findings": _below(lambda tab: tab.plan.open_findings()),
    "comparison": _of_row("Compare with another plan…"),
    "window-change": _change_task,
    "window-copy": _copy_plan,
    "window-approve": lambda stage: stage.strategy.amending.go_on(),
    "window-chart": _chart,
    "window-paste": _plan_paste,
    "window-next": _of_row("Strategy of the next period…"),
}
_WITHOUT: dict[str, Scene] = {"zz-first-start": _no_office, "zz-trouble": _trouble}
_SESSION: dict[str, Scene] = {
    "session": _session,
    "session-voting": _voting,
    "session-election": _election,
    "session-count": _counted(Method.BY_COUNT, in_favour=4, against=4),
    "session-secret": _counted(Method.SECRET, in_favour=5, against=2, invalid=1),
    "window-opinion": _opinion,
    "session-minutes": _session_minutes,
}
_OF_OFFICE: dict[str, dict[str, Scene]] = {
    "practice": {**_MEETINGS, **_WINDOWS},
    "chet-nura": _STRATEGY,
    "followed": _FOLLOWED,
    "draft": _DRAFT,
    "session": _SESSION,
    "empty": {
        "begin-strategy": lambda stage: stage.strategy.begin(),
        "new-body": lambda stage: stage.commission.windows.body(),
        "told": _told,
        **_WITHOUT,
    },
}
