"""`deskproof.toml`: what it may say, and what it means where it says nothing (docs/project.md is made from this).

Rule: reading is strict. What is wrong in any place is one sentence that names the place, and nothing starts.
"""

from __future__ import annotations

import re
import tomllib
from importlib import metadata
from pathlib import Path
from typing import Annotated, Any, Literal

from gherkin.dialect import Dialect
from packaging.specifiers import InvalidSpecifier, SpecifierSet
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, ValidationError
from pydantic_core import ErrorDetails

NAME = "deskproof.toml"
"""The name of the file; the folder that has it is a project."""

SHIPPED = "deskproof"
"""The name of the shipped sentences in `vocabulary`."""

REFERENCE = "reference"
"""The name of the reference desktop's adapter."""

PLACEHOLDERS = {
    "port": "a free port, which the command is given",
    "tenant": "the address of the scenario's tenant, which has every service of the product",
    "catalogue": "the address of the tenant's service catalogue, for the vendor's SDK; with `hosts = \"vendor\"` it is "
    "the one that the SDK has without configuration",
    "organisation": "the id of the tenant's organisation",
    "python": "the Python that runs Deskproof",
}
"""The placeholders of an address or a command, and what replaces each."""

_IN_COMMAND = ("port", "python")
_IN_ADDRESS = ("port", "tenant", "catalogue", "organisation")
_BRACES = re.compile(r"\{(\w*)\}")


class SettingsError(ValueError):
    """`deskproof.toml` cannot be used; the message says what was seen, what was expected and what to do."""


def _inside(text: str) -> str:
    path = Path(text)
    if path.is_absolute() or ".." in path.parts:
        raise ValueError("leads outside of the project; name a place in it, relative to deskproof.toml")
    return text


def _known_language(text: str) -> str:
    if Dialect.for_name(text) is None:
        raise ValueError(f"{text!r} is not a language of Gherkin; write its code, such as en or sv")
    return text


def _with_placeholders(*known: str) -> AfterValidator:
    def check(text: str) -> str:
        for name in _BRACES.findall(text):
            if name not in known:
                listed = ", ".join(f"{{{each}}}" for each in known)
                raise ValueError(f"has {{{name}}}; it may have {listed}")
        return text

    return AfterValidator(check)


def _versions(text: str) -> str:
    try:
        SpecifierSet(text)
    except InvalidSpecifier:
        raise ValueError("is not a range of versions; write one such as >=0.1,<0.2") from None
    return text


Text = Annotated[str, StringConstraints(pattern=r"\S")]
Place = Annotated[Text, AfterValidator(_inside)]
LanguageCode = Annotated[str, AfterValidator(_known_language)]


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class DesktopSettings(_Table):
    """The table `[desktop]`: the desktop that is tested. Without an address it is the reference desktop, which the
    simulator serves.
    """

    adapter: Text = Field(
        REFERENCE, description="The adapter: a file, `package.module:object`, or the name of an installed one."
    )
    address: Annotated[Text, _with_placeholders(*_IN_ADDRESS)] | None = Field(
        None, description="The address that people open; by default that of the reference desktop."
    )
    command: Annotated[Text, _with_placeholders(*_IN_COMMAND)] | None = Field(
        None, description="Serves the desktop during a run; it starts in the folder of the project."
    )
    ready: Text | None = Field(
        None, description="The command prints this once it serves; by default it does once the address answers."
    )
    findings: Literal["fail", "record"] = Field(
        "fail",
        description="What a page does wrong without a step that looks at it, such as an error on the console or an "
        'accessibility violation, fails the scenario (`"fail"`), or is only in the report (`"record"`).',
    )
    hosts: Literal["simulator", "vendor"] = Field(
        "simulator",
        description="Where the services of a tenant are: at the simulator's own addresses, without https "
        '(`"simulator"`), or at the vendor\'s host names with https (`"vendor"`), which the browsers of the run look '
        "up in the simulator. The second is for apps whose addresses are fixed, and for Desktop calling with the "
        "vendor's SDK.",
    )
    contains: Text | None = Field(
        None, description="A text in the source of the page at the address; what lacks it is another page."
    )


class Settings(_Table):
    """All of `deskproof.toml`."""

    requires: Annotated[Text, AfterValidator(_versions)] | None = Field(
        None, description="The versions of Deskproof, and of its packs, that the project works with."
    )
    languages: Annotated[list[LanguageCode], Field(min_length=1)] = Field(
        ["en"],
        description="The languages of the features. Those of the first are at the top of the folder, the editions in "
        "the others in folders with their codes.",
    )
    features: Place = Field("features", description="The folder of the features.")
    claims: Annotated[list[Place], Field(min_length=1)] = Field(
        ["features/claims.toml"], description="The catalogues of claims."
    )
    vocabulary: list[Text] = Field(
        [SHIPPED],
        description="Where sentences come from: the shipped ones (`deskproof`), files, and modules.",
    )
    defects: Place | None = Field(None, description="The folder of your own defects, beside those of Deskproof.")
    gate: Place = Field("gate.toml", description="The rules of the gate.")
    quarantine: Place = Field("quarantine.toml", description="Scenarios that are known not to pass.")
    approvals: Place = Field("approvals.toml", description="What product has approved.")
    out: Place = Field("reports/out", description="Where runs go.")
    history: Place = Field("reports/history.db", description="The history of the runs.")
    desktop: DesktopSettings = Field(DesktopSettings.model_validate({}), description="The desktop that is tested.")


def read_settings(file: Path) -> Settings:
    """The settings in `file`. Raises SettingsError."""
    try:
        settings = Settings.model_validate(tomllib.loads(file.read_text(encoding="utf-8")))
    except OSError as error:
        raise SettingsError(f"{file} cannot be read ({error.strerror}); make it readable.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{file} is not TOML in UTF-8 ({error}); correct that place.") from error
    except ValidationError as error:
        raise SettingsError(f"{file}: {_sentence(error.errors(include_url=False)[0])}") from error
    for fault in _faults(settings):
        raise SettingsError(f"{file}: {fault}")
    return settings


def _faults(settings: Settings) -> list[str]:
    """What is wrong with settings that are each right."""
    desktop, faults = settings.desktop, []
    installed = metadata.version("deskproof")
    if settings.requires is not None and installed not in SpecifierSet(settings.requires, prereleases=True):
        faults.append(
            f"requires is {settings.requires}, and Deskproof {installed} is installed; install one that fits, or "
            "change requires."
        )
    if desktop.command is not None and desktop.address is None:
        faults.append("desktop.command has no address beside it; add desktop.address, where the command serves.")
    if desktop.command is None and desktop.ready is not None:
        faults.append("desktop.ready has no command beside it whose output it could be in; add desktop.command.")
    if desktop.command is None and "{port}" in (desktop.address or ""):
        faults.append("desktop.address has {port}, and no command is given it; add desktop.command, or write the port.")
    if desktop.address is not None and desktop.adapter == REFERENCE:
        faults.append("desktop.address is not that of the reference desktop; name its own desktop.adapter.")
    if len(set(settings.languages)) < len(settings.languages):
        faults.append("languages has a language twice; name each once.")
    return faults


def _sentence(fault: ErrorDetails) -> str:
    *inside, key = [part for part in fault["loc"] if isinstance(part, str)] or [""]
    table: type[BaseModel] = DesktopSettings if inside == ["desktop"] else Settings
    name = ".".join([*inside, key])
    if fault["type"] == "extra_forbidden":
        return f"has the key {name}, which does not exist; there are {', '.join(table.model_fields)}."
    seen: Any = fault["input"]
    if fault["type"] == "value_error":
        return f"{name} is {seen!r}: {fault['ctx']['error']!s}."
    if fault["type"] == "string_pattern_mismatch":
        return f"{name} is blank; write a value, or leave the key out."
    if fault["type"] == "literal_error":
        return f"{name} is {seen!r}; write {fault['ctx']['expected']}."
    if fault["type"] == "too_short":
        return f"{name} is empty; name at least one."
    return f"{name} is {seen!r}; write {_wanted(fault['type'])}."


def _wanted(kind: str) -> str:
    return {"list_type": "a list of texts", "string_type": "a text in quotation marks"}.get(kind, "a table")
