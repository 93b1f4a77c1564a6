"""The data tables of steps, in the form that step functions need."""

from __future__ import annotations

from collections.abc import Sequence

from deskproof.steps.errors import HarnessError


def column(table: Sequence[Sequence[str]]) -> list[str]:
    """The cells of a table with one column. Raises HarnessError for any other table."""
    widths = {len(row) for row in table}
    if widths != {1}:
        raise HarnessError(
            f"The table of this step has {max(widths, default=0)} columns, and the step needs one; write one cell in "
            "each row."
        )
    return [row[0] for row in table]
