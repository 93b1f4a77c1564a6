"""gate.toml: what is read, how it refuses, and how rules of others join."""

from dataclasses import dataclass
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from deskproof.reports.gate.case import Answer, Case, Removed, Rule, Words
from deskproof.reports.gate.rules import RULES, Budget, Flaky
from deskproof.reports.gate.settings import ENTRY_POINTS, BadGate, all_rules, read

ROOT = Path(__file__).parents[3]


@dataclass(frozen=True, kw_only=True)
class Slow:
    """The settings of a rule of others."""

    seconds: float = 30.0


def judge(case: Case, settings: Slow) -> Answer:
    """A rule of others."""
    slow = [scenario for scenario in case.run.scenarios if scenario.duration_ms > settings.seconds * 1000]
    words = Words(en=f"{len(slow)} slow scenarios.", sv=f"{len(slow)} långsamma scenarier.")
    return Answer(outcome="failed" if slow else "passed", reason=words)


rule = Rule(name="no-slow-scenario", judge=judge, settings=Slow)
twin = Rule(name="whole-run", judge=judge, settings=Slow)


def entry(attribute: str, module: str = __name__) -> EntryPoint:
    return EntryPoint(name="slow", value=f"{module}:{attribute}", group=ENTRY_POINTS)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "gate.toml"


def test_the_projects_own_file_names_every_rule() -> None:
    agreement = read(ROOT / "gate.toml", RULES)
    text = (ROOT / "gate.toml").read_text()
    assert [agreed.rule.name for agreed in agreement.rules] == [rule.name for rule in RULES]
    assert [rule.name for rule in RULES if f"\n[rules.{rule.name}]" not in text] == []
    assert [agreed.rule.name for agreed in agreement.rules if agreed.off is not None] == ["approvals-current"]


def test_an_empty_file_leaves_every_rule_on_with_its_defaults(file: Path) -> None:
    file.write_text("")
    agreement = read(file, RULES)
    assert [(agreed.rule, agreed.settings, agreed.off) for agreed in agreement.rules] == [
        (rule, rule.settings(), None) for rule in RULES
    ]
    assert (agreement.baseline_required, agreement.removed) == (False, ())


def test_what_the_file_says(file: Path) -> None:
    file.write_text(
        "[base]\nrequired = true\n"
        '[[removed]]\nscenario = "a"\nreason = "gone"\n'
        "[rules.duration-budget]\nminutes = 30\n"
        "[rules.nothing-flaky]\nat_most = 2\n"
        '[rules.whole-run]\noff = "for a trial"\n'
    )
    agreement = read(file, RULES)
    found = {agreed.rule.name: agreed for agreed in agreement.rules}
    assert found["duration-budget"].settings == Budget(minutes=30)
    assert found["nothing-flaky"].settings == Flaky(at_most=2)
    assert found["whole-run"].off == "for a trial"
    assert (agreement.baseline_required, agreement.removed) == (True, (Removed(scenario="a", reason="gone"),))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[rules", "is not TOML: expected ']' at the end of a table declaration"),
        (
            "[rules.seen-to-fail]",
            "has rules.seen-to-fail, a rule that is now called detected; rename the table to [rules.detected].",
        ),
        ("[rules.nothing-failling]", "has rules.nothing-failling, which is not a rule; the rules are whole-run, "),
        ("[rule.nothing-failing]", "has rule, which nothing reads; check the spelling."),
        ("[rules.duration-budget]\nminutes = 'long'", "has rules.duration-budget.minutes = 'long'; input should be"),
        ("[rules.duration-budget]\nminutes = 0", "has rules.duration-budget.minutes = 0; input should be greater"),
        ("[rules.duration-budget]\nhours = 1", "has rules.duration-budget.hours, which nothing reads"),
        (
            "[rules.nothing-flaky]\nat_most = true",
            "has rules.nothing-flaky.at_most = True; input should be a valid int",
        ),
        ("[rules.nothing-failing]\nat_most = 3", "has rules.nothing-failing.at_most"),
        ("[rules.whole-run]\noff = ''", "has rules.whole-run.off = ''; string should have at least 1 character"),
        ("[rules.whole-run]\noff = true", "has rules.whole-run.off = True; input should be a valid string"),
        (
            "[rules.must-have-claims-proven]\nlanguages = ['de']",
            "has rules.must-have-claims-proven.languages[1] = 'de'",
        ),
        ("[[removed]]\nscenario = 'a'", "lacks removed[1].reason; add it"),
        ("[base]\nrequired = 'yes'", "has base.required = 'yes'; input should be a valid boolean"),
    ],
)
def test_a_bad_file_is_one_sentence(file: Path, text: str, said: str) -> None:
    file.write_text(text)
    with pytest.raises(BadGate) as refusal:
        read(file, RULES)
    assert said in str(refusal.value)
    assert str(file) in str(refusal.value)
    assert "\n" not in str(refusal.value)


def test_a_missing_file_is_one_sentence(file: Path) -> None:
    with pytest.raises(BadGate, match=r"There is no .*gate\.toml, so nothing says what a release needs"):
        read(file, RULES)


def test_a_rule_of_others_joins_with_its_settings(file: Path) -> None:
    file.write_text("[rules.no-slow-scenario]\nseconds = 2.5\n")
    agreement = read(file, all_rules([entry("rule")]))
    assert agreement.rules[-1].rule is rule or agreement.rules[-1].rule.name == "no-slow-scenario"
    assert getattr(agreement.rules[-1].settings, "seconds", None) == 2.5


@pytest.mark.parametrize(
    ("point", "said"),
    [
        (entry("judge"), "is function; a deskproof.reports.gate.Rule was expected"),
        (entry("nothing"), "cannot be loaded"),
        (entry("rule", "no_such_module"), "cannot be loaded: No module named 'no_such_module'"),
        (entry("twin"), "calls itself whole-run, as another rule does"),
    ],
)
def test_a_rule_that_cannot_join_keeps_the_gate_shut(point: EntryPoint, said: str) -> None:
    with pytest.raises(BadGate, match="The gate rule slow") as refusal:
        all_rules([point])
    assert said in str(refusal.value)


def test_without_entry_points_there_are_our_rules() -> None:
    assert all_rules() == RULES
