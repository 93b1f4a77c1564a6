"""Whether a text has words of the other language, by the commonest words of each."""

import re

_ENGLISH = re.compile(r"\b(?:the|is|your|you|it|not|of|was|and|again)\b", re.IGNORECASE)
_SWEDISH = re.compile(r"[åäö]|\b(?:det|din|du|inte|och|att|den|som|igen|till)\b", re.IGNORECASE)


def is_mixed(text: str, language: str) -> bool:
    """Whether a text of this language has words of the other one."""
    return bool((_SWEDISH if language == "en" else _ENGLISH).search(text))
