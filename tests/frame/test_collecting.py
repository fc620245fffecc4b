"""Is what nobody holds any more taken down, and never by a thread that only works for the window?"""

import gc
import threading
import weakref

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ayil_desktop.window import collecting


@pytest.fixture
def collector(qapp, monkeypatch):
    """Python's own way is there again afterwards."""
    monkeypatch.setattr(collecting, "PAUSE", 1)
    owner = QObject()
    yield collecting.Collector(owner)
    owner.deleteLater()
    gc.unfreeze()
    gc.enable()


def make_screen(taken_down):
    """A screen whose parts hold each other, so that only the collector can take it down."""
    screen = QWidget()
    screen.itself = screen
    weakref.finalize(screen, lambda: taken_down.append(threading.current_thread()))
    return screen


def make_many():
    """What lets Python collect by itself."""
    kept = []
    for _ in range(20):
        kept.append([[] for _ in range(10_000)])
    return kept


def test_a_thread_that_works_takes_no_screen_down(collector, qtbot):
    taken_down = []
    make_screen(taken_down)
    kept = []
    worker = threading.Thread(target=lambda: kept.append(make_many()))
    worker.start()
    worker.join()
    assert taken_down == []
    qtbot.wait_until(lambda: taken_down == [threading.main_thread()])


def test_what_grew_old_is_taken_down_too(collector, qtbot):
    taken_down = []
    screen = make_screen(taken_down)
    gc.collect()  # it is of the oldest generation now
    del screen
    kept = []
    qtbot.wait_until(lambda: kept.append([[] for _ in range(1000)]) or bool(taken_down), timeout=20_000)


def test_few_new_things_are_left_alone(collector, monkeypatch):
    collected = []
    monkeypatch.setattr(gc, "get_count", lambda: (700, 20, 20))
    monkeypatch.setattr(gc, "get_threshold", lambda: (700, 10, 10))
    monkeypatch.setattr(gc, "collect", collected.append)
    collecting.collect()
    assert collected == []
    monkeypatch.setattr(gc, "get_count", lambda: (701, 11, 10))
    collecting.collect()
    assert collected == [0, 1]
