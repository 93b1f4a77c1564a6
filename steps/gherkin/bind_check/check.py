"""The bind check: does every sentence of the features have exactly one definition that can run, and does every scenario
prove a claim.

Rule: it is made once, in one process, before any browser starts, and finds everything there is to find in one go.
Nothing here runs a step. Why it is needed: Gherkin takes a step with a wrong keyword for description, and pytest-bdd
passes an `async def` step without running it, takes the last of several matching definitions, and drops a table or doc
string that the step function does not take.
"""

from __future__ import annotations

import inspect
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from pytest_bdd.parsers import StepParser
from pytest_bdd.steps import StepFunctionContext, step_function_context_registry

from deskproof.steps.gherkin.bind_check.editions import Meaning, compare_editions
from deskproof.steps.gherkin.claims import Claims, ClaimsError, load_claims
from deskproof.steps.gherkin.collection import MODULE, binds_by_itself
from deskproof.steps.gherkin.files.characters import plain
from deskproof.steps.gherkin.files.findings import Finding, odd
from deskproof.steps.gherkin.files.reader import CLAIM_TAG, FeatureFile, WrittenScenario, WrittenStep, read_features
from deskproof.steps.gherkin.snippets import definition as definition_snippet
from deskproof.steps.gherkin.vocabulary.values import LANGUAGES

CLAIMS_FILE = "claims.toml"


@dataclass(frozen=True, kw_only=True)
class Definition:
    """A step function and one sentence that leads to it. `kind` None serves given, when and then alike."""

    kind: str | None
    sentence: str
    function: Callable[..., object]
    parser: StepParser
    path: str
    line: int

    def fits(self, step: WrittenStep) -> bool:
        """Whether pytest-bdd would run this definition for the step."""
        return self.kind in (None, step.kind) and bool(self.parser.is_matching(step.text))


@dataclass(frozen=True, kw_only=True)
class Checked:
    """What the bind check saw: every scenario the features promise, and everything that is wrong."""

    files: tuple[FeatureFile, ...]
    claims: Claims | None
    findings: tuple[Finding, ...]

    @property
    def scenarios(self) -> tuple[WrittenScenario, ...]:
        """Every scenario of the files, in their order."""
        return tuple(scenario for file in self.files for scenario in file.scenarios)


def check(folder: Path, definitions: Iterable[Definition]) -> Checked:
    """Check the features under `folder` against `definitions`; nothing is raised, what is wrong is in `findings`."""
    definitions = tuple(definitions)
    files = read_features(folder)
    findings = [finding for file in files for finding in file.findings]
    if not files:
        findings.append(
            Finding(path=folder.name, line=1, sentence="holds no *.feature file; name the folder that does.")
        )
    if binds_by_itself(folder):
        findings.append(
            Finding(
                path=f"{folder.name}/{MODULE}",
                line=1,
                sentence="binds scenarios by itself, past the check and the record; delete that: the plugin does it.",
            )
        )
    claims = _claims(folder, findings)
    scenarios = tuple(scenario for file in files for scenario in file.scenarios)
    findings += _claim_findings(scenarios, claims)
    findings += _step_findings(scenarios, definitions, whole=all(file.language for file in files))
    findings += (
        finding
        for definition in definitions
        if _is_async(definition.function)
        for finding in [_async_finding(definition)]
    )
    findings += compare_editions(files, lambda step: _meaning(step, definitions))
    findings += [] if findings else _identity_findings(scenarios)
    ordered = tuple(sorted(dict.fromkeys(findings), key=lambda finding: (finding.path, finding.line)))
    return Checked(files=files, claims=claims, findings=ordered)


def known_definitions(root: Path) -> tuple[Definition, ...]:
    """All step definitions that are loaded, apart from pytest-bdd's own; paths are told relative to `root` where they
    lie in it.
    """
    contexts = list(step_function_context_registry.values())
    return tuple(
        _definition(context, root) for context in contexts if not context.step_func.__module__.startswith("pytest_bdd.")
    )


def _definition(context: StepFunctionContext, root: Path) -> Definition:
    code = inspect.unwrap(context.step_func).__code__
    file = Path(code.co_filename)
    told = file.relative_to(root).as_posix() if file.is_relative_to(root) else file.name
    return Definition(
        kind=context.type,
        sentence=context.parser.name,
        function=context.step_func,
        parser=context.parser,
        path=told,
        line=code.co_firstlineno,
    )


# ---- claims ----------------------------------------------------------------------------------------------------------


def _claims(folder: Path, findings: list[Finding]) -> Claims | None:
    try:
        return load_claims(folder / CLAIMS_FILE)
    except ClaimsError as error:
        said = str(error).removeprefix(f"{folder / CLAIMS_FILE}: ")
        findings.append(Finding(path=f"{folder.name}/{CLAIMS_FILE}", line=1, sentence=said + "."))
        return None


def _claim_findings(scenarios: Iterable[WrittenScenario], claims: Claims | None) -> Iterator[Finding]:
    for scenario in scenarios:
        if not scenario.claims:
            yield Finding(
                path=scenario.path,
                line=scenario.template_line,
                sentence=f"the scenario '{scenario.template}' proves no claim; tag it, or its rule, with the claim it "
                "proves.",
                snippet="@AD-nnn",
            )
        for tag in scenario.tags:
            if not re.match(r"ad[\W_]*\d", plain(tag), re.IGNORECASE):
                continue
            if not CLAIM_TAG.fullmatch(tag) or (claims is not None and tag not in claims):
                known = (
                    f"; the catalogue has {claims.claims[0].id} to {claims.claims[-1].id}" if claims is not None else ""
                )
                yield Finding(
                    path=scenario.path,
                    line=scenario.template_line,
                    sentence=f"@{tag} is not a claim of {CLAIMS_FILE}{odd(tag)}{known}.",
                )


# ---- steps -----------------------------------------------------------------------------------------------------------


def _step_findings(
    scenarios: Iterable[WrittenScenario], definitions: tuple[Definition, ...], *, whole: bool
) -> Iterator[Finding]:
    """Missing, ambiguous and unused definitions. Unused ones are only told when every file could be read (`whole`)."""
    places: dict[tuple[str, str], list[tuple[WrittenScenario, WrittenStep]]] = defaultdict(list)
    for scenario in scenarios:
        for step in scenario.steps:
            places[step.kind, step.text].append((scenario, step))
    used: set[int] = set()
    for found in places.values():
        scenario, step = found[0]
        fitting = [index for index, definition in enumerate(definitions) if definition.fits(step)]
        used.update(fitting)
        if not fitting:
            lines = {(other.path, at.line) for other, at in found}
            more = f" (and {len(lines) - 1} more)" if len(lines) > 1 else ""
            yield Finding(
                path=scenario.path,
                line=step.line,
                sentence=f"no definition fits the {step.kind} step '{step.text}'{more}{_cure(step, definitions)}",
                snippet=snippet(step, scenario.language),
                undefined=True,
            )
        elif len(fitting) > 1:
            told = " and ".join(
                f"{definitions[index].path}:{definitions[index].line} ('{definitions[index].sentence}')"
                for index in fitting
            )
            yield Finding(
                path=scenario.path,
                line=step.line,
                sentence=f"the step '{step.text}' fits {len(fitting)} definitions, {told}; make them differ or delete "
                "all but one.",
            )
        else:
            yield from _argument_findings(found, definitions[fitting[0]])
            yield from _value_finding(scenario, step, definitions[fitting[0]])
    if whole:
        yield from _unused(definitions, used)


def _cure(step: WrittenStep, definitions: tuple[Definition, ...]) -> str:
    """What to do about a step without a definition: where it only looks like one, the characters that differ."""
    strange = odd(step.text)
    if strange and any(definition.fits(replace(step, text=plain(step.text))) for definition in definitions):
        return f"{strange}; write '{plain(step.text)}'."
    return f"{strange}; add one in steps/definitions."


def _argument_findings(
    found: Iterable[tuple[WrittenScenario, WrittenStep]], definition: Definition
) -> Iterator[Finding]:
    """Tables and doc strings that the step's function does not take, and those it wants and does not get."""
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
                    sentence=f"the step '{step.text}' wants a {what} below it, and there is none; write it.",
                )


def _value_finding(scenario: WrittenScenario, step: WrittenStep, definition: Definition) -> Iterator[Finding]:
    """A value of the step that its definition cannot read, although the sentence fits."""
    try:
        definition.parser.parse_arguments(step.text)
    except Exception as error:  # whatever a parser raises would raise again when the step runs
        said = str(error) or type(error).__name__
        yield Finding(
            path=scenario.path,
            line=step.line,
            sentence=f"the step '{step.text}' has a value that cannot be read ({said}); correct it.",
        )


def _identity_findings(scenarios: Iterable[WrittenScenario]) -> Iterator[Finding]:
    """Scenarios that a record could not tell apart, should anything but equal names and equal rows make them so."""
    scenarios = tuple(scenarios)
    count = Counter(scenario.id for scenario in scenarios)
    for scenario in scenarios:
        if count[scenario.id] > 1:
            yield Finding(
                path=scenario.path,
                line=scenario.line,
                sentence=f"'{scenario.title}' has the same identity as another scenario; change its name or its row.",
            )


def _meaning(step: WrittenStep, definitions: tuple[Definition, ...]) -> Meaning | None:
    """What the step comes to, where exactly one definition fits it."""
    fitting = [definition for definition in definitions if definition.fits(step)]
    if len(fitting) != 1:
        return None
    return Meaning(function=fitting[0].function, values=fitting[0].parser.parse_arguments(step.text) or {})


def _unused(definitions: tuple[Definition, ...], used: set[int]) -> Iterator[Finding]:
    """Functions that no sentence of any feature leads to; the sentence in the other language counts as use."""
    used_functions = {definitions[index].function for index in used}
    told: set[Callable[..., object]] = set()
    for definition in definitions:
        if definition.function in used_functions or definition.function in told:
            continue
        told.add(definition.function)
        yield Finding(
            path=definition.path,
            line=definition.line,
            sentence=f"the definition '{definition.sentence}' is used by no feature; "
            "delete it or correct its sentence.",
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
    """A definition for a step that has none, with the other language's sentence still to be written."""
    texts = {known: step.text for known in LANGUAGES if known == language} or {"en": step.text}
    return definition_snippet(step.kind, texts, table=bool(step.table), docstring=step.docstring is not None)
