"""What stands in a finished paper? Read back from the bytes, with the reader that the preview uses."""

import re
import zipfile
from contextlib import closing
from io import BytesIO

import pypdfium2
from lxml import etree

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def pages(made: bytes) -> list[str]:
    """The text of each page, white space as single spaces."""
    with closing(pypdfium2.PdfDocument(made)) as paper:
        return [_spaced(page.get_textpage().get_text_bounded()) for page in paper]


def whole(made: bytes) -> str:
    """The text of all pages."""
    return " ".join(pages(made))


def letters(text: str) -> str:
    """The text without white space and hyphens at the ends of lines, to look for what may be divided."""
    return re.sub(r"[\s\u00ad\ufffe-]", "", text)


def _spaced(text: str) -> str:
    return " ".join(text.replace("\ufffe", "-").split())


def word_part(made: bytes, name: str = "word/document.xml") -> etree._Element:
    """One part of a Word file."""
    with zipfile.ZipFile(BytesIO(made)) as package:
        return etree.fromstring(package.read(name))


def word_text(made: bytes) -> str:
    """All letters of a Word file's body."""
    return " ".join("".join(map(_word_letters, part.iter(*_WORD_LETTERS))) for part in word_part(made).iter(WORD + "p"))


_WORD_LETTERS = (WORD + "t", WORD + "noBreakHyphen")


def _word_letters(part: etree._Element) -> str:
    """What does not part at the end of a line is read as what it looks like."""
    return "-" if part.tag == _WORD_LETTERS[1] else (part.text or "").replace("\u00a0", " ")
