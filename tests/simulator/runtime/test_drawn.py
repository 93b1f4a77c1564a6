"""Secrets that the simulator hands out are known by how they begin, so they are masked wherever they are written."""

from pathlib import Path

import pytest

from deskproof import simulator
from deskproof.reports.record import Mask
from deskproof.simulator.runtime.drawn import drawn_id, drawn_secret

SOURCE = Path(simulator.__path__[0])


@pytest.mark.parametrize(
    ("written", "masked"),
    [
        ("http://id.t-0001.localhost/password?tx={}&x=1", "http://id.t-0001.localhost/password?tx=***&x=1"),
        ("ws://t-0001.localhost/notifs/{}", "ws://t-0001.localhost/notifs/***"),
        ('{"url":"ws://t-0001.localhost/notifs/{}"}', '{"url":"ws://t-0001.localhost/notifs/***"}'),
        ("refused: {}", "refused: ***"),
        ('<input name="tx" value="{}">', '<input name="tx" value="***">'),
        ("session%3D{}", "session%3D***"),
    ],
)
def test_a_drawn_secret_is_masked_anywhere(written: str, masked: str) -> None:
    mask, secret = Mask(), drawn_secret()
    assert mask.text(written.replace("{}", secret)) == masked
    assert secret not in mask.known(written.replace("{}", secret))


def test_an_id_is_not_a_secret() -> None:
    named = drawn_id()
    assert Mask().text(named) == named


def test_nothing_else_of_the_simulator_draws_secrets() -> None:
    drawing = {
        path.relative_to(SOURCE).as_posix()
        for path in SOURCE.rglob("*.py")
        if "token_urlsafe" in path.read_text(encoding="utf-8") or "token_hex" in path.read_text(encoding="utf-8")
    }
    assert drawing == {"runtime/drawn.py"}
