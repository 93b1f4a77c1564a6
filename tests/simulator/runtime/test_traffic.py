"""The traffic keeps the latest lines, numbered."""

from deskproof.simulator.domain.values import Instant
from deskproof.simulator.runtime.traffic import Traffic, Verdict


def test_lines_are_numbered_and_read_after_a_number() -> None:
    traffic = Traffic()
    for name in ("one", "two"):
        traffic.add(at=Instant(1), way="http", name=name, verdict=Verdict.UNKNOWN_REQUEST)
    assert [(line.seq, line.name) for line in traffic.after()] == [(1, "one"), (2, "two")]
    assert [line.name for line in traffic.after(1)] == ["two"]


def test_the_oldest_lines_go() -> None:
    traffic = Traffic()
    for number in range(5_003):
        traffic.add(at=Instant(number), way="in", name="keepalive")
    assert (len(traffic.after()), traffic.after()[0].seq) == (5_000, 4)
