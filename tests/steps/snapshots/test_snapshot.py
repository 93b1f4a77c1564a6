"""What a snapshot allows, and how what was seen differs from it."""

from deskproof.steps.snapshots.snapshot import (
    Expected,
    Moment,
    Snapshot,
    counted,
    message_difference,
    page_difference,
    shown,
)

FIRST = Moment(step=1, page="Ada")
LATER = Moment(step=3, page="Ada")


def test_a_snapshot_allows_exactly_what_it_has() -> None:
    one = Snapshot(pages={FIRST: ("heading",)}, messages={"sign in": 1})
    expected = Expected.of("steps", one).with_snapshot(one)
    assert (expected.pages, expected.messages) == ({FIRST: (("heading",),)}, {"sign in": (1, 1)})


def test_snapshots_that_differ_allow_what_each_has() -> None:
    one = Snapshot(pages={FIRST: ("a",), LATER: ("c",)}, messages={"ping": 1, "pong": 2})
    other = Snapshot(pages={FIRST: ("b",)}, messages={"ping": 3})
    both = Expected.of("steps", one).with_snapshot(other)
    assert both.pages == {FIRST: (("a",), ("b",)), LATER: (("c",),)}
    assert both.messages == {"ping": (1, 3), "pong": (0, 2)}


def test_a_page_that_reads_as_expected_does_not_differ() -> None:
    assert page_difference((("a",), ("b",)), ("b",)) == ()


def test_a_page_is_compared_with_the_nearest_text() -> None:
    texts = (("title", "one", "two", "three"), ("title", "one"))
    assert page_difference(texts, ("title", "another")) == ("- one", "+ another")


def test_a_page_without_a_text_is_new_as_a_whole() -> None:
    assert page_difference((), ("a", "b")) == ("+ a", "+ b")


def test_messages_that_come_too_often_or_too_seldom_differ() -> None:
    expected = {"once": (1, 1), "some": (0, 2), "twice": (2, 2)}
    assert message_difference(expected, {"once": 1, "some": 1, "twice": 2}) == ()
    assert message_difference(expected, {"once": 2, "some": 5}) == ("+ once", "+ some (3 times)", "- twice (2 times)")
    assert message_difference({}, {"new": 1}) == ("+ new",)


def test_lines_are_counted() -> None:
    assert counted(["b", "a", "b"]) == {"a": 1, "b": 2}


def test_a_long_difference_is_shortened() -> None:
    assert shown(("+ a",)) == "+ a"
    assert shown(tuple(f"+ {number}" for number in range(20))).splitlines()[-1] == "(and 8 more)"


def test_the_text_has_each_line_of_pages_and_messages_once() -> None:
    lines = ("title: Desk", "status: On Hold")
    expected = Expected.of(
        "s",
        Snapshot(
            pages=dict.fromkeys((Moment(step=1, page="Ada"), Moment(step=2, page="Ada")), lines),
            messages={"event Held": 1},
        ),
    )
    assert expected.text == "title: Desk\nstatus: On Hold\nevent Held"
