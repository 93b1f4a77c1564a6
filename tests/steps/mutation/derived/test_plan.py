"""The scenarios that a derived defect meets: those that run the changed place, and some with few Givens."""

from dataclasses import replace

import pytest

from deskproof.simulator.defects import PACKAGE, SourceDefect
from deskproof.steps.gherkin.files.reader import WrittenScenario, WrittenStep
from deskproof.steps.impact.map import FileReach, ImpactMap, blob_of
from deskproof.steps.impact.units import python_bodies
from deskproof.steps.mutation.derived.catalogue import DerivedDefect, derived_defects
from deskproof.steps.mutation.derived.plan import Planner
from tests.steps.mutation.derived.test_candidates import written

FILE = "domain/accounts/rules.py"
TEXT = (PACKAGE / FILE).read_text(encoding="utf-8")
BODIES = python_bodies(TEXT)
DEFECTS = derived_defects()
IN_A_FUNCTION = next(
    defect
    for defect in DEFECTS.values()
    if defect.file == FILE
    and any(body.start < len(TEXT.encode()[: defect.change.start].decode()) < body.end for body in BODIES)
)
IN_A_TABLE = DEFECTS[f"{FILE}:CODE_LIVES:boundary:1"]
NAMED = SourceDefect(
    name="named",
    en="It is wrong.",
    sv="Det är fel.",
    claims=("AD-027",),
    file=FILE,
    find="CODE_LIVES = 10 * MINUTE",
    replace="CODE_LIVES = 9 * MINUTE",
)


def step(text: str, kind: str = "given") -> WrittenStep:
    return WrittenStep(keyword=kind.title(), kind=kind, text=text, line=1, table=(), docstring=None)  # type: ignore[arg-type]


def scenario(id_: str, givens: int = 0, **rest: object) -> WrittenScenario:
    return replace(written(id_), steps=tuple(step(f"Given {number}") for number in range(givens)), **rest)  # type: ignore[arg-type]


def planner(*scenarios: WrittenScenario, reach: frozenset[str] | None = None, most: int | None = None) -> Planner:
    known = frozenset(each.id for each in scenarios)
    functions = dict.fromkeys(BODIES, reach if reach is not None else known)
    return Planner(
        scenarios=scenarios,
        language="en",
        defects={"named": NAMED},
        detected_by={"named": ["c"]},
        sources={f"simulator/{FILE}": TEXT},
        features={"features/one.feature": "Feature: One"},
        map=ImpactMap(
            commit="c",
            scenarios=known,
            without_scripts=frozenset(),
            files={f"simulator/{FILE}": FileReach(blob=blob_of(TEXT.encode()), functions=functions)},
        ),
        most=most,
    )


def ids(plan: Planner, defect: DerivedDefect = IN_A_FUNCTION) -> tuple[str, ...]:
    return plan.trial(defect).scenarios


def test_only_scenarios_that_run_the_function_are_tried() -> None:
    plan = planner(*map(scenario, "abcd"), reach=frozenset("bd"))
    assert set(ids(plan)) == {"b", "d"}
    assert plan.trial(IN_A_FUNCTION).reach == 2


def test_without_a_map_all_are() -> None:
    assert set(ids(replace(planner(*map(scenario, "abcd"), reach=frozenset("b")), map=None))) == set("abcd")


def test_a_change_of_a_table_meets_those_that_run_anything_of_the_file() -> None:
    assert set(ids(planner(*map(scenario, "abcd"), reach=frozenset("ab")), IN_A_TABLE)) == {"a", "b"}


def test_what_detects_a_named_defect_in_the_file_comes_first() -> None:
    assert ids(planner(*map(scenario, "abcd")))[0] == "c"


def test_those_with_the_fewest_givens_are_among_those_that_are_tried() -> None:
    scenarios = [scenario(id_, givens=9 - number) for number, id_ in enumerate("abcdefghi")]
    tried = ids(planner(*scenarios, most=6))
    assert {"f", "g", "h", "i"} <= set(tried[:6])


def test_others_take_the_place_of_scenarios_that_fail_before_they_reach_it() -> None:
    plan = planner(*map(scenario, "abcdefghijkl"), most=2)
    assert plan.trial(IN_A_FUNCTION).most == 2
    assert len(ids(plan)) == 8


def test_swedish_texts_meet_the_swedish_edition() -> None:
    english = scenario("a", path="features/one.feature")
    swedish = scenario("b", path="features/sv/one.feature", language="sv")
    texts = next(defect for defect in DEFECTS.values() if defect.file.endswith("text.sv.js"))
    plan = planner(english, swedish)
    assert ids(plan, texts) == ("b",)
    assert ids(plan, IN_A_FUNCTION) == ("a",)


def test_a_canary_has_the_scenarios_that_detect_it() -> None:
    (canary,) = planner(*map(scenario, "abc")).canaries()
    assert (canary.name, canary.scenarios, canary.canary) == ("named", ("c",), True)
    assert TEXT.encode()[canary.start : canary.end].decode() == NAMED.find


@pytest.mark.parametrize("tag", ["full-browser", "own-browser"])
def test_a_canary_needs_no_browser_of_its_own(tag: str) -> None:
    assert planner(scenario("a"), scenario("c", tags=(tag,))).canaries() == ()


def test_a_verdict_is_another_trial_s_once_a_feature_or_the_harness_has_changed() -> None:
    plan = planner(*map(scenario, "abc"))
    before = plan.trial(IN_A_FUNCTION).fingerprint
    assert planner(*map(scenario, "abc")).trial(IN_A_FUNCTION).fingerprint == before
    for changed in (
        replace(plan, features={"features/one.feature": "Feature: Two"}),
        replace(plan, sources={**plan.sources, "steps/x.py": ""}),
    ):
        assert changed.trial(IN_A_FUNCTION).fingerprint != before
