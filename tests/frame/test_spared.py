"""What a start is spared of is there for whoever asks for it later."""

import subprocess
import sys

BEGIN = "import sys; from ayil_desktop.window import spared; "
STORE = BEGIN + "spared.spare_store(); import sqlalchemy.dialects.sqlite; "
QT = BEGIN + "spared.spare_qt(); from PySide6.QtCore import QPoint, QSize; "


def told(code, begin=STORE):
    return subprocess.run(
        [sys.executable, "-c", begin + code], check=True, capture_output=True, text=True
    ).stdout.strip()


def test_the_store_loads_without_the_network():
    assert told("print({'ssl', 'socket', 'asyncio.events', 'email'} & set(sys.modules))") == "set()"


def test_whoever_needs_a_module_that_was_put_off_gets_the_whole_of_it():
    assert told("import asyncio; print(asyncio.run(asyncio.sleep(0, 'slept')))") == "slept"
    assert told("from asyncio import Queue; print(Queue.__module__)") == "asyncio.queues"
    assert told("import asyncio.events as events; print(events.__name__)") == "asyncio.events"
    assert told("import importlib.metadata; print(importlib.metadata.version('sqlalchemy')[0])") == "2"
    assert told("print(hasattr(__import__('asyncio'), 'no_such_thing'))") == "False"


def test_many_threads_may_ask_at_once():
    code = (
        "import asyncio; from concurrent.futures import ThreadPoolExecutor as Pool; "
        "print(set(Pool(8).map(lambda _: asyncio.gather.__name__, range(64))))"
    )
    assert told(code) == "{'gather'}"


def test_a_module_that_is_loaded_already_is_left_alone():
    assert told("import json; spared.put_off('json'); print(json.loads('[1]'))") == "[1]"


def test_qt_comes_without_what_describes_its_functions():
    assert told("print('argparse' in sys.modules)", QT) == "False"
    assert told("print(__import__ is __orig_import__)", QT) == "True"


def test_a_wrong_call_of_qt_is_described_all_the_same():
    code = "\ntry: QPoint('one', 2)\nexcept TypeError as error: print(error)"
    message = told(code, QT)
    assert "(str, int)" in message
    assert "(xpos: int, ypos: int" in message


def test_the_functions_of_qt_still_tell_how_they_are_called():
    code = "from PySide6.support.signature import get_signature; print(get_signature(QSize.scaled)[0])"
    assert "PySide6.QtCore.QSize" in told(code, QT)


def test_docstrings_are_read_without_anything_being_loaded_for_it():
    code = "print(list.append.__doc__); print(sys.modules['shibokensupport.signature.parser']._load is not None)"
    assert told(code, QT).splitlines() == ["Append object to the end of the list.", "True"]
