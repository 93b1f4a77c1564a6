"""Every limit of the product is on docs/limits.md, with its value and what notices that it moves."""

from __future__ import annotations

import ast
import json
from collections.abc import Mapping

import pytest

from deskproof.simulator.control.documents import SettingsDocument
from deskproof.simulator.defects import source_defects
from deskproof.simulator.domain.configuration import Settings
from deskproof.steps.gherkin.files.reader import read_features
from tests.limits.constants import ROOT, Limit, limits, named_numbers, unnamed_limits

NO_LIMITS = {
    "serving.py _ALLOCATIONS": "how often garbage is collected",
    "serving.py GRACE_SECONDS": "how long the process waits for what is under way when it ends",
    "serving.py IDLE_SECONDS": "how long an unused connection stays open",
    "control/client.py": "how long the client waits",
    "desktop/files.py _HASH_CHARACTERS": "the length of a hash in a name",
    "desktop/static/browser/element-script.js SAVED_MS": "how often a script in development is read",
    "domain/values.py _REMEMBERED": "how many ids are made once",
    "domain/values.py MINUTE": "a unit of time",
    "domain/values.py SECOND": "a unit of time",
    "edge/packets.py MOST_GATHERED": "how much waits for the end of a turn of the event loop",
    "product/calling/keypad.py": "the form of the events of digits",
    "product/calling/media.py": "the shape of sound and of its packets",
    "product/close_codes.py": "close codes of the wire",
    "product/outbox.py LAST_SECONDS": "how long a client may read what was sent before its socket was to close",
    "product/tokens.py _AUDIENCES": "for how many audiences what is expected of a token is made once",
    "product/tokens.py _REMEMBERED": "how many tokens are read once",
    "product/webhooks.py ANSWER_SECONDS": "how long the target of a webhook may take to answer",
    "runtime/blueprints.py": "where the random passwords begin",
    "runtime/sound/hearing.py": "how loud sound is, and how much is measured",
    "runtime/sound/microphone.py": "how evenly sound is played",
    "runtime/sound/spectrum.py": "what counts as a frequency",
    "runtime/sound/tones.py": "the shape of sound, and tones",
    "server.py": "how long a process may take to start and to end",
    "wire/history/encode.py ROUNDED_TO": "to what the vendor rounds the period of statistics",
    "desktop/static/text/search.js": "ranks",
    "desktop/static/browser/viewport.js FRAME": "the pace of drawing",
    "desktop/static/browser/viewport.js ROUNDING": "how exactly zoom is measured",
}
"""Numbers that limit nothing a person or client can meet, by file or by file and name, with the reason."""

NO_LIMITS_EITHER = {
    "desktop/files.py": "the length of a fingerprint",
    "domain/credentials.py": "the form of a domain and of its ASCII spelling",
    "domain/numbers.py": "the form of a North American number",
    "edge/hosts.py": "the form of a host",
    "product/tokens.py": "the form of a token",
    "runtime/language.py": "the form of Accept-Language",
    "wire/tasks/interaction.py": "an invented number",
    "wire/configuration/encode.py": "the form of a number, as the product's own client has it",
    "desktop/static/views/shared/combobox.js": "where a list opens",
    "desktop/static/state/layout.js": "the actions that every header has",
    "desktop/static/text/numbers.js": "how a number is grouped for reading",
    "desktop/static/views/shared/state-timer.js": "how a duration is written",
    "desktop/static/views/station/rows.js": "a choice is shown where there is one",
}
"""Numbers without a name that limit nothing, by file."""


def test_every_named_number_is_on_the_page_or_limits_nothing() -> None:
    known = {str(limit) for limit in limits()}
    excused = {name for name in named_numbers() if name in NO_LIMITS or name.split(" ")[0] in NO_LIMITS}
    assert sorted(set(named_numbers()) - known - excused) == []
    assert sorted(known & excused) == []


def test_nothing_is_limited_by_a_number_without_a_name() -> None:
    found = {place.partition(": ")[0]: place for place in unnamed_limits()}
    assert sorted(place for file, place in found.items() if file not in NO_LIMITS_EITHER) == []
    assert sorted(set(NO_LIMITS_EITHER) - set(found)) == []


def test_no_excuse_is_left_over() -> None:
    names = {part for name in named_numbers() for part in (name, name.split(" ")[0])}
    assert sorted(set(NO_LIMITS) - names) == []


@pytest.mark.parametrize("limit", limits(), ids=str)
def test_the_page_has_the_value(limit: Limit) -> None:
    of_settings = limit.name.startswith("Settings.")
    value = getattr(Settings(), limit.name.partition(".")[2]) if of_settings else named_numbers()[str(limit)]
    assert limit.value == value


@pytest.fixture(scope="module")
def seen() -> Mapping[str, set[str]]:
    """The defects on which each scenario of the English edition has been seen to fail, by the scenario's name; an
    outline has one for each example row.
    """
    lines = (ROOT / "features" / "detections.ndjson").read_text(encoding="utf-8").splitlines()
    defects = {sighting["scenario"]: sighting["defect"] for sighting in map(json.loads, lines)}
    scenarios = (scenario for file in read_features(ROOT / "features") for scenario in file.scenarios)
    found: dict[str, set[str]] = {}
    for scenario in scenarios:
        if scenario.id in defects:
            found.setdefault(scenario.template, set()).add(defects[scenario.id])
    return found


@pytest.mark.parametrize("limit", limits(), ids=str)
def test_both_sides_of_a_limit_have_a_proof(limit: Limit, seen: Mapping[str, set[str]]) -> None:
    """Whether the tests notice a change is tried in test_edges."""
    assert limit.lower
    assert limit.higher
    for proof in (*limit.lower, *limit.higher, *limit.reset):
        if proof.test:
            path, _, test = proof.test.partition("[")[0].partition("::")
            assert not test or f"def {test}(" in (ROOT / path).read_text(encoding="utf-8"), f"{path} has no {test}"
        else:
            assert proof.defect in seen.get(proof.scenario, set()), proof.scenario


@pytest.mark.parametrize("limit", limits(), ids=str)
def test_the_defects_of_a_limit_move_it(limit: Limit) -> None:
    for proof in (*limit.lower, *limit.higher):
        if proof.defect:
            assert limit.name.rpartition(".")[2] in source_defects()[proof.defect].find, proof.defect


def test_no_test_takes_its_edge_from_the_limit_that_it_proves() -> None:
    """An edge that is computed from the product's constant moves with it, so the test would hold for any value."""
    edges = {
        (f"deskproof.simulator.{limit.file.removesuffix('.py').replace('/', '.')}", limit.name) for limit in limits()
    }
    borrowed = [
        (test.relative_to(ROOT).as_posix(), alias.name)
        for test in sorted((ROOT / "tests").rglob("test_*.py"))
        for node in ast.walk(ast.parse(test.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
        if (node.module, alias.name) in edges
    ]
    assert borrowed == []


def test_a_document_that_names_no_limit_leaves_the_settings_as_they_are() -> None:
    settings = SettingsDocument()
    for name in ("lost_connection_recovery_seconds", "rona_seconds", "inactivity_minutes"):
        assert getattr(settings, name) == getattr(Settings(), name)
