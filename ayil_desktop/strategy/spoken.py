"""How are the words of an approved part said in the language of the screen?"""

from collections.abc import Mapping
from typing import Any


def words(part: Mapping[str, Any], value: Any, language: str) -> Any:
    """The Russian words that are on record beside a text or a list of the part; else the Kyrgyz ones."""
    known = {one["kyrgyz"]: one["words"] for one in part.get("russian", ())} if language == "ru" else {}
    if isinstance(value, str):
        return known.get(value, value)
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        whole = known.get("\n".join(value))
        return [known.get(one, one) for one in value] if whole is None else whole.split("\n")
    return value
