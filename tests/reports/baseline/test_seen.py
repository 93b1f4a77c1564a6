"""Which pictures count as what was seen."""

from dataclasses import replace

import pytest

from deskproof.reports.baseline.seen import seen
from deskproof.reports.record.facts import ScenarioResult, Step
from deskproof.reports.record.observed import Evidence, Picture
from tests.reports.runs import result

ONE = result("a")


def step(keyword: str, *paths: str) -> Step:
    evidence = Evidence(pictures=tuple(Picture(path=path) for path in paths))
    return Step(keyword=keyword, text="all is well", status="passed", evidence=evidence)


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", ("Given", "When", "Then", "And", "But")), ("sv", ("Givet", "När", "Så", "Och", "Men"))],
)
def test_seen_is_what_was_there_after_each_then(language: str, words: tuple[str, ...]) -> None:
    given, when, then, both, but = words
    steps = (
        step(given, "g"), step(both, "ga"), step(when, "w"), step(then, "t", "t2"), step(both, "ta"), step(but, "tb"),
        step(when, "w2"), step(both, "wa"), step("*", "ws"), step(then, "t3"), step("*", "ts"),
    )  # fmt: skip
    one: ScenarioResult = replace(ONE, steps=steps, language=language)
    assert [picture.path for picture in seen(one).values()] == ["t", "t2", "ta", "tb", "t3", "ts"]
    assert list(seen(one)) == [(3, 0), (3, 1), (4, 0), (5, 0), (9, 0), (10, 0)]
