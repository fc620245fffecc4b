"""What a start is spared of is there for whoever asks for it later."""

import subprocess
import sys

BEGIN = "import sys; from ayil_desktop.window import spared; spared.spare(); import sqlalchemy.dialects.sqlite; "


def told(code):
    return subprocess.run(
        [sys.executable, "-c", BEGIN + code], check=True, capture_output=True, text=True
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
