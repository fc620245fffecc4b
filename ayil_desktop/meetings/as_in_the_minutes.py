"""What do the minutes say, as somebody corrected them or as they were sealed, that other papers have to say too?"""

from ayil_desktop.meetings import decision_words, decisions, minutes, sealing
from ayil_desktop.meetings.agenda_records import AgendaItem
from ayil_desktop.meetings.decision_records import Decision
from ayil_desktop.meetings.papers import MeetingPaper


def title(paper: MeetingPaper, item: AgendaItem, language: str) -> str:
    """What the matter is called there."""
    return _text(paper, item, "title", language).removeprefix(f"{item.place}. ") or minutes.item_text(item, language)


def corrected_vote(paper: MeetingPaper, item: AgendaItem, language: str) -> list[str]:
    """The lines of the voting where they are others than the program writes; empty where they are the same."""
    told = _text(paper, item, "voted", language)
    if not told:
        return []
    section = minutes.section(paper.meeting, paper.day, language, f"item:{item.id}:voted")
    return [] if section is None or section.written == told else _lines(told)


def decision(paper: MeetingPaper, item: AgendaItem, number: str, language: str) -> list[str]:
    """The lines from this number to the next one; none where somebody took the number out of the minutes."""
    lines = _lines(_text(paper, item, "decided", language))
    heads = [f"{other}. " for other, _ in decisions.numbered(item)]
    begins = next((place for place, line in enumerate(lines) if line.startswith(f"{number}. ")), len(lines))
    after = range(begins + 1, len(lines))
    ends = next((place for place in after if any(lines[place].startswith(head) for head in heads)), len(lines))
    return lines[begins:ends]


def corrected_decision(
    paper: MeetingPaper, item: AgendaItem, number: str, found: Decision, language: str
) -> str | None:
    """The decision in the words of a correction, without the lines that the program writes below; None where there is
    no correction."""
    told = decision(paper, item, number, language)
    written = [line for line in decision_words.lines(number, found, language) if line]
    if not told or told == written:
        return None
    return " ".join(line for line in told if line not in written[1:]).removeprefix(f"{number}. ")


def _text(paper: MeetingPaper, item: AgendaItem, name: str, language: str) -> str:
    """One part of a matter; empty where nobody corrected it and nothing is sealed, so that the program's words hold."""
    key = f"item:{item.id}:{name}"
    corrected = any(row.key == key and row.language == language for row in paper.meeting.sections)
    if paper.meeting.seal is None and not corrected:
        return ""
    found = sealing.sections(paper.meeting, paper.day, language)
    return next((one.text for one in found if one.key == key), "")


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]
