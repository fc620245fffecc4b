"""What was corrected in the minutes by hand is said in the same words on the board and in the excerpt."""

import pytest

from ayil_desktop.meetings import agenda_actions, handouts, minutes_actions
from ayil_desktop.meetings.choices import ItemKind, ItemState
from tests.meetings import stories


@pytest.fixture(autouse=True)
def english(language):
    language("en")


def corrects(commission, part, text, place=1):
    minutes_actions.edit_section(
        commission.store,
        meeting_id=commission.meeting_id,
        language="ky",
        key=f"item:{commission.item(place).id}:{part}",
        text=text,
    )


def board(commission):
    return "\n".join(stories.lines(handouts.board_notice(stories.paper(commission), "ky")))


def excerpt(commission, place=1):
    decision = commission.item(place).decisions[0].id
    return "\n".join(stories.lines(handouts.excerpt(stories.paper(commission), "ky", decision)))


@pytest.fixture
def corrected(commission):
    """The first of two decisions, its title and its voting were put into other words."""
    stories.held(commission, items=(ItemKind.DECISION, ItemKind.DECISION))
    corrects(commission, "title", "1. Жолду оңдоо жөнүндө")
    corrects(commission, "voted", "Макул – 6, каршы – 2.\nКөпчүлүк добуш менен кабыл алынды.")
    corrects(commission, "decided", "1. Жолго 500 000 сом бөлүнсүн.")
    return commission


@pytest.mark.parametrize("is_sealed", [False, True])
@pytest.mark.clause("CN-3.1.8")
def test_the_village_reads_the_decision_that_the_minutes_hold(corrected, is_sealed):
    if is_sealed:
        stories.seals(corrected)
    read = board(corrected)
    assert "Жолго 500 000 сом бөлүнсүн." in read and "Чечим 1 бекитилсин." not in read
    assert "Чечим 2 бекитилсин." in read


@pytest.mark.parametrize("is_sealed", [False, True])
def test_the_excerpt_has_title_vote_and_decision_of_the_minutes(corrected, is_sealed):
    if is_sealed:
        stories.seals(corrected)
    read = excerpt(corrected)
    assert "Жолду оңдоо жөнүндө" in read and "Маселе 1" not in read
    assert "Макул – 6, каршы – 2. Көпчүлүк добуш менен кабыл алынды." in read and "Макул – 8" not in read
    assert "Жолго 500 000 сом бөлүнсүн." in read and "Чечим 1" not in read
    assert "Макул – 8" in excerpt(corrected, 2) and "Чечим 2 бекитилсин." in excerpt(corrected, 2)


def test_the_board_counts_what_was_considered_only(commission, store):
    commission.meets(present=8, items=(ItemKind.DECISION,) * 3)
    commission.votes(for_=range(1, 9))
    stories.decides(commission)
    for place, state in ((2, ItemState.POSTPONED), (3, ItemState.WITHDRAWN)):
        agenda_actions.set_item_state(store, item_id=commission.item(place).id, state=state, reason="Эсеби жок")
    stories.closes(commission)
    said = "\n".join(stories.lines(handouts.board_notice(stories.paper(commission), "en")))
    assert "1 matter was considered" in said
