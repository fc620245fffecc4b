r"""Was this text typed for one of the old Kyrgyz fonts, which drew Kyrgyz letters over others?

One kind drew ө over ъ, ү over \ and ң over ё; councils' pages still carry such text (karasuu.el.kg: «т\з\\ жън\ндъ»,
«Кеёешинин търагасы»). Russian has ъ and ё of its own and Windows has \ of its own, so a word is proof only where it
cannot be either; one proof in a text lets the doubtful words beside it be read the same way.
The other kind drew them over letters of the neighbours, as newspapers did (Айбат, 2013: «єкмєтї», «Кеўештин»).
"""

import re

_VOWELS = "аеиоуыэюяөү"
_CONSONANTS = "бвгджзйклмнңпрстфхцчшщ"
_FRONT = "еиэъ"

_CHUNK = re.compile(r"\S+")
_WORD = re.compile(r"[А-Яа-яЁёӨөҮүҢң\\]+")
_CAPITALS = re.compile(r"[А-ЯЁӨҮҢ\\/|]+")
# Nothing longer is a word: it is not worth the time.
_LONGEST = 100

# A path has a drive, a server, a file's ending, Latin letters or digits at the backslash, or starts where no word does.
_PATH = re.compile(
    r"[A-Za-z]:\\|^\W*\\\\[^\W_]|^\W*\.\\|[A-Za-z0-9_$%~]\\|\\[A-Za-z0-9_$%~]|\\.*\.[A-Za-z]\w{1,3}\W*$", re.DOTALL
)
# A long ү is written \\; three in a row, a neighbouring vowel or a capital inside are no Kyrgyz.
_NO_KYRGYZ = re.compile(rf"\\\\\\|ъъъ|ъ\\|\\ъ|[{_VOWELS}][\\ъ]|[\\ъ][{_VOWELS}]|ъь|ьъ|^[{_CONSONANTS}]{{2,}}\\")
_CAPITAL_INSIDE = re.compile(r"[а-яёөүң]\\*[А-ЯЁӨҮҢ]|[А-ЯЁӨҮҢ]{2}\\+[а-яёөүң]")

# What no Russian word and no path looks like.
_PROOFS = [
    re.compile(proof)
    for proof in (
        # ъ where Russian cannot have it: first, or between consonants; and ө before ң (къё\л), where no prefix ends.
        rf"^ъ[{_CONSONANTS}ё]",
        rf"[{_CONSONANTS}]ъ[{_CONSONANTS}]",
        r"ъъ",
        r"[кмгчлрпш]ъё",
        r"^[бгджзклмнпртхчш]ъё",
        # ъ and \ in one word.
        r"ъ.*\\|\\.*ъ",
        # \ twice with only consonants between, before or after; and бекит\\, типт\\.
        rf"\\[{_CONSONANTS}ё]+\\|^[{_CONSONANTS}]\\.*\\|\\.*\\[{_CONSONANTS}ё]+$",
        rf"[{_FRONT}\\][{_CONSONANTS}ё]+\\\\$",
        # One syllable: т\рк, ж\нт, \ст.
        rf"^[{_CONSONANTS}]?\\(?:р[ктчс]|л[ктч]|н[тч]|ст)$",
        # ё between vowels (Кеёеш, жаёы) and before what never follows it in Russian; эё, миё, чоё.
        rf"(?!^аё)[{_VOWELS}ъ\\]ё[аеиуыэъ\\]",
        r"(?!^аё)[аеиуыэъ\\]ё[гдсчлз]",
        r"^(?:э|ми|те|ке|та|чо|со)ё$|^теё|^оёо[лй]|^соёку",
    )
]
# Гүлнара, Айгүл; Мүрзабек: names stand alone in a list, without a neighbour to prove them.
_NAME = re.compile(rf"[А-ЯЁӨҮҢ][а-яё\\]*(?<=[Гг])\\л[а-яё\\]*|[А-Я](?<=[{_CONSONANTS.upper()}])\\[а-яё\\]{{4,}}")
_HEADING = re.compile(r"\b[Кк]\\н(?=\s+тартиб)")

_DOUBTFUL_E = re.compile(rf"(?<=[{_VOWELS}ъ\\])ё")
# ё that is itself: приём, поёт, боёв, её; коёт, боёк, аёо.
_REAL_E = re.compile(r"ём|ёт(?:е|ся|есь)?$|ёв|ёшь|ёк$|^(?:мо|тво|сво|е|не)ё$|^(?:а|бо|жо)ё[окшлтр]|^коё[тнрсмб]|ноён")
_DOUBTFUL_HARD = re.compile(rf"(?<=[{_CONSONANTS}])ъ$")

# АӨ, ЖӨБ, СЭӨП: in an abbreviation ө may stand beside any letter.
_ABBREVIATION = re.compile(r"[А-ЯЁӨҮҢ]{2,4}(?![А-ЯЁӨҮҢ\\])")
_NO_RUSSIAN = re.compile(r"Ъ(?![ЕЁЮЯ])")

_NEWSPAPER = str.maketrans("єїўЄЇЎ", "өүңӨҮҢ")
# No Ukrainian ї follows a consonant, and є hardly stands between two; a text with і or ґ is Ukrainian all the same.
_NEWSPAPER_PROOF = re.compile(rf"[{_CONSONANTS}](?:ї|є[{_CONSONANTS}ў])", re.IGNORECASE)
_UKRAINIAN = re.compile(r"[ґі]", re.IGNORECASE)


def corrected(text: str, *, doubtful: bool = False) -> str:
    r"""The text in today's letters. Without a proof it comes back as it is; `doubtful` then reads \\ in a word as ү all
    the same (a search does so on both sides, since half a typed word proves nothing yet)."""
    text = _from_newspaper(text)
    proved = bool(_HEADING.search(text)) or any(
        _proves(word) for found in _CHUNK.finditer(text) if _may_be_old(found[0]) for word in _WORD.findall(found[0])
    )
    if not (proved or doubtful):
        return text
    return _CHUNK.sub(lambda found: _chunk(found[0], proved=proved), text)


def _from_newspaper(text: str) -> str:
    if _NEWSPAPER_PROOF.search(text) and not _UKRAINIAN.search(text):
        return text.translate(_NEWSPAPER)
    return text


def _may_be_old(chunk: str) -> bool:
    return len(chunk) <= _LONGEST and any(sign in chunk for sign in "\\ъЪёЁ") and not _PATH.search(chunk)


def _is_possible(word: str) -> bool:
    return not _NO_KYRGYZ.search(word.lower()) and not _CAPITAL_INSIDE.search(word)


def _proves(word: str) -> bool:
    """Whether this word alone shows that the text was typed for an old font."""
    low = word.lower()
    return _is_possible(word) and (any(proof.search(low) for proof in _PROOFS) or bool(_NAME.fullmatch(word)))


def _chunk(chunk: str, *, proved: bool) -> str:
    if not _may_be_old(chunk):
        return chunk
    small = _CAPITALS.sub(lambda found: _capitals(found[0]), chunk)
    return _WORD.sub(lambda found: _word(found[0], proved=proved), small)


def _capitals(word: str) -> str:
    r"""In capitals Ү lay on the shifted \ key, which gives / or | by the layout: ЪКМЪТ/. Only beside a proof."""
    if "Ъ" not in word:
        return word
    as_small = word.replace("/", "\\").replace("|", "\\")
    return as_small if _proves(as_small) else word


def _word(word: str, *, proved: bool) -> str:
    if proved:
        word = _ABBREVIATION.sub(lambda found: _NO_RUSSIAN.sub("Ө", found[0]), word, count=1)
    if not word.strip("\\") or not _is_possible(word):
        return word
    low = word.lower()
    old = proved and _proves(word)
    letters = list(word)
    for place, letter in enumerate(low):
        if letter == "\\":
            letters[place] = "Ү" if _is_among_capitals(word, place) else "ү"
        elif proved and letter == "ъ" and (old or _DOUBTFUL_HARD.match(low, place)):
            letters[place] = "Ө" if word[place].isupper() else "ө"
        elif proved and letter == "ё" and _DOUBTFUL_E.match(low, place) and (old or not _REAL_E.search(low)):
            letters[place] = "Ң" if word[place].isupper() else "ң"
    return "".join(letters)


def _is_among_capitals(word: str, place: int) -> bool:
    r"""\ itself has no case: К\н but ЪКМЪТ\."""
    before, after = (part.replace("\\", "") for part in (word[:place], word[place:]))
    if before and after:
        return before[-1].isupper() and after[0].isupper()
    beside = before[-2:] or after[:2]
    return len(beside) == 2 and beside.isupper()
