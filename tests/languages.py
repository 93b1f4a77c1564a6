"""Catalogues of texts in two languages: the same texts with the same values, each in its own language."""

import re
from collections.abc import Collection, Iterator, Mapping

_ENGLISH = re.compile(r"\b(?:the|is|your|you|it|not|of|was|and|again)\b", re.IGNORECASE)
_SWEDISH = re.compile(r"[åäö]|\b(?:det|din|du|inte|och|att|den|som|igen|till)\b", re.IGNORECASE)
_VALUE = re.compile(r"\{\w+\}")


def is_mixed(text: str, language: str) -> bool:
    """Whether a text of this language has common words of the other one."""
    return bool((_SWEDISH if language == "en" else _ENGLISH).search(text))


def faults(english: Mapping[str, str], swedish: Mapping[str, str], same: Collection[str] = ()) -> Iterator[str]:
    """What is wrong with two catalogues, a sentence each; `same` are the keys whose texts are written alike."""
    if list(english) != list(swedish):
        yield "they do not have the same keys in the same order"
        return
    for key, text in english.items():
        if is_mixed(text, "en") or is_mixed(swedish[key], "sv"):
            yield f"{key} has words of the other language"
        if (text == swedish[key]) != (key in same):
            yield f"{key} is written alike in both, or is named as one that is and is not"
        if sorted(_VALUE.findall(text)) != sorted(_VALUE.findall(swedish[key])):
            yield f"{key} has other values in the other language"
