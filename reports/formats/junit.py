"""`junit.xml`: the record in the format that CI servers show.

Rule: a suite per feature file, a case per scenario. failed is a failure, broken an error; skipped, not offered and
quarantined are skipped; flaky is passed, with the earlier attempts as `flakyFailure` or `flakyError`, as Maven Surefire
writes them. CI servers know a case from run to run by its class name and name, so no two scenarios of a run have both
the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import groupby
from pathlib import Path, PurePosixPath
from xml.etree import ElementTree as ET

from deskproof.reports.formats.format import Format, Source
from deskproof.reports.record.facts import Attempt, Run, ScenarioResult
from deskproof.reports.text.visible import visible

_SKIPPED = ("skipped", "quarantined", "not-offered")


def write(source: Source, target: Path) -> None:
    """Write the file to `target`."""
    target.write_bytes(render(source.run))


FORMAT = Format(name="junit", path="junit.xml", write=write)


def render(run: Run) -> bytes:
    """The whole file. A feature in two languages is two suites, as it is two files."""
    totals = _counts(run.scenarios)
    del totals["skipped"]  # the format has no such attribute here
    names = _names(run.scenarios)
    titles = _titles(run.scenarios)
    suites = ET.Element("testsuites", {"name": "deskproof", **totals})
    for path, group in groupby(run.scenarios, key=lambda scenario: scenario.path):
        scenarios = tuple(group)
        suite = ET.SubElement(
            suites,
            "testsuite",
            {
                "name": titles[path],
                "timestamp": min(scenario.attempts[0].started_at for scenario in scenarios)[:19],
                **_counts(scenarios),
            },
        )
        _properties(suite, {"file": path, "run": run.run.id, "language": scenarios[0].language})
        for scenario in scenarios:
            suite.append(_case(scenario, names[scenario.id]))
    ET.indent(suites)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ET.tostring(suites, encoding="unicode")}\n'.encode()


def _counts(scenarios: tuple[ScenarioResult, ...]) -> dict[str, str]:
    return {
        "tests": str(len(scenarios)),
        "failures": str(sum(scenario.status == "failed" for scenario in scenarios)),
        "errors": str(sum(scenario.status == "broken" for scenario in scenarios)),
        "skipped": str(sum(scenario.status in _SKIPPED for scenario in scenarios)),
        "time": _seconds(sum(scenario.duration_ms for scenario in scenarios)),
    }


def _names(scenarios: Sequence[ScenarioResult]) -> Mapping[str, tuple[str, str]]:
    """The class name and the name of each scenario, by its id. The class is the path with its folders, and the rule;
    where that and the name are those of another scenario, the id is added to the name.
    """
    names = {scenario.id: (_clean(_class_name(scenario)), _clean(_name(scenario))) for scenario in scenarios}
    times = Counter(names.values())
    return {id: (of, name if times[of, name] == 1 else f"{name} ({id})") for id, (of, name) in names.items()}


def _class_name(scenario: ScenarioResult) -> str:
    parts = (*PurePosixPath(scenario.path).with_suffix("").parts, scenario.rule)
    return ".".join(part.replace(".", " ") for part in parts if part)


def _name(scenario: ScenarioResult) -> str:
    return f"{scenario.name} [{scenario.example}]" if scenario.example else scenario.name


def _titles(scenarios: Sequence[ScenarioResult]) -> Mapping[str, str]:
    """What to call the suite of each feature file: the feature, with its file where another feature is called alike."""
    features = {scenario.path: _clean(scenario.feature) for scenario in scenarios}
    times = Counter(features.values())
    return {path: name if times[name] == 1 else f"{name} ({_clean(path)})" for path, name in features.items()}


def _case(scenario: ScenarioResult, names: tuple[str, str]) -> ET.Element:
    classname, name = names
    case = ET.Element("testcase", name=name, classname=classname, time=_seconds(scenario.duration_ms))
    error = scenario.error
    message = _clean(error.message) if error else ""
    match scenario.status:
        case "failed":
            ET.SubElement(case, "failure", message=message, type="product").text = _clean(
                error.details if error else ""
            )
        case "broken":
            ET.SubElement(case, "error", message=message, type="harness").text = _clean(error.details if error else "")
        case "quarantined":
            ET.SubElement(case, "skipped", message=f"quarantined: {message}")
        case "skipped":
            ET.SubElement(case, "skipped", message=message)
        case "not-offered":
            ET.SubElement(case, "skipped", message=_clean(scenario.why or ""))
        case "flaky":
            for attempt in scenario.attempts[:-1]:
                _flaky(case, attempt)
        case "passed":
            pass
    ET.SubElement(case, "system-out").text = _clean(_plain_text(scenario))
    return case


def _flaky(case: ET.Element, attempt: Attempt) -> None:
    broken = attempt.status == "broken"
    message = attempt.error.message if attempt.error else f"attempt {attempt.number}: {attempt.status}"
    element = ET.SubElement(
        case,
        "flakyError" if broken else "flakyFailure",
        message=_clean(message),
        type="harness" if broken else "product",
    )
    ET.SubElement(element, "stackTrace").text = _clean(attempt.error.details if attempt.error else "")


def _plain_text(scenario: ScenarioResult) -> str:
    """The scenario in plain lines: where it is written, what it proves, each step with its status."""
    lines = [f"{scenario.path}:{scenario.line}", f"claims: {' '.join(scenario.claims) or 'none'}"]
    lines += [f"{step.status:7} {step.keyword} {step.text}" for step in scenario.steps]
    return "\n".join(lines)


def _properties(suite: ET.Element, values: dict[str, str]) -> None:
    properties = ET.SubElement(suite, "properties")
    for name, value in values.items():
        ET.SubElement(properties, "property", name=name, value=_clean(value))


def _seconds(milliseconds: float) -> str:
    return f"{milliseconds / 1000:.3f}"


def _clean(text: str) -> str:
    """Text without the characters that XML 1.0 cannot hold; they are made visible as everywhere else."""
    return visible(text)
