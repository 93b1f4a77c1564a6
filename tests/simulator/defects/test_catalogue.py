"""The catalogue of named defects: what it takes, and that every entry fits the source and the claims."""

import tomllib
from pathlib import Path

import pytest

from deskproof.simulator.defects import BadCatalogue, Defect, all_defects, changed_text

ROOT = Path(__file__).parents[3]
GOOD = """
[[defect]]
name = "late"
en = "It comes late."
sv = "Det kommer sent."
claims = ["AD-001"]
file = "app.py"
find = "a"
replace = "b"
"""


def test_an_entry_is_a_defect(tmp_path: Path) -> None:
    (tmp_path / "some.toml").write_text(GOOD, encoding="utf-8")
    assert all_defects(tmp_path) == {
        "late": Defect(
            name="late",
            en="It comes late.",
            sv="Det kommer sent.",
            claims=("AD-001",),
            file="app.py",
            find="a",
            replace="b",
        )
    }


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("[[defect]", r"^some\.toml is not TOML: .*; correct that line\.$"),
        (GOOD.replace("sv =", "se ="), r"^some\.toml: defect\.0\.sv: Field required; correct the entry\.$"),
        (GOOD + 'when = "now"\n', r"^some\.toml: defect\.0\.when: Extra inputs .*; correct the entry\.$"),
        (GOOD.replace("AD-001", "AD-1"), r"^some\.toml: defect\.0\.claims\.0: .*; correct the entry\.$"),
        (GOOD.replace('"late"', '"Too late"'), r"^some\.toml: defect\.0\.name: .*; correct the entry\.$"),
        (GOOD + GOOD, r"^some\.toml: the name late is taken; choose another\.$"),
    ],
)
def test_a_bad_catalogue_is_refused(tmp_path: Path, text: str, sentence: str) -> None:
    (tmp_path / "some.toml").write_text(text, encoding="utf-8")
    with pytest.raises(BadCatalogue, match=sentence):
        all_defects(tmp_path)


@pytest.mark.parametrize("defect", all_defects().values(), ids=lambda item: item.name)
def test_it_fits_the_source_and_leaves_python_that_can_be_read(defect: Defect) -> None:
    changed = changed_text(defect)
    if defect.file.endswith(".py"):
        compile(changed, defect.file, "exec")


def test_every_claim_that_can_be_proven_is_broken_by_a_defect() -> None:
    with (ROOT / "features" / "claims.toml").open("rb") as file:
        claims = tomllib.load(file)["claims"]
    provable = {id_ for id_, claim in claims.items() if claim["kind"] != "definition"}
    assert {claim for defect in all_defects().values() for claim in defect.claims} == provable
