"""Which texts does a module of the program ask the catalogue for?

They are found by what a call means (`_` is whatever was imported under that name), not by how it looks: the `text` of
SQLAlchemy and of a widget are no texts of ours.
"""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

HOMES = {"ayil_desktop.language.catalogue", "ayil_desktop.language.message"}
# How many texts each call takes, and whether a context stands before them.
TEXTS = {"text": 1, "plural": 2, "in_context": 1, "Message": 1, "Counted": 2, "InContext": 1}
WITH_CONTEXT = {"in_context", "InContext"}
# These look up at once, also as methods of a catalogue: `for_language("ru").text("Minutes")`.
AT_ONCE = {"text", "plural", "in_context"}


@dataclass(frozen=True)
class Found:
    """One call that asks for a text; `texts` is empty where it is not written out: nobody could translate it."""

    path: Path
    line: int
    texts: tuple[str, ...]
    context: str | None = None
    at_import: bool = False

    @property
    def msgid(self) -> str | tuple[str, ...]:
        return self.texts[0] if len(self.texts) == 1 else self.texts


@dataclass(frozen=True)
class _Call:
    """A call, the function (or the module) it stands in, and whether it happens while the module is imported."""

    node: ast.Call
    scope: ast.AST
    at_import: bool


def texts_in(path: Path) -> list[Found]:
    """Every call of a module that asks the catalogue for a text."""
    tree = ast.parse(path.read_text(encoding="utf-8"), str(path))
    names = imported_names(tree)
    return [found for call in _calls(tree, tree, at_import=True) for found in _found(call, names, path)]


def imported_names(tree: ast.AST) -> dict[str, str]:
    """What each imported name of a module means: {"_": "ayil_desktop.language.catalogue.text"}."""
    names = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for part in node.names:
                root = part.name.split(".")[0]
                names[part.asname or root] = part.name if part.asname else root
        elif isinstance(node, ast.ImportFrom):
            names.update({part.asname or part.name: f"{node.module}.{part.name}" for part in node.names})
    return names


def dotted(expression: ast.expr, names: dict[str, str]) -> str | None:
    """The full name of a call's function; None where it hangs on a value, as in `for_language(x).text`."""
    if isinstance(expression, ast.Name):
        return names.get(expression.id)
    if isinstance(expression, ast.Attribute):
        owner = dotted(expression.value, names)
        return owner and f"{owner}.{expression.attr}"
    return None


def _calls(node: ast.AST, scope: ast.AST, *, at_import: bool) -> Iterator[_Call]:
    """Every call below a node. Defaults and decorators of a function belong to what is around it."""
    if isinstance(node, ast.Call):
        yield _Call(node, scope, at_import)
    is_function = isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
    for name, value in ast.iter_fields(node):
        is_body = is_function and name == "body"
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST):
                yield from _calls(child, node if is_body else scope, at_import=at_import and not is_body)


def _found(call: _Call, names: dict[str, str], path: Path) -> Iterator[Found]:
    name = dotted(call.node.func, names)
    home, _, function = name.rpartition(".") if name else ("", "", getattr(call.node.func, "attr", ""))
    is_ours = home in HOMES and function in TEXTS
    if not is_ours and (name or function not in AT_ONCE):
        return
    at_import = call.at_import and function in AT_ONCE
    written = _written(call, function)
    if is_ours and not written and not _is_of_a_message(call):
        yield Found(path, call.node.lineno, (), at_import=at_import)
    for context, texts in written:
        yield Found(path, call.node.lineno, texts, context, at_import)


def _written(call: _Call, function: str) -> list[tuple[str | None, tuple[str, ...]]]:
    """The texts that a call has written out, with their context; a single text may be one of several."""
    count = TEXTS[function] + (function in WITH_CONTEXT)
    choices = [_literals(argument, call.scope) for argument in call.node.args[:count]]
    if len(choices) < count or not all(choices):
        return []
    if function in WITH_CONTEXT:
        return [(choices[0][0], (text,)) for text in choices[1]]
    return [(None, (text,)) for text in choices[0]] if count == 1 else [(None, tuple(choice[0] for choice in choices))]


def _is_of_a_message(call: _Call) -> bool:
    """`pattern.msgid` of a Message that is written out elsewhere."""
    return bool(call.node.args) and isinstance(text := call.node.args[-1], ast.Attribute) and text.attr == "msgid"


def _literals(argument: ast.expr, scope: ast.AST) -> list[str]:
    """Every text that an argument can be: written here, chosen by a condition, or put into a variable before."""
    if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
        return [argument.value]
    if isinstance(argument, ast.IfExp):
        return _all_of([argument.body, argument.orelse], scope)
    if isinstance(argument, ast.Name):
        assignments = [node for node in ast.walk(scope) if isinstance(node, ast.Assign)]
        return _all_of([node.value for node in assignments if _gives(node, argument.id)], scope)
    return []


def _all_of(expressions: list[ast.expr], scope: ast.AST) -> list[str]:
    each = [_literals(expression, scope) for expression in expressions]
    return [text for texts in each for text in texts] if all(each) else []


def _gives(assignment: ast.Assign, name: str) -> bool:
    return [ast.unparse(target) for target in assignment.targets] == [name]
