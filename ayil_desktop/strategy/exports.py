"""Into which files of other programs does a plan go, and what does each of them hold?

Every maker takes the papers of a strategy, a language and a service (empty: all) and answers the content of the file.
"""

from collections.abc import Callable, Mapping

from ayil_desktop.strategy import export_calendar, export_csv, export_project, export_workbook
from ayil_desktop.strategy.papers import StrategyPaper

Make = Callable[[StrategyPaper, str, str], bytes]

MAKERS: Mapping[str, Make] = {
    ".xlsx": export_workbook.make,
    ".csv": export_csv.make,
    ".xml": export_project.make,
    ".ics": export_calendar.make,
}
"""By the ending of the file."""
