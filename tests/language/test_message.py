"""Does a message read right in every language, and is what people typed always literal?"""

import copy
import json
import pickle
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ayil_desktop.language import catalogue, message
from ayil_desktop.language.message import Counted, InContext, Message

LEAVES = (
    st.text(max_size=12)
    | st.integers()
    | st.floats(allow_nan=False)
    | st.dates()
    | st.datetimes()
    | st.datetimes(timezones=st.just(UTC))
)
VALUES = st.recursive(
    LEAVES,
    lambda inner: (
        st.lists(inner, max_size=3).map(tuple)
        | st.builds(lambda value: Message("{name} came", name=value), inner)
        | st.builds(lambda value, n: Counted("{who} {count}", "{who} {count}s", n, who=value), inner, st.integers())
        | st.builds(lambda value: InContext("vote", "For {name}", name=value), inner)
    ),
    max_leaves=5,
)


def test_a_message_is_translated_when_it_is_shown(translated):
    translated(
        ky={"{present} of {members} came": "{members} мүчөдөн {present} келди"},
        ru={"{present} of {members} came": "Пришли {present} из {members}"},
    )
    came = Message("{present} of {members} came", present=5, members=11)
    assert str(came) == "11 мүчөдөн 5 келди"
    catalogue.use("ru")
    assert str(came) == "Пришли 5 из 11"
    assert came.into("ky") == "11 мүчөдөн 5 келди"
    assert f"{came}" == "Пришли 5 из 11"


def test_the_form_follows_the_number(translated):
    members = ("{count} member", "{count} members")
    translated(ky={members: ["{count} мүчө"]}, ru={members: ["{count} член", "{count} члена", "{count} членов"]})
    assert str(Counted(*members, 5)) == "5 мүчө"
    assert [Counted(*members, n).into("ru") for n in (1, 3, 11)] == ["1 член", "3 члена", "11 членов"]


def test_a_word_may_depend_on_its_place(translated):
    translated(ky={("vote", "For"): "Макул"})
    assert str(InContext("vote", "For")) == "Макул"
    assert str(Message("For")) == "For"


def test_values_are_shown_as_the_offices_write_them():
    shown = Message(
        "{day} {moment} {share} {whole} {names}",
        day=date(2019, 3, 13),
        moment=datetime(2019, 3, 13, 9, 5),
        share=27.3,
        whole=30.0,
        names=("Асан", "Үсөн"),
    )
    assert shown.into("ky") == "13.03.2019 13.03.2019 09:05 27,3 30 Асан, Үсөн"
    assert shown.into("en") == "13.03.2019 13.03.2019 09:05 27.3 30 Асан, Үсөн"


def test_a_message_within_a_message_takes_its_language(translated):
    translated(ru={"Add {what}": "Добавить: {what}", "a member": "член", "a guest": "гость"})
    add = Message("Add {what}", what=(Message("a member"), Message("a guest")))
    assert add.into("ru") == "Добавить: член, гость"
    assert add.into("en") == "Add a member, a guest"


@pytest.mark.parametrize(
    "name", ["{x}", "{0}", "{name}", "%s %(name)s", "{{", "}}", "{name!r:>10}", "\\1", "\\g<0>", "{"]
)
def test_what_somebody_typed_is_never_interpreted(name):
    assert str(Message("Add {name}", name=name)) == f"Add {name}"


@given(st.text(), st.text())
def test_no_value_changes_another(first, second):
    assert str(Message("<{first}|{second}>", first=first, second=second)) == f"<{first}|{second}>"


def test_doubled_braces_are_braces():
    assert str(Message("{{name}} is {name}", name="Асан")) == "{name} is Асан"


def test_a_missing_value_is_noticed_where_the_message_is_made():
    with pytest.raises(TypeError, match="members"):
        Message("{present} of {members} came", present=5)
    with pytest.raises(TypeError, match="body"):
        Counted("One member", "{count} members of {body}", 3)


def test_a_wrong_translation_shows_rather_than_crashes(translated):
    translated(ky={"Add {name}": "{nam} кошуу"})
    assert str(Message("Add {name}", name="Асан")) == "{nam} кошуу"


def test_messages_with_the_same_words_and_values_are_equal():
    one, other = Message("Add {name}", name="Асан"), Message("Add {name}", name="Асан")
    assert one == other
    assert len({one, other}) == 1
    assert one != Message("Add {name}", name="Үсөн")
    assert Message("For") != InContext("vote", "For")
    assert Counted("{count} vote", "{count} votes", 2) != Counted("{count} vote", "{count} votes", 3)


def test_a_message_cannot_be_changed():
    with pytest.raises(AttributeError):
        Message("Save").msgid = "Open"


@given(VALUES)
def test_a_message_survives_the_journal(value):
    kept = Message("Change {field} to {value}", field="name", value=value)
    assert message.from_json(json.loads(json.dumps(kept.as_json()))) == kept
    assert pickle.loads(pickle.dumps(kept)) == kept == copy.deepcopy(kept)
    assert hash(copy.deepcopy(kept)) == hash(kept)
    assert repr(kept).startswith("Message('Change")


@pytest.mark.parametrize(
    "kept", [{}, {"msgid": 3, "values": {}}, {"msgid": "Save"}, {"msgid": "Add {name}", "values": {}}]
)
def test_what_is_no_message_is_refused(kept):
    with pytest.raises(ValueError, match="not a message"):
        message.from_json(kept)


@pytest.mark.parametrize("value", [None, {"date": "never"}, {"msgid": "{x}", "values": {}}])
def test_a_value_that_no_message_has_is_refused(value):
    with pytest.raises(ValueError):
        message.from_json({"msgid": "Add {name}", "values": {"name": value}})


def test_placeholders_of_a_text_can_be_compared():
    assert message.placeholders("{a} {b} {{c}} {a}") == {"a", "b"}
