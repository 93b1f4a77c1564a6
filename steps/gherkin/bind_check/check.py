"""The bind check: every step has exactly one definition that can run, and every scenario proves a claim.

Rule: it runs once, in one process, before any browser starts, and finds everything at once. It runs no step. Why it is
needed: Gherkin reads a step with a wrong keyword as description, and pytest-bdd passes an `async def` step without
running it, uses the last of several matching definitions, and ignores a table or doc string that the step function has
no parameter for.
"""

from __future__ import annotations

import inspect
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pytest_bdd.parsers import StepParser
from pytest_bdd.steps import StepFunctionContext, step_function_context_registry

from deskproof.steps.gherkin.bind_check.editions import Meaning, compare_editions
from deskproof.steps.gherkin.claims import Claims, ClaimsError, load_claims
from deskproof.steps.gherkin.files.characters import plain
from deskproof.steps.gherkin.files.findings import Finding, odd_characters
from deskproof.steps.gherkin.files.reader import (
    CLAIM_TAG,
    FeatureFile,
    WrittenScenario,
    WrittenStep,
    display_path,
    read_features,
)
from deskproof.steps.gherkin.snippets import definition as definition_snippet
from deskproof.steps.gherkin.vocabulary.values import LANGUAGES, Language

CLAIMS_FILE = "claims.toml"


@dataclass(frozen=True, kw_only=True)
class Definition:
    """A step function and one of its sentences. `kind` None matches given, when and then."""

    kind: str | None
    sentence: str
    function: Callable[..., object]
    parser: StepParser
    path: str
    line: int

    @property
    def is_shipped(self) -> bool:
        """Whether it is one of the sentences that come with Deskproof."""
        return self.function.__module__.startswith("deskproof.")

    def fits(self, kind: str, text: str) -> bool:
        """Whether pytest-bdd would run this definition for a step of this kind and text."""
        return self.kind in (None, kind) and bool(self.parser.is_matching(text))


class Definitions:
    """All definitions, and which of them fit a step; every text is matched once, because steps repeat."""

    def __init__(self, definitions: Iterable[Definition]) -> None:
        self.all = tuple(definitions)
        self._fitting: dict[tuple[str, str], tuple[Definition, ...]] = {}

    def fitting(self, step: WrittenStep) -> tuple[Definition, ...]:
        """The definitions that pytest-bdd would run for the step."""
        key = (step.kind, step.text)
        if key not in self._fitting:
            self._fitting[key] = tuple(definition for definition in self.all if definition.fits(*key))
        return self._fitting[key]

    def meaning(self, step: WrittenStep) -> Meaning | None:
        """The function and values of the step, where exactly one definition fits it."""
        fitting = self.fitting(step)
        if len(fitting) != 1:
            return None
        return Meaning(function=fitting[0].function, values=fitting[0].parser.parse_arguments(step.text) or {})


@dataclass(frozen=True, kw_only=True)
class CheckResult:
    """The result of the bind check: every scenario of the features, and all findings."""

    files: tuple[FeatureFile, ...]
    claims: Claims | None
    findings: tuple[Finding, ...]

    @property
    def scenarios(self) -> tuple[WrittenScenario, ...]:
        """Every scenario of the files, in their order."""
        return tuple(scenario for file in self.files for scenario in file.scenarios)


def check(
    folder: Path,
    definitions: Iterable[Definition],
    *,
    catalogues: Sequence[Path] | None = None,
    languages: Sequence[Language] = LANGUAGES,
    uses_shipped: bool = True,
) -> CheckResult:
    """Check the features under `folder` against `definitions` and the `catalogues` of claims, by default `claims.toml`
    in the folder. `uses_shipped` says whether a shipped definition that no feature uses is a finding, as it is for the
    features that are shipped too. Raises nothing; what is wrong is in `findings`.
    """
    known = Definitions(definitions)
    files = read_features(folder, languages)
    findings = [finding for file in files for finding in file.findings]
    if not files:
        findings.append(
            Finding(path=folder.name, line=1, sentence="has no *.feature file; name the folder that has them.")
        )
    claims = _claims(folder, catalogues or (folder / CLAIMS_FILE,), languages, findings)
    scenarios = tuple(scenario for file in files for scenario in file.scenarios)
    findings += _claim_findings(scenarios, claims)
    findings += _step_findings(scenarios, known)
    if all(file.language for file in files):
        findings += _unused(known, scenarios, shipped=uses_shipped)
    findings += (_async_finding(definition) for definition in known.all if _is_async(definition.function))
    findings += compare_editions(files, known.meaning, languages)
    findings += [] if findings else _identity_findings(scenarios)
    ordered = tuple(sorted(dict.fromkeys(findings), key=lambda finding: (finding.path, finding.line)))
    return CheckResult(files=files, claims=claims, findings=ordered)


def known_definitions(root: Path) -> tuple[Definition, ...]:
    """All loaded step definitions except pytest-bdd's own; paths inside `root` are relative to it."""
    contexts = list(step_function_context_registry.values())
    return tuple(
        _definition(context, root) for context in contexts if not context.step_func.__module__.startswith("pytest_bdd.")
    )


def _definition(context: StepFunctionContext, root: Path) -> Definition:
    code = inspect.unwrap(context.step_func).__code__
    file = Path(code.co_filename)
    return Definition(
        kind=context.type,
        sentence=context.parser.name,
        function=context.step_func,
        parser=context.parser,
        path=file.relative_to(root).as_posix() if file.is_relative_to(root) else file.name,
        line=code.co_firstlineno,
    )


# ---- claims ----------------------------------------------------------------------------------------------------------


def _claims(
    folder: Path, catalogues: Sequence[Path], languages: Sequence[Language], findings: list[Finding]
) -> Claims | None:
    try:
        return load_claims(*catalogues, languages=languages)
    except ClaimsError as error:
        path, _, reason = str(error).partition(": ")
        shown = display_path(Path(path), folder) if Path(path).is_relative_to(folder) else Path(path).name
        findings.append(Finding(path=shown, line=1, sentence=reason + "."))
        return None


def _claim_findings(scenarios: Iterable[WrittenScenario], claims: Claims | None) -> Iterator[Finding]:
    series = {claim.id.rpartition("-")[0] for claim in claims or ()}
    example = f"@{claims.claims[0].id}" if claims else "@WORD-number"
    nearly = re.compile(rf"(?:{'|'.join(map(re.escape, sorted(series)))})[\W_]*\d", re.IGNORECASE) if series else None
    for scenario in scenarios:
        if not scenario.claims:
            yield Finding(
                path=scenario.path,
                line=scenario.template_line,
                sentence=f"the scenario '{scenario.template}' proves no claim; tag it, or its rule, with the claim "
                "that it proves.",
                snippet=example,
            )
        for tag in scenario.tags:
            if claims is None or tag in claims:
                continue
            if CLAIM_TAG.fullmatch(tag) or (nearly is not None and nearly.match(plain(tag))):
                yield Finding(
                    path=scenario.path,
                    line=scenario.template_line,
                    sentence=f"@{tag} is not a claim{odd_characters(tag)}; there are {claims.range}.",
                )


# ---- steps -----------------------------------------------------------------------------------------------------------


def _step_findings(scenarios: Iterable[WrittenScenario], definitions: Definitions) -> Iterator[Finding]:
    """Missing and ambiguous definitions."""
    places: dict[tuple[str, str], list[tuple[WrittenScenario, WrittenStep]]] = defaultdict(list)
    for scenario in scenarios:
        for step in scenario.steps:
            places[step.kind, step.text].append((scenario, step))
    for found in places.values():
        scenario, step = found[0]
        fitting = definitions.fitting(step)
        if not fitting:
            lines = {(other.path, at.line) for other, at in found}
            more = f" (and {len(lines) - 1} more)" if len(lines) > 1 else ""
            yield Finding(
                path=scenario.path,
                line=step.line,
                sentence=f"no definition fits the {step.kind} step '{step.text}'{more}{_advice(step, definitions)}",
                snippet=snippet(step, scenario.language),
                undefined=True,
            )
        elif len(fitting) > 1:
            matches = " and ".join(
                f"{definition.path}:{definition.line} ('{definition.sentence}')" for definition in fitting
            )
            yield Finding(
                path=scenario.path,
                line=step.line,
                sentence=f"the step '{step.text}' fits {len(fitting)} definitions, {matches}; make them differ or "
                "delete all but one.",
            )
        else:
            yield from _argument_findings(found, fitting[0])
            yield from _value_finding(scenario, step, fitting[0])


def _advice(step: WrittenStep, definitions: Definitions) -> str:
    """What to do about a step without a definition: correct its characters where it only looks like another step."""
    unusual = odd_characters(step.text)
    if unusual and definitions.fitting(replace(step, text=plain(step.text))):
        return f"{unusual}; write '{plain(step.text)}'."
    return f"{unusual}; define it in a module of the vocabulary."


def _argument_findings(
    found: Iterable[tuple[WrittenScenario, WrittenStep]], definition: Definition
) -> Iterator[Finding]:
    """Tables and doc strings that the step function has no parameter for, and those it requires and does not get."""
    parameters = inspect.signature(definition.function).parameters
    for scenario, step in found:
        for name, what, given in (
            ("datatable", "table", bool(step.table)),
            ("docstring", "doc string", step.docstring is not None),
        ):
            if given and name not in parameters:
                yield Finding(
                    path=scenario.path,
                    line=step.line,
                    sentence=f"nothing reads the {what} below '{step.text}'; delete it, or let {definition.path}:"
                    f"{definition.line} take '{name}'.",
                )
            if not given and name in parameters and parameters[name].default is inspect.Parameter.empty:
                yield Finding(
                    path=scenario.path,
                    line=step.line,
                    sentence=f"the step '{step.text}' needs a {what} below it, and there is none; write it.",
                )


def _value_finding(scenario: WrittenScenario, step: WrittenStep, definition: Definition) -> Iterator[Finding]:
    """A value of the step that its definition cannot read, although the sentence fits."""
    try:
        definition.parser.parse_arguments(step.text)
    except Exception as error:  # a parser raises the same again when the step runs
        reason = str(error) or type(error).__name__
        yield Finding(
            path=scenario.path,
            line=step.line,
            sentence=f"the step '{step.text}' has a value that cannot be read ({reason}); correct it.",
        )


def _identity_findings(scenarios: Iterable[WrittenScenario]) -> Iterator[Finding]:
    """Scenarios with the same id, which a record could not distinguish."""
    scenarios = tuple(scenarios)
    count = Counter(scenario.id for scenario in scenarios)
    for scenario in scenarios:
        if count[scenario.id] > 1:
            yield Finding(
                path=scenario.path,
                line=scenario.line,
                sentence=f"'{scenario.title}' has the same identity as another scenario; change its name or its row.",
            )


def _unused(definitions: Definitions, scenarios: Iterable[WrittenScenario], *, shipped: bool) -> Iterator[Finding]:
    """Functions that no step of any feature uses; use in one language is enough. The shipped ones only where asked."""
    used = {
        definition.function
        for scenario in scenarios
        for step in scenario.steps
        for definition in definitions.fitting(step)
    }
    reported: set[Callable[..., object]] = set()
    for definition in definitions.all:
        if definition.function in used or definition.function in reported or (definition.is_shipped and not shipped):
            continue
        reported.add(definition.function)
        yield Finding(
            path=definition.path,
            line=definition.line,
            sentence=f"no feature uses the definition '{definition.sentence}'; delete it or correct its sentence.",
        )


def _is_async(function: Callable[..., object]) -> bool:
    return inspect.iscoroutinefunction(function) or inspect.isasyncgenfunction(function)


def _async_finding(definition: Definition) -> Finding:
    return Finding(
        path=definition.path,
        line=definition.line,
        sentence=f"the definition '{definition.sentence}' is async and would pass without running; write it with "
        "'def' and the synchronous actors.",
    )


def snippet(step: WrittenStep, language: str) -> str:
    """A definition for a step that has none; the sentence in the other language is left to be written."""
    texts = {known: step.text for known in LANGUAGES if known == language} or {"en": step.text}
    return definition_snippet(step.kind, texts, table=bool(step.table), docstring=step.docstring is not None)
