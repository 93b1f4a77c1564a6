"""The entries on the page of defects are defects that fit, one of each kind."""

from pathlib import Path

import pytest

from deskproof.simulator.defects import check_fit, load_defects
from deskproof.steps.mutation.planted import Planted
from tests.docs.pages import ROOT, blocks

PAGE = (ROOT / "docs" / "defects.md").read_text(encoding="utf-8")
ENTRIES = [block.text for block in blocks(PAGE) if block.language == "toml"]


@pytest.mark.parametrize(
    ("entry", "kind"),
    [*zip(ENTRIES, ["SourceDefect", "AnswerDefect", "FrameDefect", "ScriptDefect"], strict=True)],
    ids=["source", "answer", "frame", "script"],
)
def test_an_entry_on_the_page_fits(tmp_path: Path, entry: str, kind: str) -> None:
    (tmp_path / "page.toml").write_text(entry, encoding="utf-8")
    (defect,) = load_defects(tmp_path).values()
    assert type(defect).__name__ == kind
    check_fit(defect)
    assert Planted(defect).met == (kind == "SourceDefect")
