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


def test_every_page_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for place in ("PAGE", "PUBLISHED_PAGE"):
        monkeypatch.setattr(ledger, place, tmp_path / getattr(ledger, place).name)
    assert ledger.main() == 0
    assert (tmp_path / "fidelity.md").read_text(encoding="utf-8") == ledger.page()
    assert (tmp_path / "published.md").read_text(encoding="utf-8") == ledger.published_page()
    assert capsys.readouterr().out == "wrote fidelity.md\nwrote published.md\n"
