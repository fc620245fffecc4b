"""What `show` tells somebody who reads it on a terminal: everything in the user's language but the ids."""

import re

import pytest

from ayil_desktop import command_line, told
from ayil_desktop.strategy import standing
from ayil_desktop.workdays import deadlines

DAY = ("--today", "2026-11-21")
CODE = re.compile(r"[a-z]+(?:[_-][a-z]+)*")
ISO = re.compile(r"\d{4}-\d\d-\d\d")


@pytest.fixture(scope="module")
def offices(tmp_path_factory):
    folder = tmp_path_factory.mktemp("told")
    for name in command_line.SAMPLES:
        command_line.make_sample(name, folder / f"{name}.ayil")
    return folder


@pytest.fixture
def lines(capsys):
    def show(*words):
        assert command_line.main(["show", *(str(word) for word in words), *DAY]) == 0
        return [line.strip() for line in capsys.readouterr().out.splitlines() if line.strip() != "-"]

    return show


@pytest.mark.parametrize("language", ["ky", "ru"])
@pytest.mark.parametrize(
    ("subject", "sample"),
    [
        *(("commission", name) for name in command_line.SAMPLES),
        *(("meetings", name) for name in ("practice", "naryn-council")),
        ("strategy", "chet-nura"),
        ("office", "chet-nura"),
    ],
)
def test_names_states_and_days_are_those_of_the_user(offices, lines, subject, sample, language):
    said = lines(offices / f"{sample}.ayil", subject, "--language", language)
    assert {one.partition(": ")[0].rstrip(":") for one in said} & {"id"} == {"id"}
    titles = [one.partition(":")[0] for one in said if ":" in one]
    assert {title for title in titles if CODE.fullmatch(title)} == {"id"}
    values = [one.partition(": ")[2] for one in said if not one.startswith("id: ")]
    assert [value for value in values if CODE.fullmatch(value) or ISO.fullmatch(value)] == []


def test_a_service_and_its_rank_are_told_by_different_words(offices, lines):
    """A warning says of which service it is by the rank that the service has above."""
    said = lines(offices / "chet-nura.ayil", "strategy", "--language", "ru")
    services, _, warnings = "\n".join(said).partition("\nПредупреждения:\n")
    assert [one for one in said if one.startswith("Услуга: ") and len(one) < 20] == []
    assert re.findall(r"^Место: (\d)$", services, re.M) == ["1", "2", "3"]
    assert set(re.findall(r"^Место: (\d)$", warnings, re.M)) == {"1", "2", "3"}


def test_a_deadline_is_told_in_words(offices, lines):
    said = lines(offices / "chet-nura.ayil", "deadline", "--words", "15.03.2019", "--language", "ru")
    assert said[1:] == ["Слова: 15.03.2019", "Вид: день", "С: 15.03.2019", "По: 15.03.2019"]


def test_every_state_and_every_kind_of_deadline_has_words():
    deadline_words = [told.told({"words": "x", "kind": kind.value}).splitlines()[1] for kind in deadlines.Kind]
    states = [told.told({"state": state.value}) for state in standing.State]
    for said in (*deadline_words, *states):
        assert not CODE.fullmatch(said.partition(": ")[2]), said
