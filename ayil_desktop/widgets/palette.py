"""Which colours does the window have, by day and by night?"""

from dataclasses import asdict, dataclass
from string import Template

from PySide6.QtGui import QColor, QPalette


@dataclass(frozen=True)
class Colours:
    """One set of colours as #rrggbb. A `soft` colour is the ground on which its namesake is written."""

    window: str
    base: str
    alternate: str
    hover: str
    text: str
    muted: str
    line: str
    edge: str
    accent: str
    on_accent: str
    accent_soft: str
    done: str
    done_soft: str
    due: str
    due_soft: str
    late: str
    late_soft: str
    disabled: str


LIGHT = Colours(
    window="#f3f5f7",
    base="#ffffff",
    alternate="#f8f9fb",
    hover="#e9edf1",
    text="#1c252d",
    muted="#515e6a",
    line="#dbe0e5",
    edge="#7f8c99",
    accent="#10567c",
    on_accent="#ffffff",
    accent_soft="#dcebf3",
    done="#17663a",
    done_soft="#e2f2e8",
    due="#855000",
    due_soft="#fbefd8",
    late="#a3201f",
    late_soft="#fbe7e6",
    disabled="#98a2ac",
)
DARK = Colours(
    window="#1d2226",
    base="#252b30",
    alternate="#2a3036",
    hover="#333b42",
    text="#e5e9ec",
    muted="#a8b3bd",
    line="#3a434b",
    edge="#77838f",
    accent="#84c1e2",
    on_accent="#0d2432",
    accent_soft="#1f4256",
    done="#84cf9d",
    done_soft="#203a2a",
    due="#e8b968",
    due_soft="#3d3220",
    late="#f49a94",
    late_soft="#452a2a",
    disabled="#68737d",
)

# What is written on what; `contrast` of each pair is at least 4.5 (WCAG 2.2, 1.4.3).
_GROUNDS = ("window", "base", "alternate", "hover")
_SOFT = ("done_soft", "due_soft", "late_soft", "accent_soft")
WRITTEN_ON = (
    *((ink, ground) for ink in ("text", "muted", "accent", "done", "due", "late") for ground in _GROUNDS),
    *zip(("done", "due", "late", "accent"), _SOFT, strict=True),
    *(("text", ground) for ground in _SOFT),
    ("muted", "accent_soft"),
    ("on_accent", "accent"),
)


def luminance(colour: str) -> float:
    """Relative luminance of #rrggbb between 0 (black) and 1 (white), as WCAG defines it."""
    channels = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Between 1 (the same) and 21 (black on white)."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def qt_palette(colours: Colours) -> QPalette:
    """The same colours in Qt's roles, so that Fusion paints with them whatever the style sheet leaves alone."""
    palette = QPalette()
    for role, colour in _roles(colours).items():
        palette.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours.disabled))
    return palette


def _roles(colours: Colours) -> dict[QPalette.ColorRole, str]:
    role = QPalette.ColorRole
    return {
        role.Window: colours.window,
        role.WindowText: colours.text,
        role.Base: colours.base,
        role.AlternateBase: colours.alternate,
        role.Text: colours.text,
        role.PlaceholderText: colours.muted,
        role.Button: colours.base,
        role.ButtonText: colours.text,
        role.BrightText: colours.late,
        role.ToolTipBase: colours.base,
        role.ToolTipText: colours.text,
        role.Highlight: colours.accent_soft,
        role.HighlightedText: colours.text,
        role.Accent: colours.accent,
        role.Link: colours.accent,
        role.LinkVisited: colours.accent,
        role.Light: colours.base,
        role.Midlight: colours.hover,
        role.Mid: colours.line,
        role.Dark: colours.edge,
        role.Shadow: colours.edge,
    }


def filled_in(template: str, colours: Colours) -> str:
    """A style sheet in which `$accent` and the like stand for colours; an unknown name raises KeyError."""
    return Template(template).substitute(asdict(colours))
