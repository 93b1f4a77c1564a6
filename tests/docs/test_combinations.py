"""The scenarios that the page of combinations names."""

import re
from pathlib import Path

from deskproof.steps.gherkin.files.reader import read_feature

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "combinations.md"


def test_every_named_scenario_exists() -> None:
    features = (read_feature(path, path.name) for path in sorted((ROOT / "features").glob("*.feature")))
    titles = {re.sub(r" \[.*\]$", "", each.name) for feature in features for each in feature.scenarios}
    named = set(re.findall(r"\| \*(.+)\* \|$", PAGE.read_text(encoding="utf-8"), re.MULTILINE))
    assert len(named) > 40
    assert named <= titles, named - titles
