"""The data tables of steps, as step functions need them."""

from __future__ import annotations

from collections.abc import Sequence

from deskproof.steps.errors import HarnessError


def column(table: Sequence[Sequence[str]]) -> list[str]:
    """The cells of a table with one column. Raises HarnessError for any other table."""
    widths = {len(row) for row in table}
    if widths != {1}:
        raise HarnessError(
            f"The table of this step has {max(widths, default=0)} columns, and the step takes one; write one cell in "
            "each row."
        )
    return [row[0] for row in table]
