"""The derived defects of the product: enough of them, each a valid file, with stable names."""

import ast
from pathlib import Path

import pytest

from deskproof.simulator.defects import PACKAGE
from deskproof.steps.mutation.derived.catalogue import PARTS, derived_defects, sample
from deskproof.steps.mutation.derived.javascript_source import changes

DEFECTS = derived_defects()


def test_every_part_of_the_product_has_some() -> None:
    assert len(DEFECTS) >= 2_000
    for part in PARTS:
        assert any(defect.file.startswith(part) for defect in DEFECTS.values())


@pytest.mark.parametrize("name", sample(tuple(DEFECTS), 40, seed=12))
def test_each_is_another_text_that_can_be_read(name: str) -> None:
    defect = DEFECTS[name]
    text = defect.changed_text()
    assert text != (PACKAGE / defect.file).read_text(encoding="utf-8")
    if defect.file.endswith(".py"):
        ast.parse(text)
    else:
        list(changes(text.encode()))


def test_a_line_more_in_a_file_changes_no_name(tmp_path: Path) -> None:
    file = tmp_path / "domain" / "rules.py"
    file.parent.mkdir()
    file.write_text("TRIES = 5\n")
    before = derived_defects(tmp_path)
    file.write_text("MINUTE = 60\n\n\nTRIES = 5\n")
    after = derived_defects(tmp_path)
    assert set(before) == {"domain/rules.py:TRIES:boundary:1"} < set(after)
    assert after["domain/rules.py:TRIES:boundary:1"].line == 4


def test_a_sample_depends_on_its_seed_alone() -> None:
    names = tuple(map(str, range(100)))
    drawn = sample(names, 10, seed=1)
    assert drawn == sample(tuple(reversed(names)), 10, seed=1)[::-1]
    assert drawn != sample(names, 10, seed=2)
    assert sample(names[:3], 10, seed=1) == names[:3]
