"""What do the texts that Qt itself shows read in the user's language: buttons, context menus, file and print dialogs?

Qt has no Kyrgyz, so the widgets' translator asks here. All texts share the context "Qt" in the catalogue, whatever
class shows them; names of keys have one of their own. Keys that are engraved in Latin on every keyboard of the country
(Ctrl, Shift, Esc, F1 …) are left as they are.
"""

from ayil_desktop.language import catalogue
from ayil_desktop.language.message import InContext

_BUTTONS = (
    InContext("Qt", "OK"),
    InContext("Qt", "&OK"),
    InContext("Qt", "Cancel"),
    InContext("Qt", "&Cancel"),
    InContext("Qt", "&Yes"),
    InContext("Qt", "Yes to &All"),
    InContext("Qt", "&No"),
    InContext("Qt", "N&o to All"),
    InContext("Qt", "Save"),
    InContext("Qt", "&Save"),
    InContext("Qt", "Save All"),
    InContext("Qt", "Close without Saving"),
    InContext("Qt", "Discard"),
    InContext("Qt", "Open"),
    InContext("Qt", "&Open"),
    InContext("Qt", "Close"),
    InContext("Qt", "&Close"),
    InContext("Qt", "Apply"),
    InContext("Qt", "Reset"),
    InContext("Qt", "Restore Defaults"),
    InContext("Qt", "Help"),
    InContext("Qt", "Abort"),
    InContext("Qt", "Retry"),
    InContext("Qt", "Ignore"),
    InContext("Qt", "Show Details..."),
    InContext("Qt", "Hide Details..."),
    InContext("Qt", "What's This?"),
)

# Wizards' buttons, the field of an input dialog, the message that can be switched off.
_DIALOGS = (
    InContext("Qt", "&Next"),
    InContext("Qt", "&Next >"),
    InContext("Qt", "< &Back"),
    InContext("Qt", "&Finish"),
    InContext("Qt", "&Help"),
    InContext("Qt", "Enter a value:"),
    InContext("Qt", "&Show this message again"),
    InContext("Qt", "Press shortcut"),
)

_EDITING = (
    InContext("Qt", "&Undo"),
    InContext("Qt", "&Redo"),
    InContext("Qt", "Undo"),
    InContext("Qt", "Redo"),
    InContext("Qt", "Undo %1"),
    InContext("Qt", "Redo %1"),
    InContext("Qt", "Cu&t"),
    InContext("Qt", "&Copy"),
    InContext("Qt", "Copy &Link Location"),
    InContext("Qt", "&Paste"),
    InContext("Qt", "Delete"),
    InContext("Qt", "Select All"),
    InContext("Qt", "&Select All"),
    InContext("Qt", "&Step up"),
    InContext("Qt", "Step &down"),
    InContext("Qt", "Insert Unicode control character"),
)

_WINDOWS = (
    InContext("Qt", "&Restore"),
    InContext("Qt", "&Move"),
    InContext("Qt", "&Size"),
    InContext("Qt", "Mi&nimize"),
    InContext("Qt", "Ma&ximize"),
    InContext("Qt", "Minimize"),
    InContext("Qt", "Maximize"),
    InContext("Qt", "Restore Down"),
    InContext("Qt", "Stay on &Top"),
    InContext("Qt", "Float"),
    InContext("Qt", "Undocks and re-attaches the dock widget"),
    InContext("Qt", "Closes the dock widget"),
    InContext("Qt", "Close Tab"),
    InContext("Qt", "Scroll Left"),
    InContext("Qt", "Scroll Right"),
    InContext("Qt", "Open the combo box selection popup"),
    InContext("Qt", "More..."),
)

_SCROLLING = (
    InContext("Qt", "Scroll here"),
    InContext("Qt", "Top"),
    InContext("Qt", "Bottom"),
    InContext("Qt", "Left edge"),
    InContext("Qt", "Right edge"),
    InContext("Qt", "Page up"),
    InContext("Qt", "Page down"),
    InContext("Qt", "Page left"),
    InContext("Qt", "Page right"),
    InContext("Qt", "Scroll up"),
    InContext("Qt", "Scroll down"),
    InContext("Qt", "Scroll left"),
    InContext("Qt", "Scroll right"),
)

_FILES = (
    InContext("Qt", "Look in:"),
    InContext("Qt", "Directory:"),
    InContext("Qt", "File &name:"),
    InContext("Qt", "Files of type:"),
    InContext("Qt", "All Files (*)"),
    InContext("Qt", "Save As"),
    InContext("Qt", "Find Directory"),
    InContext("Qt", "&Choose"),
    InContext("Qt", "Back"),
    InContext("Qt", "Forward"),
    InContext("Qt", "Go back"),
    InContext("Qt", "Go forward"),
    InContext("Qt", "Parent Directory"),
    InContext("Qt", "Go to the parent directory"),
    InContext("Qt", "Create New Folder"),
    InContext("Qt", "Create a New Folder"),
    InContext("Qt", "New Folder"),
    InContext("Qt", "&New Folder"),
    InContext("Qt", "List View"),
    InContext("Qt", "Detail View"),
    InContext("Qt", "Change to list view mode"),
    InContext("Qt", "Change to detail view mode"),
    InContext("Qt", "Sidebar"),
    InContext("Qt", "List of places and bookmarks"),
    InContext("Qt", "Recent Places"),
    InContext("Qt", "Remove"),
    InContext("Qt", "&Rename"),
    InContext("Qt", "&Delete"),
    InContext("Qt", "Show &hidden files"),
    InContext("Qt", "Show "),
    InContext("Qt", "Files"),
    InContext("Qt", "File"),
    InContext("Qt", "%1 File"),
    InContext("Qt", "Directories"),
    InContext("Qt", "Folder"),
    InContext("Qt", "File Folder"),
    InContext("Qt", "Drive"),
    InContext("Qt", "Shortcut"),
    InContext("Qt", "Unknown"),
    InContext("Qt", "Computer"),
    InContext("Qt", "My Computer"),
    InContext("Qt", "Desktop"),
    InContext("Qt", "Documents"),
    InContext("Qt", "Name"),
    InContext("Qt", "Size"),
    InContext("Qt", "Type"),
    InContext("Qt", "Kind"),
    InContext("Qt", "Date Modified"),
    InContext("Qt", "%1 already exists.\nDo you want to replace it?"),
    InContext("Qt", "%1\nFile not found.\nPlease verify the correct file name was given."),
    InContext("Qt", "%1\nDirectory not found.\nPlease verify the correct directory name was given."),
    InContext("Qt", "Are you sure you want to delete '%1'?"),
    InContext("Qt", "'%1' is write protected.\nDo you want to delete it anyway?"),
    InContext("Qt", "Could not delete directory."),
    InContext("Qt", "Invalid filename"),
    InContext(
        "Qt",
        '<b>The name "%1" cannot be used.</b><p>Try using another name, with fewer characters or no punctuation marks.',
    ),
)

_PRINTING = (
    InContext("Qt", "Print"),
    InContext("Qt", "&Print"),
    InContext("Qt", "&Options >>"),
    InContext("Qt", "&Options <<"),
    InContext("Qt", "Printer"),
    InContext("Qt", "&Name:"),
    InContext("Qt", "Location:"),
    InContext("Qt", "Type:"),
    InContext("Qt", "P&roperties"),
    InContext("Qt", "Preview"),
    InContext("Qt", "Output &file:"),
    InContext("Qt", "Local file"),
    InContext("Qt", "Print to File (PDF)"),
    InContext("Qt", "Print To File ..."),
    InContext("Qt", "Write PDF file"),
    InContext("Qt", "%1 already exists.\nDo you want to overwrite it?"),
    InContext("Qt", "%1 is a directory.\nPlease choose a different file name."),
    InContext("Qt", "File %1 is not writable.\nPlease choose a different file name."),
    InContext("Qt", "Print range"),
    InContext("Qt", "Print all"),
    InContext("Qt", "Pages from"),
    InContext("Qt", "to"),
    InContext("Qt", "Pages"),
    InContext("Qt", "Current Page"),
    InContext("Qt", "Selection"),
    InContext(
        "Qt",
        "Specify pages or ranges separated by commas. Ranges are specified by two numbers separated by a hyphen."
        " E.g: 3,5-7,9 prints pages 3, 5, 6, 7 and 9.",
    ),
    InContext("Qt", "Invalid Pages Definition"),
    InContext(
        "Qt",
        "%1 does not follow the correct syntax. Please use ',' to separate ranges and pages, '-' to define ranges and"
        " make sure ranges do not intersect with each other.",
    ),
    InContext("Qt", "The 'From' value cannot be greater than the 'To' value."),
    InContext("Qt", "Page Set:"),
    InContext("Qt", "All Pages"),
    InContext("Qt", "Odd Pages"),
    InContext("Qt", "Even Pages"),
    InContext("Qt", "Output Settings"),
    InContext("Qt", "Options"),
    InContext("Qt", "Copies"),
    InContext("Qt", "Copies:"),
    InContext("Qt", "Collate"),
    InContext("Qt", "Reverse"),
    InContext("Qt", "Color Mode"),
    InContext("Qt", "Color"),
    InContext("Qt", "Grayscale"),
    InContext("Qt", "Double Sided Printing"),
    InContext("Qt", "Off"),
    InContext("Qt", "Long side binding"),
    InContext("Qt", "Short side binding"),
    InContext("Qt", "Printer Properties"),
    InContext("Qt", "Job Options"),
    InContext("Qt", "Page"),
    InContext("Qt", "Advanced"),
)

_PAPER = (
    InContext("Qt", "Page Setup"),
    InContext("Qt", "Page Layout"),
    InContext("Qt", "Paper"),
    InContext("Qt", "Page size:"),
    InContext("Qt", "Width:"),
    InContext("Qt", "Height:"),
    InContext("Qt", "Paper source:"),
    InContext("Qt", "Orientation"),
    InContext("Qt", "Portrait"),
    InContext("Qt", "Landscape"),
    InContext("Qt", "Reverse portrait"),
    InContext("Qt", "Reverse landscape"),
    InContext("Qt", "Margins"),
    InContext("Qt", "top margin"),
    InContext("Qt", "bottom margin"),
    InContext("Qt", "left margin"),
    InContext("Qt", "right margin"),
    InContext("Qt", "Page order:"),
    InContext("Qt", "Pages per sheet:"),
    InContext("Qt", "Left to Right, Top to Bottom"),
    InContext("Qt", "Left to Right, Bottom to Top"),
    InContext("Qt", "Right to Left, Top to Bottom"),
    InContext("Qt", "Right to Left, Bottom to Top"),
    InContext("Qt", "Top to Bottom, Left to Right"),
    InContext("Qt", "Top to Bottom, Right to Left"),
    InContext("Qt", "Bottom to Top, Left to Right"),
    InContext("Qt", "Bottom to Top, Right to Left"),
    InContext("Qt", "Millimeters (mm)"),
    InContext("Qt", "Inches (in)"),
    InContext("Qt", "Points (pt)"),
    InContext("Qt", "mm"),
    InContext("Qt", "Custom"),
)

_KEY_NAMES = (
    InContext("key", "Space"),
    InContext("key", "Left"),
    InContext("key", "Right"),
    InContext("key", "Up"),
    InContext("key", "Down"),
    InContext("key", "Menu"),
)

ALL = (
    *(*_BUTTONS, *_DIALOGS, *_EDITING, *_WINDOWS, *_SCROLLING, *_FILES, *_PRINTING, *_PAPER),
    *_KEY_NAMES,
)

_ACCESS_KEY = "&"
# Qt moves its access keys from version to version (Look in: became &Look in:), so a text is also known without them.
_TEXTS = {text.msgid.replace(_ACCESS_KEY, ""): text for text in ALL if text.context == "Qt"}
_TEXTS |= {text.msgid: text for text in ALL if text.context == "Qt"}
_KEYS = {text.msgid: text for text in _KEY_NAMES}


def qt_text(context: str, source: str) -> str | None:
    """What Qt shall show for its own text in the language of the screen. None where there is nothing: an empty
    string would blank the button. `context` is Qt's, the name of the class that asks."""
    known = _KEYS if context == "QShortcut" else _TEXTS
    text = known.get(source) or known.get(source.replace(_ACCESS_KEY, ""))
    if text is None or not catalogue.for_language(catalogue.current()).knows(text.msgid, context=text.context):
        return None
    return str(text)
