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
_BEFORE_NG = tuple(_VOWELS + "ъ\\")

# Patterns are compiled when they are first asked: most starts of the program repair nothing.
_CHUNK = r"\S+"
_WORD = r"[А-Яа-яЁёӨөҮүҢң\\]+"
_CAPITALS = r"[А-ЯЁӨҮҢ\\/|]+"
# Nothing longer is a word: it is not worth the time.
_LONGEST = 100

# A path has a drive, a server, a file's ending, Latin letters or digits at the backslash, or starts where no word does.
_PATH = r"(?s)[A-Za-z]:\\|^\W*\\\\[^\W_]|^\W*\.\\|[A-Za-z0-9_$%~]\\|\\[A-Za-z0-9_$%~]|\\.*\.[A-Za-z]\w{1,3}\W*$"
# Two Russian words with a \ between them for "or": моё\твоё, объём\сумма, отчёт\съёмка.
_OF_A_PREFIX = r"(?:об|под|раз|из|с|в)ъ[её]"
_TWO_RUSSIAN = rf"(?:^(?:мо|тво|сво|е)ё|иё|^{_OF_A_PREFIX}[а-яё]*)\\[а-яё]{{2,}}$|^[а-яё]{{2,}}\\{_OF_A_PREFIX}"
# A long ү is written \\; three in a row, a neighbouring vowel or a capital inside are no Kyrgyz.
_NO_KYRGYZ = rf"{_TWO_RUSSIAN}|\\\\\\|ъъъ|ъ\\|\\ъ|[{_VOWELS}][\\ъ]|[\\ъ][{_VOWELS}]|ъь|ьъ|^[{_CONSONANTS}]{{2,}}\\"
_CAPITAL_INSIDE = r"[а-яёөүң]\\*[А-ЯЁӨҮҢ]|[А-ЯЁӨҮҢ]{2}\\+[а-яёөүң]"

# What no Russian word and no path looks like.
_PROOFS = (
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
# Гүлнара, Айгүл; Мүрзабек: names stand alone in a list, without a neighbour to prove them.
_NAME = rf"[А-ЯЁӨҮҢ][а-яё\\]*(?<=[Гг])\\л[а-яё\\]*|[А-Я](?<=[{_CONSONANTS.upper()}])\\[а-яё\\]{{4,}}"
_HEADING = r"\b[Кк]\\н(?=\s+тартиб)"

# ё that is itself: приём, поёт, боёв, её; коёт, боёк, аёо.
_REAL_E = r"ём|ёт(?:е|ся|есь)?$|ёв|ёшь|ёк$|^(?:мо|тво|сво|е|не)ё$|^(?:а|бо|жо)ё[окшлтр]|^коё[тнрсмб]|ноён"

# АӨ, ЖӨБ, СЭӨП: in an abbreviation ө may stand beside any letter.
_ABBREVIATION = r"[А-ЯЁӨҮҢ]{2,4}(?![А-ЯЁӨҮҢ\\])"
_NO_RUSSIAN = r"Ъ(?![ЕЁЮЯ])"

_NEWSPAPER = str.maketrans("єїўЄЇЎ", "өүңӨҮҢ")
# No Ukrainian ї follows a consonant, and є hardly stands between two; a text with і or ґ is Ukrainian all the same.
_NEWSPAPER_PROOF = rf"(?i)[{_CONSONANTS}](?:ї|є[{_CONSONANTS}ў])"
_UKRAINIAN = r"(?i)[ґі]"


def corrected(text: str, *, doubtful: bool = False) -> str:
    r"""The text in today's letters. Without a proof it comes back as it is; `doubtful` then reads \\ in a word as ү all
    the same (a search does so on both sides, since half a typed word proves nothing yet)."""
    text = _from_newspaper(text)
    proved = bool(re.search(_HEADING, text)) or any(
        _proves(word)
        for found in re.finditer(_CHUNK, text)
        if _may_be_old(found[0])
        for word in re.findall(_WORD, found[0])
    )
    if not (proved or doubtful):
        return text
    return re.sub(_CHUNK, lambda found: _chunk(found[0], proved=proved), text)


def _from_newspaper(text: str) -> str:
    if re.search(_NEWSPAPER_PROOF, text) and not re.search(_UKRAINIAN, text):
        return text.translate(_NEWSPAPER)
    return text


def _may_be_old(chunk: str) -> bool:
    return len(chunk) <= _LONGEST and any(sign in chunk for sign in "\\ъЪёЁ") and not re.search(_PATH, chunk)


def _is_possible(word: str) -> bool:
    return not re.search(_NO_KYRGYZ, word.lower()) and not re.search(_CAPITAL_INSIDE, word)


def _proves(word: str) -> bool:
    """Whether this word alone shows that the text was typed for an old font."""
    low = word.lower()
    return _is_possible(word) and (any(re.search(proof, low) for proof in _PROOFS) or bool(re.fullmatch(_NAME, word)))


def _chunk(chunk: str, *, proved: bool) -> str:
    if not _may_be_old(chunk):
        return chunk
    small = re.sub(_CAPITALS, lambda found: _capitals(found[0]), chunk)
    return re.sub(_WORD, lambda found: _word(found[0], proved=proved), small)


def _capitals(word: str) -> str:
    r"""In capitals Ү lay on the shifted \ key, which gives / or | by the layout: ЪКМЪТ/. Only beside a proof."""
    if "Ъ" not in word:
        return word
    as_small = word.replace("/", "\\").replace("|", "\\")
    return as_small if _proves(as_small) else word


def _word(word: str, *, proved: bool) -> str:
    if proved:
        word = re.sub(_ABBREVIATION, lambda found: re.sub(_NO_RUSSIAN, "Ө", found[0]), word, count=1)
    if not word.strip("\\") or not _is_possible(word):
        return word
    low = word.lower()
    old = proved and _proves(word)
    letters = list(word)
    for place, letter in enumerate(low):
        if letter == "\\":
            letters[place] = "Ү" if _is_among_capitals(word, place) else "ү"
        elif proved and letter == "ъ" and (old or _may_end_in_hard_sign(low, place)):
            letters[place] = "Ө" if word[place].isupper() else "ө"
        elif proved and letter == "ё" and low[:place].endswith(_BEFORE_NG) and (old or not re.search(_REAL_E, low)):
            letters[place] = "Ң" if word[place].isupper() else "ң"
    return "".join(letters)


def _may_end_in_hard_sign(low: str, place: int) -> bool:
    return place == len(low) - 1 and low[:place].endswith(tuple(_CONSONANTS))


def _is_among_capitals(word: str, place: int) -> bool:
    r"""\ itself has no case: К\н but ЪКМЪТ\."""
    before, after = (part.replace("\\", "") for part in (word[:place], word[place:]))
    if before and after:
        return before[-1].isupper() and after[0].isupper()
    beside = before[-2:] or after[:2]
    return len(beside) == 2 and beside.isupper()
