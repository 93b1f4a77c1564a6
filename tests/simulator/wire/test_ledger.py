"""The generated pages say what the tables say."""

from pathlib import Path

import pytest

from deskproof.simulator.wire import ledger


@pytest.mark.parametrize(
    ("place", "expected"), [(ledger.PAGE, ledger.page()), (ledger.PUBLISHED_PAGE, ledger.published_page())],
    ids=["fidelity", "published"],
)  # fmt: skip
def test_no_page_is_stale(place: Path, expected: str) -> None:
    assert place.read_text(encoding="utf-8") == expected, "run: python -m deskproof.simulator.wire.ledger"
