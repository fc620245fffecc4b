"""Fixtures: what did the program tell the user, and what does the user answer?

`told` records notices; a notice of trouble that the test did not ask about fails it. `answers` answers questions
without a dialog; a question that nobody prepared an answer for fails at once.
"""

from collections import deque

import pytest

from ayil_desktop.widgets import ask, memory, notice
from ayil_desktop.widgets.notice import Severity


class Told:
    """The notices of one test, in the order they were told."""

    def __init__(self):
        self.notices = []
        self._looked = 0

    def hear(self, told):
        self.notices.append(told)

    @property
    def words(self):
        """What was said, as the user reads it."""
        self._looked = len(self.notices)
        return [str(told.words) for told in self.notices]

    @property
    def last(self):
        self._looked = len(self.notices)
        return self.notices[-1]

    def take(self, words):
        """Press the button with these words on the newest open notice that has it."""
        self._looked = len(self.notices)
        for told in reversed(notice.board().notices):
            for offer in told.offers:
                if str(offer.words) == words:
                    notice.board().take(told, offer)
                    return
        raise AssertionError(f"no open notice offers {words!r}")

    def unexpected(self):
        return [str(told.words) for told in self.notices[self._looked :] if told.severity is Severity.TROUBLE]


class Answers:
    """Put the answers in before: `answers.will("yes_no", True)`. What was asked stands in `answers.asked`."""

    def __init__(self):
        self.asked = []
        self.suggested = []
        """What stood in each line that was asked for, and the no below it."""
        self._prepared = {}

    def will(self, verb, *prepared):
        """Answer the next questions of this kind so; None turns away. Verbs: those of `widgets.ask`."""
        self._prepared.setdefault(verb, deque()).extend(prepared)

    def left(self):
        return {verb: list(rest) for verb, rest in self._prepared.items() if rest}

    def yes_no(self, question, yes, no, detail):
        return self._answer("yes_no", question)

    def choose(self, question, options, detail):
        return self._answer("choose", question)

    def text(self, question, suggested, refused):
        self.suggested.append((suggested, str(refused.reason) if refused else ""))
        return self._answer("text", question)

    def open_file(self, title, kinds):
        return self._answer("open_file", title)

    def save_file(self, title, suggested, kinds):
        return self._answer("save_file", title)

    def folder(self, title):
        return self._answer("folder", title)

    def printer(self, name, pages):
        return self._answer("printer", name)

    def _answer(self, verb, question):
        self.asked.append(str(question))
        assert self._prepared.get(verb), f"nobody prepared an answer to {verb}: {question}"
        return self._prepared[verb].popleft()


@pytest.fixture
def told(qapp):
    notice.board().notices.clear()
    notice.board().changed.emit()
    told = Told()
    notice.board().told.connect(told.hear)
    yield told
    notice.board().told.disconnect(told.hear)
    notice.board().notices.clear()
    notice.board().changed.emit()
    assert not told.unexpected(), "trouble was told that the test did not expect"


@pytest.fixture
def answers():
    answers = Answers()
    before = ask.answer_by(answers)
    yield answers
    ask.answer_by(before)
    assert not answers.left(), "an answer was prepared to a question that was never asked"


@pytest.fixture
def no_memory():
    """The looks of the window are forgotten before and after."""
    memory.forget()
    yield
    memory.forget()
