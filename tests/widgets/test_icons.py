"""Do the icons exist, come with their licence, and take the colours of the window?"""

import re
from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QIcon, QImage, QPainter

from ayil_desktop import shipped
from ayil_desktop.widgets import icons, palette, style

NAMES = sorted(path.stem for path in shipped.resource("icons").glob("*.svg"))


def inks(image: QImage) -> set[str]:
    """The colours of the pixels that are fully drawn, without the rounding of those beside an edge."""
    pixels = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    drawn = Counter(pixel.name() for pixel in pixels if pixel.alpha() == 255)
    return {name for name, count in drawn.items() if count > drawn.total() / 10}


@pytest.mark.parametrize("name", NAMES)
def test_an_icon_is_drawn_in_one_colour_of_the_palette(name):
    assert inks(icons.icon(name, "accent").pixmap(64, 64).toImage()) == {palette.LIGHT.accent}


def test_an_icon_that_does_not_exist_is_noticed_at_once():
    with pytest.raises(FileNotFoundError):
        icons.icon("no-such-icon")


def test_an_icon_changes_colour_with_the_window():
    icon = icons.icon("users")
    assert inks(icon.pixmap(48, 48).toImage()) == {palette.LIGHT.text}
    style.use(style.Scheme.DARK)
    assert inks(icon.pixmap(48, 48).toImage()) == {palette.DARK.text}


def test_a_disabled_icon_is_pale():
    assert inks(icons.icon("users").pixmap(QSize(48, 48), QIcon.Mode.Disabled).toImage()) == {palette.LIGHT.disabled}


def test_an_icon_is_sharp_on_a_dense_screen():
    pixmap = icons.icon("users").pixmap(QSize(18, 18), 2.0)
    assert pixmap.size() == QSize(36, 36)
    assert pixmap.devicePixelRatio() == 2


@pytest.mark.parametrize("size", [QSize(0, 0), QSize(0, 18), QSize(18, 0), QSize(-1, -1), QSize(1, 1)])
@pytest.mark.parametrize("scale", [0.4, 1.0, 1.25])
def test_an_icon_that_is_squeezed_to_nothing_is_nothing(size, scale):
    """Qt warns of a painter without anything to paint on, and a warning fails this test."""
    found = icons.icon("users").pixmap(size, scale)
    assert found.isNull() or size == QSize(1, 1)


def test_an_icon_in_no_room_at_all_is_not_drawn(qapp):
    page = QImage(8, 8, QImage.Format.Format_ARGB32)
    page.fill("white")
    painter = QPainter(page)
    icons.paint(painter, QRect(0, 0, 0, 8), "users")
    painter.end()
    assert inks(page) == {"#ffffff"}


def test_a_copied_icon_draws_too():
    copy = QIcon(icons.icon("gavel"))
    copy.addPixmap(icons.icon("users").pixmap(16, 16))
    assert inks(copy.pixmap(48, 48).toImage()) == {palette.LIGHT.text}


def test_the_licence_comes_with_the_icons():
    licence = shipped.resource("icons/LICENSE.txt").read_text(encoding="utf-8")
    assert "ISC License" in licence and "Lucide" in licence and "MIT License" in licence


def test_icons_are_plain_drawings():
    for name in NAMES:
        drawing = shipped.resource(f"icons/{name}.svg").read_text(encoding="utf-8")
        assert "currentColor" in drawing
        assert not re.search(r"<(script|image|foreignObject|use|style)|href|on\w+=", drawing), name


def test_every_icon_that_the_program_names_exists():
    """Names stand as texts in many places; each `sign=`, `icon=` and call of icons.icon is looked at."""
    called = re.compile(r"""(?:icons\.icon\(|sign=|icon=|\bSign\()\s*["']([a-z0-9][a-z0-9-]*)["']""")
    named = {
        name
        for path in Path(icons.__file__).parent.parent.rglob("*.py")
        for name in called.findall(path.read_text(encoding="utf-8"))
    }
    assert named
    assert named <= set(NAMES)
