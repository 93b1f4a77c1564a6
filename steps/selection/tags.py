"""`--tags`: Cucumber's tag expressions, read by Cucumber's own parser.

Rule: a tag may be written with or without its @. What cannot be read is said in one sentence; the parser's own words
fill several lines.
"""

from __future__ import annotations

from dataclasses import dataclass

from cucumber_tag_expressions import TagExpressionError, TagExpressionParser
from cucumber_tag_expressions.model import Expression, Literal

from deskproof.steps.selection.expressions import BadExpression

_JOINS = ("and", "or")


@dataclass(frozen=True, kw_only=True)
class TagExpression:
    """`@AD-028 and not @slow`, with the tags that it names, without @ and in their order."""

    expression: Expression
    names: tuple[str, ...]

    def fits(self, tags: tuple[str, ...]) -> bool:
        """Whether a scenario with these tags, without @, fits."""
        return bool(self.expression.evaluate(tags))


def parse_tags(text: str) -> TagExpression:
    """The expression. Raises BadExpression."""
    names: list[str] = []

    class Parser(TagExpressionParser):  # type: ignore[misc]  # published without types
        @classmethod
        def make_operand(cls, text: str) -> Literal:
            names.append(text.removeprefix("@"))
            return Literal(names[-1])

    plain = " ".join(text.split())
    try:
        expression = Parser.parse(plain)
    except TagExpressionError:
        raise BadExpression(_fault(plain)) from None
    return TagExpression(expression=expression, names=tuple(names))


def _fault(text: str) -> str:
    """What is wrong with an expression that cannot be read, to be put after it."""
    try:
        words = TagExpressionParser.tokenize(text)
    except TagExpressionError:
        return "has a \\ before a character that needs none"
    before = "("
    depth = 0
    for word in words:
        begins = before in (*_JOINS, "not", "(")
        if begins and word in (*_JOINS, ")"):
            return f"lacks a tag before {word!r}"
        if not begins and word not in (*_JOINS, ")"):
            return f"lacks 'and' or 'or' before {word!r}"
        depth += (word == "(") - (word == ")")
        if depth < 0:
            return "has a bracket that is not opened"
        before = word
    return "ends where a tag is missing" if before in (*_JOINS, "not", "(") else "has a bracket that is not closed"
