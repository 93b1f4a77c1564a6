"""The decision records: all of one form, each in the index as it says of itself."""

import re
from pathlib import Path

import pytest

from tests.docs.pages import ROOT

FOLDER = ROOT / "docs/decisions"
RECORDS = sorted(FOLDER.glob("[0-9]*.md"))
HEAD = re.compile(
    r"# (\d{4}): (\S.*)\n\n- Status: (accepted|superseded)(?:; .+)?\n- Date: (\d{4}-\d\d-\d\d)\n\n## Question\n"
)


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.stem)
def test_a_record_has_question_decision_and_consequences_in_this_order(record: Path) -> None:
    text = record.read_text(encoding="utf-8")
    head = HEAD.match(text)
    assert head is not None
    assert record.name.startswith(f"{head[1]}-")
    headings = re.findall(r"^## (.+)$", text, flags=re.MULTILINE)
    assert headings[:2] == ["Question", "Decision"]
    assert headings[-1] == "Consequences"
    sections = re.split(r"^## .+$", text, flags=re.MULTILINE)[1:]
    assert [heading for heading, section in zip(headings, sections, strict=True) if not section.strip()] == []


def test_the_index_has_every_record_as_it_says_of_itself() -> None:
    index = (FOLDER / "README.md").read_text(encoding="utf-8")
    heads = [(record.name, HEAD.match(record.read_text(encoding="utf-8"))) for record in RECORDS]
    rows = [f"| [{head[1]}]({name}) | {head[2]} | {head[3]} | {head[4]} |" for name, head in heads if head]
    assert re.findall(r"^\| \[.*$", index, flags=re.MULTILINE) == rows


def test_no_number_is_used_twice() -> None:
    numbers = [record.name[:4] for record in RECORDS]
    assert len(set(numbers)) == len(numbers) > 0
