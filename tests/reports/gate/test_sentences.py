"""The gate's sentences."""

from deskproof.reports.gate.sentences import sentence


def test_what_comes_from_outside_is_not_filled_in_again() -> None:
    assert sentence("scenario", name="{n} {where}", where="a:1").en == "{n} {where} (a:1)"


def test_one_has_its_own_form() -> None:
    assert sentence("failing", n=1).sv.startswith("Ett scenario ")
