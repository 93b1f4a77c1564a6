"""The traffic keeps the latest lines, numbered."""

from simulator.domain.values import Instant
from simulator.runtime.traffic import KEPT, Traffic, Verdict


def test_lines_are_numbered_and_read_after_a_number() -> None:
    traffic = Traffic()
    for name in ("one", "two"):
        traffic.add(at=Instant(1), way="http", name=name, verdict=Verdict.UNKNOWN_REQUEST)
    assert [(line.seq, line.name) for line in traffic.after()] == [(1, "one"), (2, "two")]
    assert [line.name for line in traffic.after(1)] == ["two"]


def test_the_oldest_lines_go() -> None:
    traffic = Traffic()
    for number in range(KEPT + 3):
        traffic.add(at=Instant(number), way="in", name="keepalive")
    assert (len(traffic.after()), traffic.after()[0].seq) == (KEPT, 4)
