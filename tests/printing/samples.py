"""Papers of the offices as values: what the tests print and what one looks at."""

from ayil_desktop.printing.document import (
    AnnexMark,
    ApprovalMark,
    BulletList,
    Cell,
    Checkboxes,
    Column,
    Contents,
    CutLine,
    DateLine,
    Document,
    Figure,
    Figures,
    Heading,
    Item,
    KeepTogether,
    KeyValues,
    Letterhead,
    NumberedList,
    PageBreak,
    Paragraph,
    ResolutionHead,
    Run,
    Signature,
    Signatures,
    Space,
    Subtitle,
    Table,
    Title,
    WritingLines,
)
from ayil_desktop.printing.drawing import Drawing, Label, Line, Polygon, Rectangle

COMMISSION = (
    "Кызмат көрсөтүүлөрдү уюштуруу жана айыл өкмөтүнүн башкаруучулук ишинин натыйжалуулугун жогорулатуу "
    "боюнча Жумушчу комиссия"
)
LETTERHEAD = Letterhead(
    ("КЫРГЫЗ РЕСПУБЛИКАСЫ", "НАРЫН ОБЛУСУ", "НАРЫН РАЙОНУ", "ЧЕТ-НУРА АЙЫЛ ӨКМӨТҮ"),
    ("КЫРГЫЗСКАЯ РЕСПУБЛИКА", "НАРЫНСКАЯ ОБЛАСТЬ", "НАРЫНСКИЙ РАЙОН", "АЙЫЛ ОКМОТУ ЧЕТ-НУРА"),
    "Орто-Нура айылы, Үлгү көчөсү, 1",
)
MEMBERS = tuple(f"{letter}. Үлгүбаев{ending}" for letter in "АБВГДЖК" for ending in ("", "а"))[:11]


def resolution() -> Document:
    """The head of resolution 15/8 and the beginning of its annex, as the council wrote them."""
    return Document(
        title="№15/8 токтом",
        blocks=(
            LETTERHEAD,
            ResolutionHead(
                "Депутаттардын Чет-Нура айыл аймагынын айылдык Кеңешинин",
                "XXVII чакырылышынын кезектеги XV сессиясынын",
                "ТОКТОМУ",
                "24-декабрь 2018-жыл",
                "№15/8",
                "Орто-Нура айылы",
            ),
            Title(
                "Чет-Нура айыл өкмөтүнүн ишин жакшыртуу жана сапаттуу кызмат көрсөтүүнүн стратегиясын иштеп чыгуу "
                "боюнча түзүлгөн жумушчу комиссиянын жобосун бекитүү жөнүндө"
            ),
            Paragraph(
                "USAIDдин «Ийгиликтүү аймак» долбоору боюнча 18.10.2018-жылында өткөн жолугушууда сапаттуу кызмат "
                "көрсөтүүнүн стратегиясын иштеп чыгууга сунушталган комиссиянын жобосун бекитүү үчүн"
            ),
            Paragraph(
                (Run("Депутаттардын Чет-Нура айылдык Кеңешинин XV сессиясы токтом кылат:", bold=True),),
                align="left",
                keep_with_next=True,
            ),
            NumberedList(
                (
                    "Чет-Нура айыл өкмөтүнүн ишин жакшыртуу жана сапаттуу кызмат көрсөтүүнүн стратегиясын иштеп "
                    "чыгуу боюнча жумушчу комиссиянын жобосунун долбоору бекитилсин.",
                    "Токтомдун аткарылышын көзөмөлдөө айыл өкмөтүнүн башчысы А.Мүсүркановго тапшырылсын.",
                ),
                hanging=False,
            ),
            Signatures((Signature("Төрага:", "Т.Сыдыкбеков"),), stamp="М.О."),
            PageBreak(),
            AnnexMark("Чет-Нура айылдык Кеңешинин\n24-декабрь 2018-жылдагы\n№15/8 токтомуна № 1 тиркеме"),
            Title(f"{COMMISSION} жөнүндө\nЖобо"),
            Heading("1. Жалпы жоболор", level=1),
            NumberedList(
                (
                    f"{COMMISSION} жөнүндө ушул Жобо (мындан ары – Жобо) Чет-Нура айыл аймагындагы Комиссиянын ишинин "
                    "максаттарын, функцияларын жана ыйгарым укуктарын, аны түзүү тартибин, ошондой эле Комиссиянын "
                    "ишин уюштуруу жана камсыздоо тартибин аныктайт.",
                    "Комиссия Чет-Нура айыл өкмөтүнө караштуу туруктуу иштеген коомдук координациялык кеңешүүчү орган "
                    "болуп эсептелет.",
                ),
                prefix="1.",
            ),
            Heading("3. Комиссиянын функциялары", level=1),
            NumberedList(
                (
                    Item(
                        "Комиссиянын негизги функциялары болуп төмөнкүлөр эсептелет:",
                        ("стратегиянын долбоорун иштеп чыгуу;", "иш-аракеттер планын даярдоо."),
                    ),
                ),
                prefix="3.",
            ),
            BulletList(("чечим кабыл алуу;", Item("көзөмөлдөө:", ("мониторинг;", "баалоо.")))),
        ),
    )


def minutes(items: int = 3, members: int = 11) -> Document:
    """The minutes of a meeting as the secretary prints them, with made-up people."""
    blocks = [
        LETTERHEAD,
        Title("ПРОТОКОЛ"),
        Subtitle(f"{COMMISSION}нын кезектеги отуруму"),
        DateLine("13-март 2019-жыл", "№3", "Орто-Нура айылы"),
        KeyValues(
            (
                ("Төрага:", MEMBERS[0]),
                ("Катчы:", MEMBERS[1]),
                ("Катышкандар:", ", ".join(MEMBERS[: members - 3]) + f" ({members - 3} мүчө)"),
                ("Келбегендер:", (Run(MEMBERS[-1]), Run(" (себептүү)", italic=True), Run(", " + MEMBERS[-2]))),
                ("Кворум:", f"{members} мүчөнүн {members - 3} катышты, 6 керек; кворум бар"),
            )
        ),
        Heading("КҮН ТАРТИБИ", level=1),
        NumberedList(
            tuple(f"Таза суу боюнча иш-аракеттер планынын {n}-бөлүмүн кароо жөнүндө." for n in range(1, items + 1))
        ),
    ]
    for number in range(1, items + 1):
        blocks += [
            Heading(f"{number}. Таза суу боюнча иш-аракеттер планынын {number}-бөлүмү"),
            Paragraph(
                (
                    Run("УГУЛДУ: ", bold=True),
                    Run(
                        f"{MEMBERS[2]} таза суу менен камсыз кылуу боюнча иш-аракеттер планынын долбоорун тааныштырды. "
                        "Долбоордо калкты таза суу менен камсыздоонун стандарттары, аткаруу мөөнөттөрү жана жооптуу "
                        "адамдар көрсөтүлгөн."
                    ),
                )
            ),
            Paragraph((Run("ЧЫГЫП СҮЙЛӨШТҮ: ", bold=True), Run(f"{MEMBERS[3]}, {MEMBERS[4]} долбоорду колдоду."))),
            Paragraph((Run("ЧЕЧИМ КЫЛАТ:", bold=True),), keep_with_next=True),
            NumberedList(
                (
                    "Иш-аракеттер планынын долбоору бекитилсин.",
                    "Чечимдин аткарылышын көзөмөлдөө А. Үлгүбаевге тапшырылсын.",
                )
            ),
            Paragraph("Добуштар: макул – 6, каршы – 1, калыс – 1. Чечим кабыл алынды.", indent=False),
        ]
    signatures = tuple(Signature("Комиссиянын мүчөсү", name) for name in MEMBERS[2:members])
    blocks += [
        Signatures((Signature("Төрага:", MEMBERS[0]), Signature("Катчы:", MEMBERS[1])), caption="(колу)", stamp="М.О."),
        Signatures(signatures, heading="Комиссиянын мүчөлөрү:"),
    ]
    return Document(title="3-протокол", blocks=tuple(blocks), footer="Протокол №3, 13.03.2019")


def agenda() -> Document:
    """An agenda that still has to be approved."""
    return Document(
        title="Күн тартиби",
        draft="Долбоор",
        blocks=(
            ApprovalMark("Бекитемин", "Комиссиянын төрагасы", MEMBERS[0], "«____» ______________ 2019-ж."),
            Title("КҮН ТАРТИБИ"),
            Subtitle(f"{COMMISSION}нын отуруму"),
            DateLine("13-март 2019-жыл", "", "Орто-Нура айылы"),
            Figures((Figure("8 / 6", "катышты / керек"), Figure("11", "мүчө"), Figure("3", "маселе"))),
            Table(
                (
                    Column("№", align="center", nowrap=True),
                    Column("Маселе", weight=3),
                    Column("Баяндамачы", weight=1.5),
                    Column("Колу", width=28),
                ),
                tuple((str(n), "Таза суу боюнча иш-аракеттер планы", MEMBERS[n], "") for n in range(1, 6)),
                row_height=11,
            ),
            KeyValues((("Билдирүү алды:", ""), ("Дареги:", "Орто-Нура айылы"))),
            WritingLines(3, "Эскертүү:"),
        ),
    )


def ballots() -> Document:
    """Two ballots on a sheet, to be cut."""
    ballot = KeepTogether(
        (
            Title("ДОБУШ БЕРҮҮ БАРАКЧАСЫ"),
            Subtitle("Комиссиянын курамына киргизүү: Б. Үлгүбаева"),
            Checkboxes(("макул", "каршы", "калыс"), columns=3, large=True),
            Space(4),
            Paragraph("Бир гана белги коюңуз. Эки белги коюлган баракча жараксыз деп эсептелет.", size=11),
        )
    )
    return Document(title="Баракча", blocks=(ballot, CutLine(), ballot, CutLine(), ballot))


def plan(rows: int = 24) -> Document:
    """An action plan with a chart of bars beside its words, on a wide sheet."""
    months = Drawing(
        96,
        6,
        tuple(Label(8 * m + 4, 3, str(m + 1), 8, align="center") for m in range(12))
        + tuple(Line((8 * m, 0), (8 * m, 6), 0.25) for m in range(1, 12)),
    )
    hatches = ("", "/", "\\", "x", "-", ".")

    def bar(number: int) -> Drawing:
        begin = 8 * (number % 9)
        grid = tuple(Line((8 * m, 0), (8 * m, 8), 0.25, 0.6) for m in range(1, 12))
        box = Rectangle(begin, 2, 24, 4, fill=0.85 if number % 2 else None, hatch=hatches[number % 6])
        end = begin + 24
        diamond = Polygon(((end, 2), (end + 2, 4), (end, 6), (end - 2, 4)))
        return Drawing(96, 8, (*grid, box, diamond, Label(begin + 28, 4, f"{number * 4} %", 8)))

    body = []
    for number in range(1, rows + 1):
        if number % 8 == 1:
            body.append((Cell(f"{number // 8 + 1}-милдет. Сууну үнөмдөө", bold=True, columns=5),))
        body.append(
            (
                str(number),
                "Калкка таза суу жеткирүүнүн сапатын жакшыртуу үчүн суу түтүктөрүн оңдоо жана алмаштыруу",
                "15-апрелине чейин",
                "Айыл өкмөтү",
                Cell(drawing=bar(number)),
            )
        )
    return Document(
        title="Иш-аракеттер планы",
        orientation="landscape",
        footer="Чет-Нура айыл аймагы",
        blocks=(
            Title("Таза суу боюнча иш-аракеттер планы"),
            Table(
                (
                    Column("№", nowrap=True, align="center"),
                    Column("Иш-чара", weight=2.4),
                    Column("Мөөнөтү"),
                    Column("Жооптуу"),
                    Column("2019", width=96),
                ),
                tuple(body),
                head=(
                    (
                        Cell("№", rows=2),
                        Cell("Иш-чара", rows=2),
                        Cell("Аткаруу", columns=2),
                        Cell("2019-жыл, айлар"),
                    ),
                    ("Мөөнөтү", "Жооптуу", Cell(drawing=months)),
                ),
                size=10,
            ),
        ),
    )


def report() -> Document:
    """Chapters with a table of contents and a cell that reaches over several rows."""
    chapters = []
    for number in range(1, 7):
        chapters += [
            Heading(f"{number}. Кызмат көрсөтүүнүн стандарты", level=1),
            Heading(f"{number}.1. Артыкчылыктуу кызматтар"),
            *(
                Paragraph(
                    "Жергиликтүү жамааттын артыкчылыктуу маселелери калктан түшкөн талаптар түрүндө чагылдырылат. " * 4
                )
                for _ in range(3)
            ),
        ]
    criteria = []
    for service in ("Таза суу", "Жолдор", "Таштанды чыгаруу"):
        criteria.append((Cell(service, rows=4, bold=True), "Сапат", "жакшы"))
        criteria += [(name, "орто") for name in ("Сан", "Жеткиликтүүлүк", "Мөөнөт")]
    return Document(
        title="Стратегия",
        footer="Стратегия",
        blocks=(
            Space(60),
            Title("КЫЗМАТ КӨРСӨТҮҮЛӨРДҮ УЮШТУРУУ СТРАТЕГИЯСЫ"),
            PageBreak(),
            Contents("Мазмуну"),
            PageBreak(),
            *chapters,
            Heading("Стандарттар", level=1),
            Table((Column("Кызмат"), Column("Критерий"), Column("Баасы", align="center")), tuple(criteria)),
            Drawing(120, 30, (Rectangle(0, 0, 120, 30, hatch="/"), Label(60, 15, "Схема", 12, True, "center"))),
        ),
    )


ALL = {
    "resolution": resolution,
    "minutes": minutes,
    "agenda": agenda,
    "ballots": ballots,
    "plan": plan,
    "report": report,
}
