"""Something that is wrong in the features or the step definitions, where it is, and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass

from deskproof.steps.gherkin.files.characters import lookalike_characters
from deskproof.steps.gherkin.files.document import Node

_MOST_NAMED = 3


@dataclass(frozen=True, kw_only=True)
class Finding:
    """One thing that is wrong, and what to do about it. Features with a finding do not run."""

    path: str
    line: int
    sentence: str
    snippet: str = ""
    undefined: bool = False
    """Whether it is only a step that has no definition yet."""

    def __str__(self) -> str:
        head = f"{self.path}:{self.line}: {self.sentence}"
        return (
            head
            if not self.snippet
            else head + "\n\n" + "\n".join(f"    {line}".rstrip() for line in self.snippet.splitlines()) + "\n"
        )


def finding_at(path: str, node: Node, sentence: str) -> Finding:
    """A finding at the place of a node."""
    return Finding(path=path, line=node["location"]["line"], sentence=sentence)


def odd_characters(text: str) -> str:
    """The characters of `text` that are not what they look like, in parentheses after a space; empty without any."""
    found = lookalike_characters(text)
    return f" ({listed(found)})" if found else ""


def listed(found: tuple[str, ...]) -> str:
    """The first few of what was found, and how many more there are."""
    more = f" and {len(found) - _MOST_NAMED} more" if len(found) > _MOST_NAMED else ""
    return ", ".join(found[:_MOST_NAMED]) + more
