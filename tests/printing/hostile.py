"""Two hundred texts that somebody may type, paste or smuggle in."""

# fmt: off
FOREIGN = [
    "<b>калың</b>", "<i>", "</para>", "<br/>", "<font color='red'>", "<a href='file:///etc/passwd'>", "<!--",
    "]]>", "<img src='http://192.0.2.1/a.png'/>", "<script>alert(1)</script>", "<onDraw name='x'/>",
    "<seq id='1'/>", "&", "&amp;", "&lt;b&gt;", "&#60;", "&#x0;", "&nbsp;", "&unknown;",
    "<?xml version='1.0'?>", "<!DOCTYPE x>", "{{7*7}}", "=1+1", "+996 555 123456", "-5", "@SUM(A1)",
    "=cmd|' /C calc'!A0", "%s %d %n", "{0} {name}", "${x}", "$(id)", "{ PAGE }", "{ INCLUDETEXT C:\\\\x }",
    "DDEAUTO c:\\\\windows", "\\", "\\\\", "\\n", "(", ")", "((", ") Tj (", "\\)", "%PDF-1.4",
    "endstream endobj", "/Launch", "/JavaScript (app.alert)", "<< /S /URI >>", "stream", "%%EOF", "BT /F1",
    "'; DROP TABLE person; --", '"', "'", "`", "«", "»", "„“", "|", "||", "~", "^", "#", "##", "*", "**", "_",
    "__", "../../etc/passwd", "C:\\Windows\\system32", "\\\\192.0.2.1\\share", "file:///etc/passwd",
    "http://192.0.2.1/", "CON", "NUL", "None", "null", "undefined", "NaN", "Infinity", "true", "0", "-0",
    "1e309", "0x1F", "١٢٣",
]
LETTERS = [
    "😀", "👨‍👩‍👧‍👦", "🇰🇬", "❤️", "☐ ☑ ✓ ✔ ✂", "①②③", "½ ¾", "漢字", "ひらがな", "العربية", "עברית", "ไทย",
    "हिन्दी", "ᠮᠣᠩᠭᠣᠯ", "H̶̢̛e̵͓͝l̷̡͘l̸̨̛o̷", "а" + "\u0301" * 200, "и\u0306", "e\u0301", "ﬁ ﬂ", "Ǆ ǅ ǆ", "ß ẞ",
    "İ ı", "ɵ Ѳ ӊ", "ъкмът\\", "₽ ₸ \u20c0 €", "\u0300", "\u0301абв", "\u20dd", "\u1100\u1161", "\U0001d538",
    "\U00020000", "\U0010fffd", "\ue000", "\uf8ff", "\u0378",
]
UNSEEN = [
    "\0", "\1\2\3", "\a", "\b\b\b", "\x1b[31m", "\x7f", "\x80\x9f", "\ud800", "\udfff", "\ud83d", "\ufffe",
    "\uffff", "\u202eexe.txt", "\u202aа\u202c", "\u2066а\u2069", "\u200e", "\u200f", "\u061c", "\u200b",
    "\u200c", "\u200d", "\u2060", "\ufeff", "\ufe0f", "\u00ad", "а\u00adб\u00adв", "\u00a0", "\u202f", "\u2007",
    "\u3000", "\u2003", "\u180e", "\t", "\t\t\t", "а\tб", "\n", "\n\n\n", "а\nб", "\r", "\r\n", "\v", "\f",
    "\x85", "\u2028", "\u2029", "\x1c\x1d\x1e\x1f", "\x0b\x0c", "\ud83d\ude00", "\x1b]0;title\a",
    "\u2028\u2028", " ", "   ", " а", "а ", "а  б", "", "\U000e0041\U000e007f", "\U000e0100",
    "\ufff9\ufffa\ufffb", "\u2061\u2064",
]
LONG = [
    "ө" * 10_000,
    "W" * 900,
    "a/" * 500,
    "-" * 900,
    "<b>" * 300,
    "&" * 700,
    "( " * 500,
    " " * 1_000,
    "\n" * 60,
    "😀" * 500,
    "\u202e" * 2_000,
    "\u00ad" * 3_000,
    "\u00a0" * 500,
    "көрсөтүү " * 100,
    "А." * 300,
    "№ " * 200,
    "– " * 300,
    "\t" * 200,
    "\u0301" * 2_000,
    "01" * 500,
]
# fmt: on
TEXTS = FOREIGN + LETTERS + UNSEEN + LONG
