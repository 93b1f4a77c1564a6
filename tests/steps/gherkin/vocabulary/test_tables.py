"""Tables of steps: one column is taken as it is, and any other table is a fault of the scenario."""

import pytest

from deskproof.steps.errors import HarnessError
from deskproof.steps.gherkin.vocabulary.tables import column


def test_a_column_is_its_cells() -> None:
    assert column([["Support"], ["Sales"], [""]]) == ["Support", "Sales", ""]


@pytest.mark.parametrize(("table", "count"), [([["a", "b"]], 2), ([["a"], ["a", "b", "c"]], 3), ([], 0), ([[]], 0)])
def test_another_table_is_refused(table: list[list[str]], count: int) -> None:
    with pytest.raises(HarnessError, match=f"has {count} columns, and the step needs one"):
        column(table)
