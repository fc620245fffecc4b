"""What of a plan goes into the files of other programs: its rows in their order, each with what belongs to it?"""

from collections.abc import Sequence
from dataclasses import dataclass

from ayil_desktop.language.message import Message
from ayil_desktop.printing import literal
from ayil_desktop.strategy import bars, chart_rows, numbering, rules, russian, standing
from ayil_desktop.strategy.bars import Row
from ayil_desktop.strategy.papers import StrategyPaper
from ayil_desktop.strategy.records import Activity


@dataclass(frozen=True)
class Exported:
    """A row of the chart and, of an activity, its record; `service` and `task` are the texts of the rows above it."""

    row: Row
    service: str
    task: str
    activity: Activity | None


def rows(paper: StrategyPaper, language: str, of: str) -> list[Exported]:
    """Of all services, or of the one with that id, rank or name; Refused where there is none."""
    chosen = {one.id for one in paper.priorities(of)}
    known = {one.id: one for one in rules.activities(paper.strategy)}
    every = chart_rows.rows(paper.strategy, paper.states, language)
    return [
        Exported(row, bars.root(every, row).text, _task(every, row), known.get(row.key))
        for row in every
        if bars.root(every, row).key in chosen
    ]


def _task(every: Sequence[Row], row: Row) -> str:
    task = row if row.level == 1 else every[row.parent] if row.level == 2 else None
    return f"{numbering.pointed(task.number)} {task.text}" if task else ""


def lines(activity: Activity, name: str, language: str) -> str:
    """Its products or resources, one on each line."""
    texts: Sequence[str] = russian.said(getattr(activity, name), getattr(activity, f"{name}_ru"), language)
    return "\n".join(texts)


def notes(one: Exported, language: str) -> str:
    """Everything about an activity for which another program has no place of its own."""
    if one.activity is None:
        return ""
    told = (
        (Message("Deadline"), one.row.words),
        (Message("Responsible"), one.row.responsible),
        (Message("Products"), lines(one.activity, "products", language)),
        (Message("Resources"), lines(one.activity, "resources", language)),
        (Message("State"), standing.STATE_NAMES[one.row.state].into(language) if one.row.state else ""),
        (Message("Remark"), one.activity.remark),
    )
    return literal.clean("\n".join(f"{name.into(language)}: {text}" for name, text in told if text))


def title(paper: StrategyPaper, language: str) -> str:
    return literal.clean(russian.said(paper.strategy.title_ky, paper.strategy.title_ru, language))


def numbered(row: Row) -> str:
    """Number and text on one line."""
    return " ".join(literal.clean(f"{numbering.pointed(row.number)} {row.text}").split())
