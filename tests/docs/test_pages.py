"""The pages of docs/: prose of at most 100 columns, links that lead somewhere, and an index that has every page."""

import re
from pathlib import Path

import pytest

from tests.docs.pages import ROOT

DOCS = ROOT / "docs"
WIDEST = 100
GENERATED = tuple(DOCS / name for name in ("benchmarks.md", "facts.md", "fidelity.md", "load.md", "published.md"))
AS_FOUND = DOCS / "notes"
PAGES = [page for page in sorted(DOCS.rglob("*.md")) if page not in GENERATED]
WRITTEN = [page for page in PAGES if AS_FOUND not in page.parents]

_LINK = re.compile(r"\]\(([^)\s#]*)(?:#([^)\s]*))?\)")


def name_of(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


def prose(text: str) -> list[tuple[int, str]]:
    """The lines that are neither code nor a row of a table, with their numbers."""
    found, code = [], False
    for number, line in enumerate(text.splitlines(), start=1):
        fence = line.lstrip().startswith("```")
        code = code != fence
        if not (code or fence or line.lstrip().startswith("|")):
            found.append((number, line))
    return found


def anchors(page: Path) -> set[str]:
    """The anchors that GitHub and GitLab give the headings of a page."""
    headings = [line.lstrip("# ") for _, line in prose(page.read_text(encoding="utf-8")) if line.startswith("#")]
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", WRITTEN, ids=name_of)
def test_prose_has_a_hundred_columns_at_most(page: Path) -> None:
    wide = [number for number, line in prose(page.read_text(encoding="utf-8")) if len(line) > WIDEST]
    assert wide == []


def test_tables_and_code_may_be_wider() -> None:
    text = "```\n" + "a" * 101 + "\n```\n| " + "b" * 101 + " |\nshort\n" + "c" * 101
    assert prose(text) == [(5, "short"), (6, "c" * 101)]


@pytest.mark.parametrize("page", [ROOT / "README.md", *PAGES], ids=name_of)
def test_every_link_leads_somewhere(page: Path) -> None:
    broken = []
    for target, part in _LINK.findall(page.read_text(encoding="utf-8")):
        if re.match(r"[a-z]+:", target):
            continue
        file = (page.parent / target).resolve() if target else page
        if not file.exists() or (part and part not in anchors(file)):
            broken.append(f"{target}#{part}")
    assert broken == []


def test_the_index_has_every_page_once() -> None:
    index = (DOCS / "README.md").read_text(encoding="utf-8")
    linked = [(DOCS / target).resolve() for target, _ in _LINK.findall(index)]
    folders = (DOCS / "decisions", AS_FOUND)
    expected = [page for page in (*PAGES, *GENERATED) if page.parent not in folders and page != DOCS / "README.md"]
    expected += [folder / "README.md" for folder in folders]
    assert sorted(linked) == sorted([*expected, ROOT / "README.md"])
