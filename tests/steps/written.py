"""Generated feature files: what somebody means, how they write it down, and what then has to run, worked out without
the reader under test.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from hypothesis import strategies as st

Texts = tuple[str, str, tuple[tuple[str, ...], ...], str | None]
"""A step as it has to run: keyword, text, table, doc string."""

_SIGNS = "abåÖ09 |\\\"'()-_:#@*.,<>+|"
_COLUMNS = ("n", "dial number", "what-for", "état", "x_1", "2nd")


@dataclass(frozen=True, kw_only=True)
class Part:
    """A piece of a text: itself, or a placeholder by the name of its column."""

    text: str = ""
    column: str | None = None

    def written(self) -> str:
        return self.text.replace("<", r"\<").replace(">", r"\>") if self.column is None else f"<{self.column}>"

    def filled(self, row: Mapping[str, str]) -> str:
        return self.text if self.column is None else row[self.column]


Parts = tuple[Part, ...]


@dataclass(frozen=True, kw_only=True)
class StepModel:
    """A step as meant."""

    keyword: str
    parts: Parts
    table: tuple[tuple[Parts, ...], ...] = ()
    docstring: Parts | None = None

    def expected(self, row: Mapping[str, str]) -> Texts:
        return (
            self.keyword,
            filled(self.parts, row),
            tuple(tuple(filled(cell, row) for cell in cells) for cells in self.table),
            None if self.docstring is None else filled(self.docstring, row),
        )

    def lines(self) -> list[str]:
        rows = ["        | " + " | ".join(cell_text(written(cell)) for cell in cells) + " |" for cells in self.table]
        doc = [] if self.docstring is None else ['        """', f"        {written(self.docstring)}", '        """']
        return [f"      {self.keyword} {written(self.parts)}", *rows, *doc]


@dataclass(frozen=True, kw_only=True)
class ScenarioModel:
    """A scenario as meant; `rows` are the values of an outline's columns, table by table."""

    name: str
    steps: tuple[StepModel, ...]
    columns: tuple[str, ...] = ()
    tables: tuple[tuple[tuple[str, ...], ...], ...] = ()

    def expected(self) -> list[list[Texts]]:
        rows = [dict(zip(self.columns, row, strict=True)) for table in self.tables for row in table] or [{}]
        return [[step.expected(row) for step in self.steps] for row in rows]

    def lines(self) -> list[str]:
        lines = [f"    @AD-001\n    Scenario{' Outline' if self.columns else ''}: {self.name}"]
        lines += [line for step in self.steps for line in step.lines()]
        for table in self.tables:
            lines += ["", "      Examples:", f"        | {' | '.join(self.columns)} |"]
            lines += ["        | " + " | ".join(cell_text(escaped(cell)) for cell in row) + " |" for row in table]
        return lines


@dataclass(frozen=True, kw_only=True)
class FeatureModel:
    """A feature file as meant."""

    rules: tuple[tuple[ScenarioModel, ...], ...]
    background: tuple[StepModel, ...] = field(default=())

    def expected(self) -> list[list[Texts]]:
        before = [step.expected({}) for step in self.background]
        return [[*before, *steps] for rule in self.rules for item in rule for steps in item.expected()]

    def text(self) -> str:
        lines = ["Feature: Generated"]
        if self.background:
            lines += ["  Background:", *(line for step in self.background for line in step.lines())]
        for number, rule in enumerate(self.rules):
            lines += ["", f"  Rule: {number}", *(line for item in rule for line in ["", *item.lines()])]
        return "\n".join(lines) + "\n"


def written(parts: Parts) -> str:
    return "".join(part.written() for part in parts)


def filled(parts: Parts, row: Mapping[str, str]) -> str:
    return "".join(part.filled(row) for part in parts)


def escaped(text: str) -> str:
    return text.replace("<", r"\<").replace(">", r"\>")


def cell_text(text: str) -> str:
    return text.replace("\\", r"\\").replace("|", r"\|").replace("\n", r"\n")


# ---- strategies


def words(signs: str = _SIGNS) -> st.SearchStrategy[str]:
    """A text that stands by itself: it begins and ends with a letter or digit."""
    middle = st.text(signs, max_size=8)
    return st.tuples(st.sampled_from("abåÖ9"), middle, st.sampled_from("abåÖ9")).map("".join)


def parts(columns: Sequence[str]) -> st.SearchStrategy[Parts]:
    """A text with placeholders here and there, never two texts in a row."""
    literal = words().map(lambda text: Part(text=text))
    if not columns:
        return literal.map(lambda part: (part,))
    placeholder = st.sampled_from(columns).map(lambda column: Part(column=column))
    return st.one_of(
        literal.map(lambda part: (part,)),
        st.tuples(literal, placeholder),
        st.tuples(placeholder, literal),
        st.tuples(literal, placeholder, literal, placeholder),
        st.tuples(placeholder, placeholder),
    )


@st.composite
def step_models(draw: st.DrawFn, columns: Sequence[str], keyword: str) -> StepModel:
    table: tuple[tuple[Parts, ...], ...] = ()
    docstring = None
    kind = draw(st.sampled_from(["plain", "plain", "plain", "table", "docstring"]))
    if kind == "table":
        width = draw(st.integers(1, 3))
        table = tuple(tuple(draw(parts(columns)) for _ in range(width)) for _ in range(draw(st.integers(1, 3))))
    elif kind == "docstring":
        docstring = tuple(part for part in draw(parts(columns)) if '"' not in part.text) or (Part(text="a"),)
    return StepModel(keyword=keyword, parts=draw(parts(columns)), table=table, docstring=docstring)


@st.composite
def scenario_models(draw: st.DrawFn, name: str) -> ScenarioModel:
    columns = tuple(draw(st.lists(st.sampled_from(_COLUMNS), unique=True, max_size=3)))
    steps = [draw(step_models(columns, keyword)) for keyword in ("Given", "When", "And", "Then")]
    used = {part.column for step in steps for part in all_parts(step)}
    left = [column for column in columns if column not in used]
    if left:
        steps.append(StepModel(keyword="But", parts=tuple(Part(column=column) for column in left)))
    cells = st.text(_SIGNS, max_size=6).map(str.strip)
    rows = draw(st.lists(st.tuples(*(cells for _ in columns)), unique=True, min_size=1, max_size=4)) if columns else []
    cut = draw(st.integers(0, len(rows)))
    tables = tuple(tuple(table) for table in (rows[:cut], rows[cut:]) if table)
    return ScenarioModel(name=name, steps=tuple(steps), columns=columns, tables=tables)


@st.composite
def feature_models(draw: st.DrawFn) -> FeatureModel:
    names = draw(st.lists(words("ab |\\\"'()-_:#@*.,"), unique=True, min_size=1, max_size=4))
    models = [draw(scenario_models(name)) for name in names]
    cut = draw(st.integers(0, len(models)))
    background = tuple(draw(st.lists(step_models((), "Given"), max_size=2)))
    return FeatureModel(
        rules=tuple(tuple(rule) for rule in (models[:cut], models[cut:]) if rule), background=background
    )


def all_parts(step: StepModel) -> list[Part]:
    found = [*step.parts, *(step.docstring or ())]
    return found + [part for cells in step.table for cell in cells for part in cell]
