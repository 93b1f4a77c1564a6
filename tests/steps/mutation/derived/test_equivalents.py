"""The file of derived defects that nobody could notice."""

from pathlib import Path

import pytest

from deskproof.steps.mutation.derived.catalogue import derived_defects
from deskproof.steps.mutation.derived.equivalents import BadEquivalents, Equivalent, equivalent_names, equivalents


def test_every_entry_fits_a_derived_defect() -> None:
    equivalent_names(derived_defects(), equivalents())


def test_an_entry_that_fits_none_is_refused() -> None:
    entry = Equivalent(names="domain/gone.py:*", reason="It is not there any more.")
    with pytest.raises(BadEquivalents, match=r"fits no derived defect; correct or remove"):
        equivalent_names(["domain/rules.py:TRIES:boundary:1"], [entry])


def test_a_star_stands_for_anything() -> None:
    entry = Equivalent(names="domain/*:boundary:1", reason="Nobody counts so far.")
    assert equivalent_names(["domain/a.py:X:boundary:1", "wire/a.py:X:boundary:1"], [entry]) == {
        "domain/a.py:X:boundary:1"
    }


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("[[equivalent]\n", "is not TOML"),
        ('[[equivalent]]\nnames = "a"\n', r"equivalent\.0\.reason: Field required"),
        ('[[equivalent]]\nnames = "a"\nreason = "no"\n', "at least 10 characters"),
    ],
)
def test_a_file_that_cannot_be_used_is_refused_with_the_place(tmp_path: Path, text: str, sentence: str) -> None:
    file = tmp_path / "equivalents.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(BadEquivalents, match=sentence):
        equivalents(file)
