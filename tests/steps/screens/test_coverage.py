"""Which scenarios use each verb of an adapter once, and the result for each verb."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from deskproof.adapters import Adapter, verbs
from deskproof.steps.errors import NotOffered
from deskproof.steps.gherkin.files.reader import read_features
from deskproof.steps.project.project import PACKS, pack_folder
from deskproof.steps.screens.coverage import NAME, chosen, every_verb, map_of_pack, results, save_map
from deskproof.steps.screens.reference import adapter as reference
from deskproof.steps.screens.verbs_used import Use, VerbsUsed, verbs_used

OFFERED = ("profile.open", "profile.sign_out", "profile.shows_name")


class Profile:
    def __init__(self, page: object, language: str) -> None: ...

    def open(self) -> None: ...
    def sign_out(self) -> None: ...
    def shows_name(self, name: str) -> None: ...


@pytest.fixture
def adapter() -> Adapter:
    nothing = {name: "It is not there." for name in every_verb() if name not in OFFERED}
    return Adapter(name="small", screens={"profile": Profile}, not_offered=nothing)


def use(scenario: str, *names: str, **errors: str) -> Use:
    return Use(scenario=scenario, verbs=dict.fromkeys(names) | {key.replace("__", "."): errors[key] for key in errors})


def test_the_fewest_scenarios_are_chosen(adapter: Adapter) -> None:
    uses = [use("a", "profile.open"), use("b", "profile.open", "profile.sign_out"), use("c", "profile.shows_name")]
    assert chosen(uses, adapter, ("a", "b", "c")) == ("b", "c")


def test_a_scenario_that_can_run_to_its_end_comes_first(adapter: Adapter) -> None:
    uses = [use("stops", *OFFERED, "station.submit"), use("ends", "profile.open", "profile.sign_out")]
    assert chosen(uses, adapter, ("stops", "ends")) == ("ends", "stops")


def test_only_known_scenarios_are_chosen(adapter: Adapter) -> None:
    assert chosen([use("gone", "profile.open")], adapter, ()) == ()


def test_each_verb_has_a_result(adapter: Adapter) -> None:
    uses = [
        use("a", "profile.open", profile__sign_out="Timeout 10000ms exceeded."),
        use("b", "profile.open", "profile.sign_out"),
    ]
    found = {result.verb: result for result in results(uses, adapter)}
    assert list(found) == list(every_verb())
    assert [found[name].word for name in OFFERED] == ["works", "fails", "not reached"]
    assert (found["profile.open"].uses, found["profile.sign_out"].error) == (2, "Timeout 10000ms exceeded.")
    assert found["station.submit"].word == "not offered"


def test_what_a_scenario_used_is_saved_and_read(tmp_path: Path) -> None:
    used = VerbsUsed("one")
    used.note("profile.open", None)
    used.note("profile.sign_out", LookupError("secret\nmore"))
    used.note("station.submit", NotOffered("station.submit", "It is not there."))
    used.save(
        tmp_path, "gw0", lambda seen: {name: error and error.replace("secret", "***") for name, error in seen.items()}
    )
    VerbsUsed("nothing").save(tmp_path, "gw1", dict)
    assert list(verbs_used(tmp_path)) == [Use(scenario="one", verbs={"profile.open": None, "profile.sign_out": "***"})]


def test_a_run_of_some_scenarios_leaves_the_others_in_the_map(tmp_path: Path) -> None:
    features, run = tmp_path / "features", tmp_path / "run"
    features.mkdir()
    run.mkdir()
    scenarios = "".join(f"  Scenario: {name}\n    Given Ada is signed in\n" for name in ("One", "Two"))
    (features / "a.feature").write_text(f"Feature: A\n{scenarios}", encoding="utf-8")
    one, two = (scenario.id for file in read_features(features) for scenario in file.scenarios)
    lines = [{"scenario": id_, "verbs": {"profile.open": None}} for id_ in (one, two, "gone")]
    (features / NAME).write_text("".join(f"{json.dumps(line)}\n" for line in lines), encoding="utf-8")
    used = VerbsUsed(two)
    used.note("profile.sign_out", None)
    used.save(run, "gw0", dict)
    save_map(run, features)
    assert list(map_of_pack(features)) == [use(one, "profile.open"), use(two, "profile.sign_out")]


def test_an_adapter_says_how_each_verb_ended() -> None:
    heard: list[tuple[str, str | None]] = []
    adapter = Adapter(
        name="small",
        screens={"profile": Profile},
        not_offered={name: "It is not there." for name in every_verb() if name not in OFFERED},
    )
    screens = adapter.open_screens(None, "en", lambda verb, error: heard.append((verb, error and str(error))))  # type: ignore[arg-type]
    screens.profile.open()
    with pytest.raises(NotOffered):
        screens.task.shows()
    with pytest.raises(TypeError):
        screens.profile.shows_name()  # type: ignore[call-arg]
    assert [verb for verb, _ in heard] == ["profile.open", "task.shows", "profile.shows_name"]
    assert heard[0][1] is None
    assert len(verbs()) == 19


@pytest.mark.parametrize("pack", PACKS)
def test_the_map_of_a_pack_has_its_scenarios_and_every_verb(pack: str) -> None:
    """Where it does not: `deskproof run`, then `python -m deskproof.steps.screens.coverage reports/out/latest`."""
    folder = pack_folder(pack)
    ids = [scenario.id for file in read_features(folder) for scenario in file.scenarios if scenario.language == "en"]
    uses = map_of_pack(folder)
    assert [use.scenario for use in uses] == ids
    assert {verb for use in uses for verb in use.verbs} == set(every_verb())
    assert chosen(uses, reference, ids)
