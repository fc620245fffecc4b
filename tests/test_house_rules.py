"""Is every module written as the house is written?

What ruff, mypy and the import contracts cannot see is looked for here. Each rule takes a module and yields the lines
that break it; each is proved on a piece of code that breaks it.
"""

import ast
import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pytest

from tools import texts

PACKAGE = Path(__file__).resolve().parent.parent / "ayil_desktop"
FUNCTIONS = ast.FunctionDef | ast.AsyncFunctionDef
IMPORTS = ast.Import | ast.ImportFrom
SAYING_NOTHING = {"util", "utils", "misc", "helper", "helpers", "common", "manager", "handler"}
# Calls that put words before the user.
SHOWING = {
    *("QAction", "QCheckBox", "QGroupBox", "QLabel", "QMenu", "QPushButton", "QRadioButton", "QToolButton", "Label"),
    *(
        "addAction",
        "addMenu",
        "addRow",
        "addTab",
        "setAccessibleDescription",
        "setAccessibleName",
        "setPlaceholderText",
    ),
    *("setStatusTip", "setText", "setTitle", "setToolTip", "setWhatsThis", "setWindowTitle", "showMessage"),
}


@dataclass
class Module:
    """A module by its place in the package ("meetings/tab.py")."""

    place: str
    source: str

    @cached_property
    def tree(self):
        return ast.parse(self.source, self.place)

    @cached_property
    def lines(self):
        return self.source.splitlines()

    @cached_property
    def names(self):
        return texts.imported_names(self.tree)

    @property
    def subject(self):
        """The folder of a subject; empty on the floors."""
        folder = Path(self.place).parts[0]
        return folder if folder in SUBJECTS else ""

    @cached_property
    def nodes(self):
        return list(ast.walk(self.tree))

    def every(self, kind):
        return [node for node in self.nodes if isinstance(node, kind)]

    def calls(self):
        """Each call with its function's last name and, where it is imported, its full name."""
        for call in self.every(ast.Call):
            last = getattr(call.func, "attr", getattr(call.func, "id", ""))
            yield call, last, texts.dotted(call.func, self.names) or ""

    def knows(self, *packages):
        return any(name == package or name.startswith(f"{package}.") for name in self.imported for package in packages)

    @cached_property
    def imported(self):
        """Full names of all that is imported, but what only the type checker sees."""
        unseen = {id(node) for block in self.every(ast.If) if _is_for_types(block) for node in ast.walk(block)}
        names = []
        for node in self.every(IMPORTS):
            if id(node) not in unseen:
                names += [f"{node.module}.{part.name}" if hasattr(node, "module") else part.name for part in node.names]
        return names


def _is_for_types(block):
    return ast.unparse(block.test) in {"TYPE_CHECKING", "typing.TYPE_CHECKING"}


SUBJECTS = {path.parent.name for path in PACKAGE.glob("*/records.py")}
MODULES = [
    Module(path.relative_to(PACKAGE).as_posix(), path.read_text(encoding="utf-8")) for path in PACKAGE.rglob("*.py")
]


# The rules


def opens_without_a_sentence(module):
    """Every module says first what question it answers; the __init__ of a folder says nothing at all."""
    if module.place.endswith("/__init__.py"):
        yield from [1] if module.source.strip() else []
    elif not (ast.get_docstring(module.tree) or "").strip():
        yield 1


def has_a_name_that_says_nothing(module):
    if Path(module.place).stem.lower() in SAYING_NOTHING:
        yield 1
    for node in module.every(ast.ClassDef):
        if re.search(r"(Manager|Helper|Handler|Util|Utils|Processor)$", node.name):
            yield node.lineno


def imports_inside_a_function_without_a_reason(module):
    """The reason stands behind the import or above the first of several."""
    for function in module.every(FUNCTIONS):
        for node in ast.walk(function):
            if isinstance(node, IMPORTS) and not _is_explained(module, node.lineno):
                yield node.lineno


def _is_explained(module, number):
    line, above = module.lines[number - 1], module.lines[number - 2].strip()
    if re.search(r"#\s*(?!noqa|type:)\w", line) or above.startswith("#"):
        return True
    return above.startswith(("import ", "from ")) and _is_explained(module, number - 1)


def asks_or_tells_past_the_one_door(module):
    """Questions go through widgets/ask.py, messages through widgets/notice.py, which keep users' text literal."""
    if module.place in {"widgets/ask.py", "widgets/notice.py"}:
        return
    for call, _, full in module.calls():
        if re.search(r"QtWidgets\.(QMessageBox|QFileDialog|QInputDialog|QErrorMessage)\b", full):
            yield call.lineno


def may_take_a_name_for_markup(module):
    """A label is plain (widgets/labels.py makes them) and so is a tooltip; only the program's own help has markup."""
    for node in module.every(ast.Attribute):
        if node.attr in {"RichText", "AutoText", "MarkdownText", "setHtml", "insertHtml", "setMarkdown"}:
            if module.place != "window/help_window.py" and not _is_for_the_clipboard(module, node):
                yield node.lineno
    for call, last, full in module.calls():
        if full == "PySide6.QtWidgets.QLabel":
            yield call.lineno
        if last == "setToolTip" and not _is_literal_tooltip(call):
            yield call.lineno


def _is_for_the_clipboard(module, node):
    return node.attr == "setHtml" and "QMimeData" in module.names


def _is_literal_tooltip(call):
    given = call.args[-1]
    if isinstance(given, ast.Call):
        return getattr(given.func, "attr", getattr(given.func, "id", "")) == "tooltip"
    return isinstance(given, ast.Constant) and not given.value


def makes_paragraphs_outside_pdf(module):
    """A reportlab Paragraph reads its text as markup, so that text is escaped in one place."""
    if module.place != "printing/pdf.py":
        yield from _lines_of_imports(module, r"reportlab\..*\bParagraph$")


def builds_sql_from_pieces(module):
    for call, _, full in module.calls():
        if full in {"sqlalchemy.text", "sqlalchemy.sql.text"} and not _is_plain_text(call.args[0]):
            yield call.lineno


def _is_plain_text(argument):
    return isinstance(argument, ast.Constant)


def reaches_past_actions_from_a_screen(module):
    """A screen, whatever its file is called, reads through `reading`, calls actions and shows handouts."""
    if module.subject and module.knows("PySide6", "ayil_desktop.widgets"):
        yield from _lines_of_imports(module, r"ayil_desktop\.store\.work(?!\.(reading|Done)$)")
        yield from _lines_of_imports(module, r"ayil_desktop\.store\.(opening|journal|sitting|connection)\b")
        yield from _lines_of_imports(module, r"(sqlalchemy|sqlcipher3|sqlite3|reportlab)\b")


def prints_or_draws_in_an_action(module):
    """Whoever opens `work` knows neither paper nor screen, whatever the file is called."""
    if module.subject and module.knows("ayil_desktop.store.work.work"):
        yield from _lines_of_imports(module, r"PySide6|ayil_desktop\.(widgets|printing|window)\b|.*\bhandouts$")


def shows_words_past_the_catalogue(module):
    """Every word on a screen can be translated; signs and figures need not be."""
    for call, last, _ in module.calls() if module.knows("PySide6") else ():
        if last in SHOWING:
            for given in call.args:
                if isinstance(given, ast.Constant) and re.search(r"[^\W\d_]{2}", str(given.value)):
                    yield call.lineno


def translates_in_a_rule(module):
    """Rules and records answer with Messages, which are translated when they are shown."""
    if Path(module.place).stem in {"rules", "selections"} or _is_of_records(module):
        yield from _lines_of_imports(module, r"ayil_desktop\.language\.catalogue")


def acts_or_shows_in_records(module):
    """What is kept knows no screen, no paper and no unit of work, whatever the file is called."""
    if _is_of_records(module):
        yield from _lines_of_imports(module, r"PySide6|ayil_desktop\.(widgets|printing|window|store\.work)\b")


def _is_of_records(module):
    return re.fullmatch(r"(\w+_)?records", Path(module.place).stem)


def asks_the_clock_in_a_subject(module):
    """The day is passed in: the desk and the command line know it; rules know no chance and no disk either."""
    if module.subject:
        for call, _, full in module.calls():
            if re.match(r"(datetime\..*\b(today|now|utcnow)|time\.\w+|PySide6\..*\bcurrentDate(Time)?)$", full):
                yield call.lineno
    if Path(module.place).stem == "rules":
        yield from _lines_of_imports(module, r"(random|secrets|os|pathlib|time)\b")


def catches_everything(module):
    """What is no refusal and no trouble is our bug; one hook reports it, and background brings it to the hook."""
    if module.place in {"app.py", "selfcheck.py", "widgets/background.py"}:
        return
    for node in module.every(ast.ExceptHandler):
        if node.type is None or ast.unparse(node.type) in {"Exception", "BaseException"}:
            if not any(isinstance(inner, ast.Raise) and inner.exc is None for inner in ast.walk(node)):
                yield node.lineno


def _lines_of_imports(module, pattern):
    for node in module.every(IMPORTS):
        home = f"{node.module}." if isinstance(node, ast.ImportFrom) else ""
        if any(re.match(pattern, home + part.name) and home + part.name in module.imported for part in node.names):
            yield node.lineno


# What each rule catches, and what looks like it but is right: (place, code).

WRONG_AND_RIGHT = {
    opens_without_a_sentence: (
        [("office/rules.py", "import json\n"), ("office/__init__.py", "X = 1\n")],
        [("office/rules.py", '"""What holds?"""\n'), ("office/__init__.py", "")],
    ),
    has_a_name_that_says_nothing: (
        [("office/utils.py", ""), ("office/people.py", "class PeopleManager: ...")],
        [("office/people.py", "class Person: ...")],
    ),
    imports_inside_a_function_without_a_reason: (
        [("a.py", "def f():\n    import json\n"), ("a.py", "def f():\n    import json  # noqa: PLC0415\n")],
        [
            ("a.py", "def f():\n    import json  # slow\n"),
            ("a.py", "def f():\n    # slow\n    import json\n    from os import sep\n"),
            ("a.py", "import json\n"),
        ],
    ),
    asks_or_tells_past_the_one_door: (
        [
            ("office/tab.py", "from PySide6.QtWidgets import QMessageBox\nQMessageBox.warning(None, 'a', 'b')"),
            ("office/tab.py", "from PySide6 import QtWidgets\nQtWidgets.QFileDialog.getOpenFileName()"),
        ],
        [("widgets/ask.py", "from PySide6.QtWidgets import QMessageBox\nQMessageBox(None)")],
    ),
    may_take_a_name_for_markup: (
        [
            ("office/tab.py", "from PySide6.QtWidgets import QLabel\nQLabel('x')"),
            ("office/tab.py", "label.setTextFormat(Qt.TextFormat.RichText)"),
            ("office/tab.py", "page.setHtml(person.name)"),
            ("office/tab.py", "button.setToolTip(person.name)"),
        ],
        [
            ("widgets/labels.py", "from PySide6.QtWidgets import QLabel\nclass Label(QLabel): ..."),
            ("office/tab.py", "button.setToolTip(labels.tooltip(person.name)); button.setToolTip('')"),
            ("office/sheet.py", "from PySide6.QtCore import QMimeData\nQMimeData().setHtml(block)"),
        ],
    ),
    makes_paragraphs_outside_pdf: (
        [("printing/fonts.py", "from reportlab.platypus import Paragraph")],
        [
            ("printing/pdf.py", "from reportlab.platypus import Paragraph"),
            ("office/handouts.py", "from ayil_desktop.printing.document import Paragraph"),
        ],
    ),
    builds_sql_from_pieces: (
        [
            ("store/a.py", "from sqlalchemy import text\ntext(f'SELECT {x}')"),
            ("store/a.py", "import sqlalchemy as sa\nsa.text('SELECT %s' % x)"),
        ],
        [("store/a.py", "from sqlalchemy import text\ntext('SELECT :x')\ncatalogue.text(f'{x}')")],
    ),
    reaches_past_actions_from_a_screen: (
        [
            ("office/tab.py", "import PySide6\nfrom ayil_desktop.store.work import reading, work"),
            ("office/sheet.py", "import PySide6\nfrom ayil_desktop.store import work"),
            ("office/sheet.py", "import PySide6.QtCore\nfrom sqlalchemy import select"),
            ("office/sheet.py", "from ayil_desktop.widgets import form\nfrom ayil_desktop.store.journal import undo"),
        ],
        [
            ("office/tab.py", "import PySide6\nfrom ayil_desktop.store.work import Done, reading"),
            ("office/actions.py", "from ayil_desktop.store.work import work"),
        ],
    ),
    prints_or_draws_in_an_action: (
        [
            ("office/deeds.py", "from ayil_desktop.store.work import work\nfrom ayil_desktop.printing import document"),
            ("office/deeds.py", "from ayil_desktop.store.work import work\nfrom ayil_desktop.office import handouts"),
        ],
        [
            ("office/handouts.py", "from ayil_desktop.printing import document"),
            ("office/deeds.py", "from ayil_desktop.store.work import work\nfrom ayil_desktop.office import rules"),
        ],
    ),
    shows_words_past_the_catalogue: (
        [
            ("office/tab.py", "import PySide6\nbutton.setText('Save')"),
            ("office/tab.py", "from PySide6.QtWidgets import QPushButton\nQPushButton('Сактоо')"),
        ],
        [("office/tab.py", "import PySide6\nbutton.setText(_('Save')); button.setText('+'); box.setText('№ 3')")],
    ),
    translates_in_a_rule: (
        [
            ("office/rules.py", "from ayil_desktop.language.catalogue import text as _"),
            ("office/vote_records.py", "from ayil_desktop.language.catalogue import text as _"),
        ],
        [("office/rules.py", "from ayil_desktop.language.message import Message")],
    ),
    acts_or_shows_in_records: (
        [
            ("office/vote_records.py", "from ayil_desktop.store.work import work"),
            ("office/records.py", "from ayil_desktop.printing import document"),
        ],
        [("office/vote_records.py", "from ayil_desktop.store.base import Record")],
    ),
    asks_the_clock_in_a_subject: (
        [
            ("office/tab.py", "from datetime import date\ndate.today()"),
            ("office/rules.py", "import datetime\ndatetime.datetime.now()"),
            ("office/rules.py", "from pathlib import Path"),
        ],
        [
            ("office/tab.py", "desk.today()"),
            ("app.py", "from datetime import date\ndate.today()"),
            ("office/rules.py", "from datetime import date\ndate(2019, 3, 13)"),
        ],
    ),
    catches_everything: (
        [("office/a.py", "try: f()\nexcept Exception: pass"), ("office/a.py", "try: f()\nexcept: pass")],
        [
            ("office/a.py", "try: f()\nexcept OSError: pass"),
            ("store/a.py", "try: f()\nexcept BaseException: g(); raise"),
        ],
    ),
}


@pytest.mark.parametrize("rule", WRONG_AND_RIGHT, ids=lambda rule: rule.__name__)
def test_no_module(rule):
    assert [f"{module.place}:{line}" for module in MODULES for line in rule(module)] == [], rule.__doc__


@pytest.mark.parametrize("rule", WRONG_AND_RIGHT, ids=lambda rule: rule.__name__)
def test_it_is_noticed_when_a_module(rule):
    wrong, right = WRONG_AND_RIGHT[rule]
    assert [place for place, source in wrong if not list(rule(Module(place, source)))] == []
    assert [source for place, source in right if list(rule(Module(place, source)))] == []
