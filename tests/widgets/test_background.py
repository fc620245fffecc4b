"""Does long work leave the screen alone, in order, on one thread, and does every end of it come back?"""

import gc
import threading
import weakref
from concurrent.futures import Future
from functools import cache

import pytest
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton

from ayil_desktop.language.message import Message
from ayil_desktop.refused import Refused
from ayil_desktop.store import trouble
from ayil_desktop.widgets import background
from ayil_desktop.widgets.progress_line import ProgressLine


class Ends:
    """What came back, and in which thread."""

    def __init__(self):
        self.all = []
        self.threads = set()

    def note(self, name):
        def noted(*given):
            self.all.append((name, *given))
            self.threads.add(threading.current_thread())

        return noted


@pytest.fixture
def ends():
    return Ends()


@pytest.fixture
def run(ends):
    def started(work, **options):
        return background.run(
            work, title=Message("Copy"), done=ends.note("done"), cancelled=ends.note("cancelled"), **options
        )

    yield started
    background.shut_down()


@pytest.fixture
def gate():
    """Holds a work until the test lets it go on."""
    held = threading.Event()
    yield held
    held.set()


def test_the_result_comes_back_in_the_thread_of_the_screen(run, ends, qtbot):
    worked = []
    run(lambda: worked.append(threading.current_thread()) or 42)
    assert ends.all == [], "never before run has returned"
    qtbot.wait_until(lambda: ends.all == [("done", 42)])
    assert ends.threads == {threading.main_thread()}
    assert worked[0] is not threading.main_thread()


def test_works_follow_each_other_on_one_thread(run, ends, qtbot):
    order, threads = [], set()

    def work(number):
        threads.add(threading.current_thread())
        order.append(number)
        return number

    for number in range(5):
        run(lambda number=number: work(number))
    qtbot.wait_until(lambda: len(ends.all) == 5)
    assert order == [0, 1, 2, 3, 4]
    assert len(threads) == 1


def test_steps_are_told_and_the_end_gives_the_result(run, ends, qtbot, gate):
    def steps():
        gate.wait(5)
        yield 0.0
        yield Message("Writing page {page}", page=2)
        return "whole"

    job = run(steps)
    told = []
    job.progressed.connect(told.append)
    gate.set()
    qtbot.wait_until(lambda: ends.all == [("done", "whole")])
    assert told == [0.0, Message("Writing page {page}", page=2)]


def test_a_thousand_steps_do_not_flood_the_screen(run, ends, qtbot, gate):
    def steps():
        gate.wait(5)
        for step in range(5000):
            yield step / 5000

    job = run(steps)
    told = []
    job.progressed.connect(told.append)
    gate.set()
    qtbot.wait_until(lambda: ends.all == [("done", None)])
    assert len(told) < 100


def test_a_work_is_cancelled_at_its_next_step_and_cleans_up(run, ends, qtbot, gate):
    cleaned = []

    def steps():
        try:
            yield 0.1
            gate.wait(5)
            yield 0.2
            cleaned.append("never reached")
        finally:
            cleaned.append("cleaned")

    job = run(steps)
    with qtbot.wait_signal(job.finished):
        job.cancel()
        gate.set()
    qtbot.wait_until(lambda: ends.all == [("cancelled",)])
    assert cleaned in (["cleaned"], [])


def test_a_work_that_waits_is_cancelled_before_it_begins(run, ends, qtbot, gate):
    began = []
    run(gate.wait)
    second = run(lambda: began.append(1))
    second.cancel()
    gate.set()
    qtbot.wait_until(lambda: len(ends.all) == 2)
    assert sorted(ends.all) == [("cancelled",), ("done", True)]
    assert began == []


def test_a_no_goes_to_the_screen_that_asked(run, ends, qtbot):
    def refuse():
        raise Refused(Message("The stick is full of other offices."), clause="CN-1")

    run(refuse, failed=ends.note("failed"))
    qtbot.wait_until(lambda: ends.all != [])
    assert ends.all[0][0] == "failed"
    assert isinstance(ends.all[0][1], Refused)


def test_a_no_that_no_screen_answers_is_a_notice(run, told, qtbot):
    def refuse():
        raise Refused(Message("The stick is full of other offices."), clause="CN-1")

    run(refuse)
    qtbot.wait_until(lambda: told.words == ["The stick is full of other offices."])
    assert told.last.clause == "CN-1"


def test_a_trouble_of_the_disk_is_a_notice(run, told, qtbot):
    def fail():
        raise trouble.DiskFull(Message("The disk is full."))

    run(fail)
    qtbot.wait_until(lambda: told.words == ["The disk is full."])


def test_a_bug_goes_to_the_one_hook(run, ends, qtbot):
    with qtbot.capture_exceptions() as hooked:
        run(lambda: 1 / 0, failed=ends.note("failed"))
        qtbot.wait_until(lambda: len(hooked) == 1)
    assert hooked[0][0] is ZeroDivisionError
    assert ends.all == []
    assert background.jobs().running == []


def test_nothing_is_called_on_a_screen_that_is_gone(run, ends, qtbot, gate):
    owner = QObject()
    job = run(gate.wait, owner=owner)
    owner.deleteLater()
    with qtbot.wait_signal(owner.destroyed):
        pass
    with qtbot.wait_signal(job.finished):
        gate.set()
    assert ends.all == []


def test_closing_waits_for_what_is_being_done_and_calls_nobody(run, ends, qtbot):
    finished = []
    run(lambda: finished.append(1))
    background.shut_down()
    assert finished in ([1], [])
    qtbot.wait_until(lambda: background.jobs().running == [])
    assert ends.all == []
    run(lambda: "again")
    qtbot.wait_until(lambda: ends.all == [("done", "again")])


class Lingering:
    """A thread for each work that still holds what it was given when the screen has long got the result."""

    def __init__(self):
        self.may_forget = threading.Event()
        self.threads = []

    def submit(self, work, *given):
        future = Future()

        def hold(held):
            future.set_result(held[0](*held[1:]))
            self.may_forget.wait(5)

        self.threads.append(threading.Thread(target=hold, args=([work, *given],)))
        self.threads[-1].start()
        return future

    def shutdown(self, wait):
        for thread in self.threads:
            thread.join()


def test_what_a_screen_gave_is_let_go_in_the_thread_of_the_screen(ends, qtbot, monkeypatch):
    lingering = Lingering()
    monkeypatch.setattr(background, "_thread", cache(lambda: lingering))

    class Screen(QObject):
        def show(self, result):
            ends.note("shown")(result)

    let_go = []
    screen = Screen()
    weakref.finalize(screen, lambda: let_go.append(threading.current_thread()))
    job = background.run(lambda: 42, title=Message("Copy"), done=screen.show)
    weakref.finalize(job, lambda: let_go.append(threading.current_thread()))
    qtbot.wait_until(lambda: ends.all == [("shown", 42)])
    del screen, job
    gc.collect()
    lingering.may_forget.set()
    background.shut_down()
    assert let_go == [threading.main_thread()] * 2


# The progress line


@pytest.fixture
def line(qtbot):
    made = ProgressLine()
    made.findChild(QTimer).setInterval(1)
    qtbot.addWidget(made)
    return made


def said(line):
    return line.findChild(QLabel).text()


def test_short_work_shows_nothing(run, ends, qtbot):
    line = ProgressLine()
    qtbot.addWidget(line)
    run(lambda: 1)
    qtbot.wait_until(lambda: ends.all == [("done", 1)])
    assert line.isHidden()
    assert not line.findChild(QTimer).isActive()


def test_long_work_shows_what_it_is_how_far_it_is_and_what_waits(run, ends, line, qtbot, gate):
    def steps():
        yield 0.5
        gate.wait(5)
        yield 1.0

    run(steps)
    run(lambda: 2)
    qtbot.wait_until(line.isVisible)
    assert said(line) == "Copy, 1 more waiting"
    bar = line.findChild(QProgressBar)
    qtbot.wait_until(bar.isVisible)
    assert bar.value() == bar.maximum() / 2
    gate.set()
    qtbot.wait_until(lambda: len(ends.all) == 2)
    assert line.isHidden()


def test_words_of_a_step_take_the_place_of_the_title(run, line, qtbot, gate):
    def steps():
        yield Message("Checking the seals")
        gate.wait(5)

    run(steps)
    qtbot.wait_until(lambda: said(line) == "Checking the seals")
    gate.set()
    qtbot.wait_until(lambda: background.jobs().running == [])


def test_work_is_cancelled_in_the_status_line(run, ends, line, qtbot, gate):
    def steps():
        while not gate.wait(0.01):
            yield 0.1

    run(steps)
    qtbot.wait_until(line.isVisible)
    line.findChild(QPushButton).click()
    qtbot.wait_until(lambda: ends.all == [("cancelled",)])
