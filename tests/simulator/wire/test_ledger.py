"""docs/fidelity.md says what the catalogue says."""

from deskproof.simulator.wire import ledger


def test_the_page_is_not_stale() -> None:
    expected = ledger.page()
    assert ledger.PAGE.read_text(encoding="utf-8") == expected, "run: python -m deskproof.simulator.wire.ledger"
