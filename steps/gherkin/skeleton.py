"""A new scenario, written into the English and the Swedish edition of a feature at the same place.

Rule: the bind check accepts the result, except for steps that have no definition yet; anything else it would find is
refused before a file is written. Both files are written, or neither is.
"""

from __future__ import annotations

import os
import re
import shutil
import tempfile
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from gherkin.parser import Parser
from gherkin.parser_types import Feature, Rule

from deskproof.steps.gherkin.bind_check.check import CLAIMS_FILE, Definition, check
from deskproof.steps.gherkin.claims import ClaimsError, load_claims
from deskproof.steps.gherkin.files.characters import composed
from deskproof.steps.gherkin.files.document import rules
from deskproof.steps.gherkin.files.findings import Finding
from deskproof.steps.gherkin.files.reader import StepKind, display_path, read_feature
from deskproof.steps.gherkin.vocabulary.sentences import swedish_word_orders
from deskproof.steps.gherkin.vocabulary.values import LANGUAGES, PEOPLE, Language


class Refusal(ValueError):
    """Nothing was written; the message says what was seen, what was expected and what to do."""


class Texts(NamedTuple):
    """The same text in both languages."""

    en: str
    sv: str

    def of(self, language: Language) -> str:
        """The text in this language."""
        return self.sv if language == "sv" else self.en


@dataclass(frozen=True, kw_only=True)
class NewStep:
    """A step in plain word order, without its keyword."""

    kind: StepKind
    texts: Texts


@dataclass(frozen=True, kw_only=True)
class NewScenario:
    """The scenario to write. The steps are in the order Given, When, Then."""

    claims: tuple[str, ...]
    title: Texts
    steps: tuple[NewStep, ...]


@dataclass(frozen=True, kw_only=True)
class Destination:
    """Where the scenario is written: an existing feature by its number, name or file, or a new one by its titles; in
    it, an existing rule by its English name or a part of it, or a new one.
    """

    feature: str | None = None
    new_feature: Texts | None = None
    rule: str | None = None
    new_rule: Texts | None = None


@dataclass(frozen=True, kw_only=True)
class Skeleton:
    """Both editions with the scenario, its place in each, and its steps without a definition."""

    files: Mapping[Path, str]
    places: tuple[str, str]
    undefined: tuple[NewStep, ...]


_KEYWORDS: Mapping[Language, Mapping[str, str]] = {
    "en": {"feature": "Feature", "rule": "Rule", "given": "Given", "when": "When", "then": "Then", "and": "And"},
    "sv": {"feature": "Egenskap", "rule": "Regel", "given": "Givet", "when": "När", "then": "Så", "and": "Och"},
}
SWEDISH = "sv"
"""The folder of the Swedish edition."""

_NUMBERED = re.compile(r"(\d+)_\w+")


def skeleton(folder: Path, place: Destination, new: NewScenario, definitions: Iterable[Definition]) -> Skeleton:
    """Both editions with the scenario in them; writes nothing. Raises Refusal for what the bind check would refuse."""
    definitions = tuple(definitions)
    _require_one_line(new, place)
    new = replace(new, steps=tuple(_plain(step) for step in new.steps))
    _require_claims(folder, new.claims)
    before = (
        _Editions.new(folder, place.new_feature) if place.new_feature else _Editions.existing(folder, place.feature)
    )
    at = before.rule(place)
    files, places = {}, []
    for language in LANGUAGES:
        edition = before.of(language)
        text, line = edition.with_scenario(_scenario(new, language, definitions), place.new_rule, at)
        files[edition.file] = text
        places.append(f"{display_path(edition.file, folder)}:{line}")
    _require_accepted(folder, files, definitions)
    undefined = tuple(
        step for step in new.steps if not all(_known(step, language, definitions) for language in LANGUAGES)
    )
    return Skeleton(files=files, places=(places[0], places[1]), undefined=undefined)


def write_all(files: Mapping[Path, str]) -> None:
    """Write all of the files, or leave all as they were. Raises OSError."""
    earlier = {file: file.read_bytes() if file.is_file() else None for file in files}
    drafts = {file: file.with_name(f".{file.name}.new") for file in files}
    replaced: list[Path] = []
    try:
        for file, text in files.items():
            file.parent.mkdir(parents=True, exist_ok=True)
            drafts[file].write_text(text, encoding="utf-8", newline="")
        for file, draft in drafts.items():
            os.replace(draft, file)
            replaced.append(file)
    except BaseException:  # Ctrl-C between the two files, too
        for file in replaced:
            old = earlier[file]
            if old is None:
                file.unlink()
            else:
                file.write_bytes(old)
        raise
    finally:
        for draft in drafts.values():
            if draft.parent.is_dir():
                draft.unlink(missing_ok=True)


# ---- what is refused -------------------------------------------------------------------------------------------------


def _require_one_line(new: NewScenario, place: Destination) -> None:
    texts = [new.title, *(step.texts for step in new.steps), place.new_feature, place.new_rule]
    for text in (text for pair in texts if pair for text in pair):
        if not text.strip():
            raise Refusal("A title, a rule or a step is blank; write it in both languages.")
        if len(text.splitlines()) > 1:
            raise Refusal(f"{text!r} has a line break; write a title, a rule or a step on one line.")


def _require_claims(folder: Path, claims: Sequence[str]) -> None:
    try:
        known = load_claims(folder / CLAIMS_FILE)
    except ClaimsError as error:
        raise Refusal(f"{error}.") from error
    for claim in claims:
        if claim not in known:
            first, last = known.claims[0].id, known.claims[-1].id
            raise Refusal(
                f"{claim} is not a claim of {folder.name}/{CLAIMS_FILE}, which has {first} to {last}; add it there, or "
                "check the number."
            )


def _require_accepted(folder: Path, files: Mapping[Path, str], definitions: tuple[Definition, ...]) -> None:
    """Raises Refusal if the bind check finds more in the folder with these files than without them."""
    earlier = {_what(finding) for finding in check(folder, definitions).findings}
    with tempfile.TemporaryDirectory() as empty:
        copy = Path(empty) / folder.name
        shutil.copytree(folder, copy, ignore=shutil.ignore_patterns("__pycache__", ".*"))
        for file, text in files.items():
            written = copy / file.relative_to(folder)
            written.parent.mkdir(parents=True, exist_ok=True)
            written.write_text(text, encoding="utf-8", newline="")
        for finding in check(copy, definitions).findings:
            if not finding.undefined and _what(finding) not in earlier:
                raise Refusal(
                    f"{finding.path}:{finding.line}: {finding.sentence} Nothing was written; the line number includes "
                    "the new scenario."
                )


def _what(finding: Finding) -> tuple[str, str]:
    return finding.path, finding.sentence


# ---- the two files ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True, kw_only=True)
class _Edition:
    """One edition of the feature; `feature` is its tree, None for a feature that is not written yet."""

    language: Language
    file: Path
    text: str
    feature: Feature | None

    @property
    def rules(self) -> list[Rule]:
        return rules(self.feature) if self.feature else []

    def with_scenario(self, lines: Sequence[str], new_rule: Texts | None, at: int | None) -> tuple[str, int]:
        """The text with the scenario at the end of the rule `at`, of a new rule, or of the file, and its line."""
        written = self.text.split("\n")
        ending = "\r" if "\r\n" in self.text else ""
        while written and not written[-1].strip():
            written.pop()
        end = len(written)
        indent = self._column(self.feature) + 2
        head: list[str] = []
        if new_rule:
            head = [f"{' ' * indent}{_KEYWORDS[self.language]['rule']}: {new_rule.of(self.language).strip()}", ""]
            indent += 2
        elif at is not None:
            indent = self._column(self.rules[at]) + 2
            if at + 1 < len(self.rules):
                end = _end_before(written, self.rules[at + 1])
        block = [*head, *(f"{' ' * indent}{line}" for line in lines)]
        title = end + 1 + len(head) + 2  # a blank line, the head, the tags, and the scenario
        made = [*written[:end], *(f"{line}{ending}" for line in ("", *block)), *written[end:]]
        return "\n".join(made) + "\n", title

    def _column(self, node: Feature | Rule | None) -> int:
        return int(node["location"]["column"]) - 1 if node else 0


@dataclass(frozen=True, kw_only=True)
class _Editions:
    """Both editions of one feature."""

    en: _Edition
    sv: _Edition

    def of(self, language: Language) -> _Edition:
        return self.sv if language == "sv" else self.en

    @classmethod
    def existing(cls, folder: Path, name: str | None) -> _Editions:
        """Both editions of an existing feature. Raises Refusal."""
        files = sorted(file for file in folder.glob("*.feature") if not file.name.startswith("."))
        file = _file(files, name or "", folder)
        return cls(en=_read(file, "en", folder), sv=_read(folder / SWEDISH / file.name, "sv", folder))

    @classmethod
    def new(cls, folder: Path, title: Texts) -> _Editions:
        """Both editions of a new feature, which gets the next number. Raises Refusal."""
        latin = unicodedata.normalize("NFKD", title.en).encode("ascii", "ignore").decode().lower()
        name = "_".join(re.findall(r"[a-z0-9]+", latin))
        if not name:
            raise Refusal(f"{title.en!r} has no letters to name a file by; write the English title with letters.")
        numbers = [int(match[1]) for file in folder.glob("*.feature") if (match := _NUMBERED.fullmatch(file.stem))]
        for file in folder.glob("*.feature"):
            if re.sub(r"^\d+_", "", file.stem) == name:
                raise Refusal(f"The feature {file.stem} exists already; name it instead of a new feature.")
        path = Path(f"{max(numbers, default=0) + 1:02}_{name}.feature")
        heads = {"en": "", "sv": "# language: sv\n"}
        editions = {
            language: _Edition(
                language=language,
                file=folder / (path if language == "en" else Path(SWEDISH) / path),
                text=f"{heads[language]}{_KEYWORDS[language]['feature']}: {title.of(language).strip()}\n",
                feature=None,
            )
            for language in LANGUAGES
        }
        return cls(en=editions["en"], sv=editions["sv"])

    def rule(self, place: Destination) -> int | None:
        """The number of the scenario's rule; None for a feature without rules, and for a new rule. Raises Refusal."""
        names = [rule["name"] for rule in self.en.rules]
        if place.new_rule:
            return None
        if len(self.sv.rules) != len(names):
            raise Refusal(
                f"{self.en.file.name} has {len(names)} rules in English and {len(self.sv.rules)} in Swedish; bring the "
                "two editions together first."
            )
        if place.rule is None:
            if names:
                raise Refusal(f"{self.en.file.name} has the rules {_listed(names)}; name a rule, or a new one.")
            return None
        requested = place.rule.strip().casefold()
        equal = [index for index, name in enumerate(names) if name.casefold() == requested]
        like = equal or [index for index, name in enumerate(names) if requested and requested in name.casefold()]
        if len(like) == 1:
            return like[0]
        has = f"has the rules {_listed(names)}" if names else "has no rules"
        fits = "fits several of them" if like else "is not one of them" if names else "cannot be found there"
        raise Refusal(f"{self.en.file.name} {has}, and {place.rule!r} {fits}; name a rule, or a new one.")


def _file(files: Sequence[Path], name: str, folder: Path) -> Path:
    """The English file with this number, name, or path in either edition. Raises Refusal."""
    number = int(name) if re.fullmatch(r"\d{1,6}", name, re.ASCII) else None
    for file in files:
        match = _NUMBERED.fullmatch(file.stem)
        if name and (Path(name).name in (file.name, file.stem) or (match and int(match[1]) == number)):
            return file
    there = _listed([file.stem for file in files]) if files else "none"
    raise Refusal(f"There is no feature {name!r} in {folder.name}/; there are {there}. Name one of them, or a new one.")


def _read(file: Path, language: Language, folder: Path) -> _Edition:
    path = display_path(file, folder)
    if not file.is_file():
        raise Refusal(f"{path} does not exist; both editions are needed, so write it first.")
    read = read_feature(file, path)
    if read.language != language:
        first = read.findings[0] if read.findings else f"{path}:1: is in the language '{read.language}'."
        raise Refusal(f"{first} Correct that first; nothing was written.")
    text = file.read_bytes().decode("utf-8")
    document = Parser().parse(composed(text.replace("\r\n", "\n")))
    return _Edition(language=language, file=file, text=text, feature=document["feature"])


def _end_before(lines: Sequence[str], rule: Rule) -> int:
    """The number of lines before a rule, its tags and the comment right above them, without trailing blank lines."""
    end: int = min([rule["location"]["line"], *(tag["location"]["line"] for tag in rule["tags"])]) - 1
    while end and lines[end - 1].lstrip().startswith("#"):
        end -= 1
    while end and not lines[end - 1].strip():
        end -= 1
    return end


def _listed(names: Sequence[str]) -> str:
    return ", ".join(f"'{name}'" for name in names)


# ---- the scenario ----------------------------------------------------------------------------------------------------


def _scenario(new: NewScenario, language: Language, definitions: Sequence[Definition]) -> list[str]:
    lines = [
        " ".join(f"@{claim}" for claim in dict.fromkeys(new.claims)),
        f"Scenario: {new.title.of(language).strip()}",
    ]
    kind = None
    for step in new.steps:
        repeated, kind = step.kind == kind, step.kind
        keyword = _KEYWORDS[language]["and" if repeated else step.kind]
        lines.append(f"  {keyword} {_in_order(step, language, definitions, first=not repeated)}")
    return lines


def _in_order(step: NewStep, language: Language, definitions: Sequence[Definition], *, first: bool) -> str:
    """The step in the word order after its keyword: Swedish has "att" after Givet and the verb first after Så."""
    text = step.texts.of(language)
    if language != "sv" or not first:
        return text
    if step.kind == "given":
        return swedish_word_orders(text, step.kind)[-1]
    subject, verb, rest = [*text.split(" ", 2), "", ""][:3]
    if step.kind == "when" or verb in PEOPLE:
        return text
    if subject in PEOPLE and verb:
        return f"{verb} {subject} {rest}".rstrip()
    turned = swedish_word_orders(text, step.kind)[-1]
    return turned if _fits(turned, step.kind, definitions) else text


def _plain(step: NewStep) -> NewStep:
    """The step without blanks around it, and without the Swedish "att" that belongs to its keyword."""
    english, swedish = (text.strip() for text in step.texts)
    if step.kind == "given":
        swedish = swedish.removeprefix("att ")
    return replace(step, texts=Texts(english, swedish))


def _known(step: NewStep, language: Language, definitions: Sequence[Definition]) -> bool:
    return _fits(step.texts.of(language), step.kind, definitions)


def _fits(text: str, kind: StepKind, definitions: Sequence[Definition]) -> bool:
    return any(definition.fits(kind, text) for definition in definitions)
