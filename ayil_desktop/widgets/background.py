"""What takes long: how is it done beside the screen, watched, cancelled, and how does its result come back?

There is one data thread, so two long works never meet at the same file. Work is a function, or a generator that yields
how far it is (0 … 1, or words); between two yields it can be cancelled. It gets plain values and knows nothing of Qt.
"""

import sys
import time
from collections.abc import Callable, Generator
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor, wait
from functools import cache, partial
from itertools import count
from threading import Event
from typing import TYPE_CHECKING, Any, TypeGuard, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal

from ayil_desktop.refused import Refused
from ayil_desktop.widgets import notice, refusal
from ayil_desktop.widgets.labels import Words

# Only for the type checker: at the first frame the store is not loaded.
if TYPE_CHECKING:
    from ayil_desktop.store.trouble import StoreTrouble

Result = TypeVar("Result")
Step = float | Words
Steps = Generator[Step, None, Result]

_MOMENT = 0.005  # seconds in which a screen waits for its answer before the window goes on
_BETWEEN = 0.05  # seconds: the screen need not know more often how far a work is


def run(
    work: Callable[[], Result | Steps[Result]],
    *,
    title: Words,
    done: Callable[[Result], object],
    failed: Callable[[Exception], object] | None = None,
    cancelled: Callable[[], object] = notice.nothing,
    owner: QObject | None = None,
) -> "Job":
    """Do it beside the screen; `done`, `failed` or `cancelled` is called in the thread of the screen.

    `failed` gets a Refused or a StoreTrouble; without it the user is told by a notice. Anything else is our bug and
    goes to `sys.excepthook`. Where `owner` (a screen) is gone by then, nothing is called.
    """
    job = Job(title, done, failed, cancelled, owner)
    jobs().add(job)
    job.start(work)
    return job


def beside(read: Callable[[], Result]) -> Generator[None, None, Result]:
    """What a screen reads while its window answers: steps until it is there, and then the answer.

    A thread of its own, so that it does not wait for a backup that is on.
    """
    future = _reader().submit(read)
    while not wait((future,), _MOMENT).done:
        yield
    return future.result()


def shut_down() -> None:
    """Cancel what can be cancelled and wait for the rest, before the store is closed. Nobody is called afterwards."""
    for job in jobs().running:
        job.cancel()
        job.forget()
    for thread in (_thread, _reader):
        thread().shutdown(wait=True)
        thread.cache_clear()


class Jobs(QObject):
    """The works that are not finished, in the order in which they are done.

    It lives as long as the program and carries over what the data thread has to say. A `Job` and what it calls belong
    to the thread of the screen: the data thread never holds one, so it can never be the one that lets the last go.
    """

    changed = Signal()
    stepped = Signal(int, object)
    ended = Signal(int, object)

    def __init__(self) -> None:
        super().__init__()
        self.running: list[Job] = []
        # Queued: even where the work is done at once, `run` returns before its callbacks are called.
        self.stepped.connect(self._tell_step, Qt.ConnectionType.QueuedConnection)
        self.ended.connect(self._end, Qt.ConnectionType.QueuedConnection)

    def add(self, job: "Job") -> None:
        self.running.append(job)
        self.changed.emit()

    def _tell_step(self, number: int, step: Step) -> None:
        for job in self._numbered(number):
            job.progressed.emit(step)

    def _end(self, number: int, future: "Future[Any]") -> None:
        for job in self._numbered(number):
            self.running.remove(job)
            self.changed.emit()
            job.end(future)

    def _numbered(self, number: int) -> list["Job"]:
        return [job for job in self.running if job.number == number]


@cache
def jobs() -> Jobs:
    """The works of this program; the status line shows them."""
    return Jobs()


class Job(QObject):
    """One work. `progressed` gives a share of 1 or words; `finished` comes last, however it ended."""

    progressed = Signal(object)
    finished = Signal(object)

    def __init__(
        self,
        title: Words,
        done: Callable[[Any], object],
        failed: Callable[[Exception], object] | None,
        cancelled: Callable[[], object],
        owner: QObject | None,
    ) -> None:
        super().__init__()
        self.title = title
        self.number = next(_numbers)
        self._done = done
        self._failed = failed or tell
        self._cancelled = cancelled
        self._owner = owner
        self._cancelling = Event()
        self._is_forgotten = False
        self._future: Future[Any] | None = None

    def start(self, work: Callable[[], Any]) -> None:
        told = partial(jobs().stepped.emit, self.number)
        self._future = _thread().submit(_carry_out, work, told, self._cancelling)
        self._future.add_done_callback(partial(jobs().ended.emit, self.number))

    def cancel(self) -> None:
        """At once if it has not begun, otherwise at its next step; a work without steps ends as it is."""
        self._cancelling.set()
        if self._future:
            self._future.cancel()

    def forget(self) -> None:
        """Nobody waits for its result any more."""
        self._is_forgotten = True

    def end(self, future: "Future[Any]") -> None:
        """Call whoever waits for it."""
        self.finished.emit(self)
        gone = self._owner is not None and not shiboken6.isValid(self._owner)
        outcome: Callable[[], object]
        problem = CancelledError() if future.cancelled() else future.exception()
        if problem is None:
            outcome = partial(self._done, future.result())
        elif isinstance(problem, CancelledError):
            outcome = self._cancelled
        elif isinstance(problem, Refused) or is_trouble(problem):
            outcome = partial(self._failed, problem)
        else:
            raise problem
        if not gone and not self._is_forgotten:
            outcome()


_numbers = count(1)


def _carry_out(work: Callable[[], Any], told: Callable[[Step], object], cancelling: Event) -> Any:
    """In the data thread."""
    result = work()
    return _drive(result, told, cancelling) if isinstance(result, Generator) else result


def _drive(steps: Generator[Step, None, Any], told: Callable[[Step], object], cancelling: Event) -> Any:
    told_at = 0.0
    while True:
        try:
            step = next(steps)
        except StopIteration as end:
            return end.value
        if cancelling.is_set():
            steps.close()
            raise CancelledError
        now = time.monotonic()
        if isinstance(step, Words) or now - told_at >= _BETWEEN:
            told_at = now
            told(step)


def tell(problem: Exception) -> None:
    """A no or a trouble that no screen answers, as a notice."""
    if isinstance(problem, Refused):
        notice.warning(refusal.reason(problem), clause=problem.clause)
    else:
        notice.trouble(problem.message if is_trouble(problem) else str(problem))


def is_trouble(problem: BaseException) -> TypeGuard["StoreTrouble"]:
    """Whether it is a StoreTrouble. One exists only where the store is loaded; to import it for this question would
    load SQLAlchemy before the first frame."""
    store = sys.modules.get("ayil_desktop.store.trouble")
    return store is not None and isinstance(problem, store.StoreTrouble)


@cache
def _thread() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(max_workers=1, thread_name_prefix="data")


@cache
def _reader() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(max_workers=1, thread_name_prefix="reader")
