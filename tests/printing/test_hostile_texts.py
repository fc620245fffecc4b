"""Is every text only letters, wherever on the paper it stands?"""

import contextlib
import re
import sys
from pathlib import Path

import pytest

from ayil_desktop.printing import docx, pdf, text
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
from ayil_desktop.printing.drawing import Drawing, Label, Rectangle
from tests.printing import hostile, reading, samples


def every_block(words):
    """All blocks of the vocabulary with the words at every place that takes any."""
    runs = (Run(words), Run(words, bold=True), Run(words, italic=True, underline=True))
    return (
        Letterhead((words, words), (words,), words),
        ResolutionHead(words, words, words, words, words, words),
        DateLine(words, words, words),
        ApprovalMark(words, words, words, words),
        AnnexMark(words),
        Title(words),
        Subtitle(words),
        Contents(words),
        *(Heading(words, level=level) for level in (1, 2, 3)),
        Paragraph(words),
        *(Paragraph(runs, align=align) for align in ("left", "right", "center", "justify")),
        NumberedList((words, Item(runs, (words, Item(words, (words,))))), prefix="1."),
        NumberedList((words,), hanging=False),
        BulletList((words, Item(words, (runs,)))),
        KeyValues(((words, words), (words, runs))),
        Table(
            (Column(words, nowrap=True), Column(words, width=20), Column(words)),
            (
                (words, Cell(runs), words),
                (Cell(words, rows=2), Cell(words, columns=2, bold=True)),
                (Cell(words, drawing=Drawing(20, 5, (Label(1, 2, words, width=10),))),),
                (Cell(words, columns=3),),
            ),
        ),
        Figures((Figure(words, words), Figure(words, words))),
        Checkboxes((words, words, words), columns=2),
        WritingLines(2, words),
        CutLine(),
        KeepTogether((Paragraph(words), Paragraph(words))),
        PageBreak(),
        Space(5),
        Drawing(100, 20, (Rectangle(0, 0, 100, 20, hatch="x"), Label(50, 10, words, align="center"))),
        Signatures((Signature(words, words), Signature(words, "")), heading=words, caption=words, stamp=words),
    )


def paper_of(words):
    return Document(words, every_block(words), footer=words, draft=words)


def letters(words):
    return "".join(words.split())


@contextlib.contextmanager
def outside_world(seen):
    """Note every file, address and program that is opened meanwhile."""
    watched = ("open", "socket.", "subprocess.", "os.system", "os.exec", "urllib.", "http.", "ctypes.dlopen", "shutil.")
    is_on = True

    def note(event, arguments):
        if is_on and event.startswith(watched):
            seen.append((event, str(arguments[0])))

    sys.addaudithook(note)  # cannot be taken away again, only made to look away
    try:
        yield
    finally:
        is_on = False


@pytest.mark.parametrize("words", hostile.TEXTS, ids=range(len(hostile.TEXTS)))
def test_any_text_can_be_printed_in_every_block(words):
    framed = f"Айңүр {words} Өскөнбай"
    made = pdf.render(Document(words, (*every_block(words), Paragraph(framed)), footer=words, draft=words))
    shown = letters(reading.whole(made))
    assert "Айңүр" in shown
    assert "Өскөнбай" in shown


@pytest.mark.parametrize("words", [words for words in hostile.FOREIGN if words.isascii()], ids=repr)
def test_what_looks_like_a_command_is_printed_letter_for_letter(words):
    made = pdf.render(Document("Сыноо", (Paragraph(words), Title(words), Table((Column(),), ((words,),)))))
    assert letters(reading.whole(made)).count(letters(words)) >= 3


@pytest.mark.parametrize("number", range(10))
def test_any_text_can_stand_in_a_word_file(number):
    texts = hostile.TEXTS[number::10]
    blocks = [block for words in texts for block in every_block(words) if not isinstance(block, Contents)]
    made = docx.render(Document(texts[0], (Contents(texts[0]), *blocks), footer=texts[0], draft=texts[0]))
    shown = letters(reading.word_text(made))
    for words in texts:
        if words.isprintable() and words.isascii():
            assert shown.count(letters(words)) >= 40
    fields = {element.text for element in reading.word_part(made).iter(reading.WORD + "instrText")}
    assert {re.sub(r"_Toc\d{8}", "_Toc", code) for code in fields} <= {
        ' TOC \\o "1-2" \\h \\z \\u ',
        " PAGEREF _Toc \\h ",
    }


@pytest.mark.parametrize("words", hostile.TEXTS, ids=range(len(hostile.TEXTS)))
def test_plain_text_has_nothing_that_steers_a_terminal(words):
    shown = text.render(paper_of(words))
    assert all(sign.isprintable() or sign in "\n\t\u00a0\u00ad" for sign in shown)


def test_printing_opens_no_file_and_no_address():
    paper = paper_of("<img src='http://192.0.2.1/a.png'/> file:///etc/passwd \\\\192.0.2.1\\share =cmd|'/C calc'!A0")
    pdf.render(paper)  # the faces are read when they are first needed
    seen = []
    with outside_world(seen):
        pdf.render(paper)
        for make in samples.ALL.values():
            pdf.render(make())
    assert seen == []


def test_a_word_file_is_made_of_its_template_only():
    paper = paper_of("<img src='http://192.0.2.1/a.png'/> file:///etc/passwd")
    docx.render(paper)
    seen = []
    with outside_world(seen):
        made = docx.render(paper)
    assert {event for event, _ in seen} <= {"open"}
    assert {Path(name).parent.name for _, name in seen} <= {"templates"}, seen
    for part in ("word/_rels/document.xml.rels", "_rels/.rels"):
        assert all(relation.get("TargetMode") != "External" for relation in reading.word_part(made, part))
    assert b"thumbnail" not in made


def test_it_is_noticed_when_a_file_is_opened():
    seen = []
    with outside_world(seen), open(__file__, encoding="utf-8"):
        pass
    assert ("open", __file__) in seen


def test_neither_writer_of_paper_knows_markup_or_trusts_an_address():
    from reportlab import rl_config

    assert rl_config.trustedSchemes == []
    assert rl_config.trustedHosts == []
    assert not rl_config.useA85
