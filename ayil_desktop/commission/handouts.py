"""Which papers does a roster give: the public list, the head's draft order, the analysis for the office itself?"""

from collections.abc import Iterable, Sequence
from datetime import date

from ayil_desktop.commission import composition, rules, titles
from ayil_desktop.commission.composition import Check, Composition, Verdict
from ayil_desktop.commission.records import Body, Membership, Role
from ayil_desktop.commission.rules import Appointee, Leaver, OrderDraft
from ayil_desktop.language import clause_names, endings, wording
from ayil_desktop.language.message import Message
from ayil_desktop.office import acts, terms
from ayil_desktop.office import handouts as office_handouts
from ayil_desktop.office.records import Office, OrderKind
from ayil_desktop.office.settings import Settings
from ayil_desktop.printing.document import (
    AnnexMark,
    Block,
    Cell,
    Column,
    DateLine,
    Document,
    Figure,
    Figures,
    Item,
    NumberedList,
    PageBreak,
    Paragraph,
    Run,
    Signature,
    Signatures,
    Subtitle,
    Table,
    Text,
    Title,
)

VERDICTS = {
    Verdict.HOLDS: Message("satisfied"),
    Verdict.FAILS: Message("not satisfied"),
    Verdict.NOT_KNOWN: Message("not known"),
    Verdict.NOT_APPLICABLE: Message("not applicable"),
}


NOBODY = Message("It is not recorded who sat on it on this day.")


def roster(
    office: Office | None,
    body: Body,
    memberships: Sequence[Membership],
    *,
    day: date,
    language: str,
    settings: Settings,
) -> Document:
    """The list of members on a day, for everybody: nothing of sex, origin, health, age or telephone.

    `memberships` are those that count on the day, with person and appointing act.
    """
    title = Message("List of members").into(language)
    return Document(
        title=title,
        language=language,
        footer=office_handouts.footer(office, language),
        blocks=(
            office_handouts.letterhead(office),
            Title(title.upper()),
            Subtitle(body_name(body, day, language)),
            office_handouts.as_of(day, language),
            _members(memberships, language) if memberships else Paragraph(NOBODY.into(language)),
            *_rests_on(body, memberships, day, language),
            secretary_signs(body, memberships, day, language, settings),
        ),
    )


def draft_order(
    office: Office | None,
    body: Body,
    draft: OrderDraft,
    *,
    day: date,
    language: str,
    settings: Settings,
    kind: OrderKind = OrderKind.INSTRUCTION,
) -> Document:
    """The head's act that approves a composition (CN-5.1a) or changes one (CN-6.5), to be numbered and signed."""
    whole = bool(draft.whole)
    name = body_name(body, day, language)
    of_body = endings.genitive(name, language)
    about = _about(of_body, is_whole=whole)
    return Document(
        title=about.into(language),
        language=language,
        footer=office_handouts.footer(office, language),
        draft=Message("draft").into(language),
        blocks=(
            office_handouts.letterhead(office),
            Title(acts.title(kind).into(language).upper()),
            DateLine(blank_date(language), blank_number(language), office_handouts.place(office, language)),
            Title(about.into(language)),
            *(() if of_body else (Subtitle(name),)),
            *(Paragraph(ground) for ground in _grounds(body, draft, day, language)),
            NumberedList(tuple(_points(draft, of_body, language)), hanging=False),
            Signatures(
                (office_handouts.head_signature(office, language, settings),),
                stamp=Message("Place of the seal").into(language),
            ),
            *_annex(draft, name, kind, language),
        ),
    )


def analysis(office: Office | None, body: Body, found: Composition, *, language: str) -> Document:
    """The composition check as a sheet for the office itself (CN-5.3): figures only, no names."""
    title = Message("Analysis of the composition").into(language)
    shares = [check for check in found.checks if check.key in composition.SHARES]
    others = [check for check in found.checks if check.key not in composition.SHARES]
    return Document(
        title=title,
        language=language,
        footer=office_handouts.footer(office, language),
        blocks=(
            AnnexMark(Message("For use within the office").into(language)),
            Title(title.upper()),
            Subtitle(body_name(body, found.day, language)),
            office_handouts.as_of(found.day, language),
            _figures(found, language),
            *_early(found, language),
            _checks(shares, others, language),
        ),
    )


def body_name(body: Body, day: date, language: str) -> str:
    """The full official name of the body on that day (CN-0.7), in Russian where it is recorded."""
    name = rules.name_on(body.names, day)
    if name is None:
        return ""
    return (language == "ru" and name.name_ru) or name.name_ky


def role_word(role: Role, language: str) -> str:
    """төрага, орун басар, катчы, мүчө: within a line."""
    return terms.role_title(role.value).into(language).lower()


def _members(memberships: Sequence[Membership], language: str) -> Table:
    columns = (
        Column(_NUMBER.into(language), width=10, align="center"),
        Column(_NAME.into(language), weight=4),
        Column(_POSITION.into(language), weight=6),
        Column(_ROLE.into(language), weight=2.5),
        Column(Message("Member since").into(language), nowrap=True, align="center"),
    )
    rows = (
        (
            str(place),
            one.person.name,
            rules.position(one, language),
            role_word(one.role, language),
            wording.short_date(one.starts),
        )
        for place, one in enumerate(memberships, start=1)
    )
    return Table(columns, tuple(rows))


def _rests_on(body: Body, memberships: Sequence[Membership], day: date, language: str) -> tuple[Block, ...]:
    """By which acts the members sit and by which regulation the body works."""
    cited = dict.fromkeys(
        acts.cited(act.kind, act.number, act.date, language)
        for act in (one.appointing_order for one in memberships)
        if act
    )
    lines: list[Text] = []
    if cited:
        lines.append((Run(_APPOINTED.into(language) + " ", bold=True), Run("; ".join(cited) + ".")))
    basis = _basis(body, day, language)
    if basis:
        lines.append((Run(_REGULATION.into(language) + " ", bold=True), Run(basis + ".")))
    return tuple(Paragraph(line, indent=False, size=11) for line in lines)


def secretary_signs(
    body: Body, memberships: Iterable[Membership], day: date, language: str, settings: Settings
) -> Signatures:
    """One line for the secretary among these members; a line to write on where there is none."""
    secretary = next((one for one in memberships if one.role is Role.SECRETARY), None)
    name = office_handouts.signed_name(secretary.person.name, settings) if secretary else ""
    return Signatures((Signature(titles.signs_as(body, Role.SECRETARY, day).into(language), name),))


def _grounds(body: Body, draft: OrderDraft, day: date, language: str) -> Iterable[str]:
    """The minutes of the body (CN-6.5), or the regulation that asks for the head's act (CN-5.1a)."""
    for ground in draft.grounds:
        dated = acts.dated(ground.date, language)
        yield Message("Ground: minutes of the meeting {dated} No. {number}.", dated=dated, number=ground.number).into(
            language
        )
    basis = _basis(body, day, language)
    if basis and not draft.grounds:
        yield Message("Ground: {basis}.", basis=basis).into(language)


def _about(of_body: str, *, is_whole: bool) -> Message:
    """«… комиссиянын курамын бекитүү жөнүндө»; without the body where its name has no ending that is known."""
    if of_body:
        approval = Message("On the approval of the composition of {body}", body=of_body)
        return approval if is_whole else Message("On changes of the composition of {body}", body=of_body)
    return Message("On the approval of the composition") if is_whole else Message("On changes of the composition")


def _points(draft: OrderDraft, of_body: str, language: str) -> Iterable[Text | Item]:
    """The numbered points; who looks after the execution stands last (CN-R.2)."""
    if draft.whole:
        approved = Message("The composition of {body} be approved as in annex No. 1.", body=of_body)
        yield (approved if of_body else Message("The composition be approved as in annex No. 1.")).into(language)
    if draft.discharged:
        leaving = [_leaving(one, language) for one in draft.discharged]
        several = Message("The following be discharged from the composition:")
        words = several if len(leaving) > 1 else Message("Be discharged from the composition:")
        yield Item(words.into(language), _ended(leaving))
    if draft.appointed:
        joining = [_joining(one, language) for one in draft.appointed]
        several = Message("The following be included in the composition:")
        words = several if len(joining) > 1 else Message("Be included in the composition:")
        yield Item(words.into(language), _ended(joining))
    if draft.new_roles:
        charged = [f"{role_word(one.role, language)} – {one.name}" for one in draft.new_roles]
        yield Item(Message("The duties be laid upon:").into(language), _ended(charged))
    if draft.controller:
        text = Message("Control over the execution be assigned to {controller}.", controller=draft.controller)
    else:
        text = Message("I keep the control over the execution myself.")
    yield text.into(language)


def _leaving(one: Leaver, language: str) -> str:
    words = (f"{one.name}, {role_word(one.role, language)}", one.reason)
    return " – ".join(filter(None, words))


def _joining(one: Appointee, language: str) -> str:
    """With the post, as every order names it; a line to write on where it is not recorded."""
    return f"{one.name} – {one.position(language) or _BLANK_POST}, {role_word(one.role, language)}"


def _ended(lines: Sequence[str]) -> tuple[str, ...]:
    """The points of a list within a point: semicolons, and a full stop at the end."""
    return (*(f"{line};" for line in lines[:-1]), f"{lines[-1]}.")


def _annex(draft: OrderDraft, name: str, kind: OrderKind, language: str) -> tuple[Block, ...]:
    """The composition to be approved, on a page of its own (CN-0.6)."""
    if not draft.whole:
        return ()
    dated = Message("of “___” ______________ 20___").into(language)
    mark = acts.annex_mark(kind, dated, blank_number(language), "1", language)
    columns = (
        Column(_NUMBER.into(language), width=10, align="center"),
        Column(_NAME.into(language), weight=4),
        Column(_POSITION.into(language), weight=6),
        Column(_ROLE.into(language), weight=2.5),
    )
    rows = tuple(
        (str(place), one.name, one.position(language), role_word(one.role, language))
        for place, one in enumerate(draft.whole, start=1)
    )
    title = Message("Composition").into(language).upper()
    return (PageBreak(), AnnexMark(mark), Title(title), Subtitle(name), Table(columns, rows))


def _figures(found: Composition, language: str) -> Figures:
    figures = [
        Figure(str(found.members), terms.MEMBERS.into(language).lower()),
        Figure(str(found.women), Message("women").into(language)),
        Figure(str(found.men), Message("men").into(language)),
    ]
    if found.unrecorded:
        figures.append(Figure(str(found.unrecorded), Message("sex not recorded").into(language)))
    return Figures(tuple(figures))


def _early(found: Composition, language: str) -> tuple[Block, ...]:
    if not found.informational:
        return ()
    text = Message("The regulation was not yet in force on this day: the check is for information only.")
    return (Paragraph(text.into(language), indent=False),)


def _checks(shares: Sequence[Check], others: Sequence[Check], language: str) -> Table:
    columns = (
        Column(Message("What the regulation wants").into(language), weight=5),
        Column(Message("Clause").into(language), nowrap=True),
        Column(Message("There are").into(language), width=18, align="center"),
        Column(Message("Needed").into(language), width=20, align="center"),
        Column(Message("Result").into(language), weight=3),
    )
    rows: list[tuple[str | Cell, ...]] = []
    for heading, checks in ((_SHARES, shares), (_OTHERS, others)):
        if checks:
            rows.append((Cell(heading.into(language), bold=True, columns=len(columns)),))
            rows.extend(_check(check, language) for check in checks)
    return Table(columns, tuple(rows))


def _check(check: Check, language: str) -> tuple[str | Cell, ...]:
    result = VERDICTS[check.verdict].into(language)
    needed = "" if not check.applies else str(check.needed)
    bold = check.verdict is Verdict.FAILS
    clause = clause_names.named(check.clause)
    cited = clause if isinstance(clause, str) else clause.into(language)
    return (check.title.into(language), cited, str(check.actual), needed, Cell(result, bold=bold))


def _basis(body: Body, day: date, language: str) -> str:
    held = rules.charter_on(body, day)
    if held is None:
        return ""
    return (language == "ru" and held.version.basis_ru) or held.version.basis_ky


def blank_date(language: str) -> str:
    return Message("“___” ______________ 20___").into(language)


def blank_number(language: str) -> str:
    return Message("No. ________").into(language)


_BLANK_POST = "_" * 24
_NUMBER = Message("No.")
_NAME = Message("Name")
_POSITION = Message("Position")
_ROLE = Message("Role")
_APPOINTED = Message("Appointed by:")
_REGULATION = Message("Works by:")
_SHARES = Message("Representation")
_OTHERS = Message("Size, roles and groups")
