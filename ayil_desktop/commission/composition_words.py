"""How is a line of the composition check said, with its figures and what is missing?"""

from ayil_desktop.language.message import Message


def counted(what: Message, actual: int, needed: int, *, exact: bool = False) -> Message:
    """How many there are of how many, and how many more or too many."""
    if exact and actual > needed:
        text = "{what}: {actual}. Exactly {needed} needed: {surplus} too many."
    elif exact and actual < needed:
        text = "{what}: {actual}. Exactly {needed} needed: {missing} more."
    elif exact:
        text = "{what}: {actual}. Exactly {needed} needed."
    elif actual < needed:
        text = "{what}: {actual}. At least {needed} needed: {missing} more."
    else:
        text = "{what}: {actual}. At least {needed} needed."
    return Message(text, what=what, actual=actual, needed=needed, missing=needed - actual, surplus=actual - needed)


def with_open(what: Message, actual: int, needed: int, open_: int, ok: bool | None, *, exact: bool = False) -> Message:
    """The same where the answer may be open because `open_` persons are not recorded."""
    if ok is not None:
        return counted(what, actual, needed, exact=exact)
    if exact:
        text = "{what}: {actual}, not recorded for {open}. Exactly {needed} needed."
    else:
        text = "{what}: {actual}, not recorded for {open}. At least {needed} needed."
    return Message(text, what=what, actual=actual, needed=needed, open=open_)


def not_recorded(open_: int) -> Message:
    """In a few words beside the figures: of how many it is not known."""
    return Message("Not recorded: {open}", open=open_)


def sexes(women: int, men: int, open_: int, needed: int) -> Message:
    """Both sexes with the share of the smaller one, and who is missing (CN-5.3.1)."""
    members, fewer = women + men + open_, min(women, men)
    if not members:
        return Message("Nobody is recorded yet.")
    if open_:
        return Message(
            "Women: {women}, men: {men}, sex not recorded: {open}. At least {needed} of {members} needed of each sex.",
            women=women, men=men, open=open_, needed=needed, members=members,
        )  # fmt: skip
    share = _percent(fewer, members)
    if fewer >= needed:
        text = "Women: {women}, men: {men}; {fewer} of {members} = {share} %. At least {needed} needed."
    elif women < men:
        text = "Women: {women} of {members} = {share} %. At least {needed} needed: {missing} more."
    else:
        text = "Men: {men} of {members} = {share} %. At least {needed} needed: {missing} more."
    return Message(
        text, women=women, men=men, fewer=fewer, members=members, share=share, needed=needed, missing=needed - fewer
    )


def share(women: int, men: int, open_: int, needed: int) -> Message | None:
    """In a few words beside the figures: which sex is too few, and its share."""
    members, fewer = women + men + open_, min(women, men)
    if open_:
        return not_recorded(open_)
    if not members:
        return None
    percent = _percent(fewer, members)
    if fewer >= needed:
        return Message("{fewer} of {members} = {share} %", fewer=fewer, members=members, share=percent)
    text = "Women: {share} %, {missing} more needed" if women < men else "Men: {share} %, {missing} more needed"
    return Message(text, share=percent, missing=needed - fewer)


def _percent(count: int, whole: int) -> float:
    """To one digit, as people read it; nothing is judged by it."""
    return round(100 * count / whole, 1)
