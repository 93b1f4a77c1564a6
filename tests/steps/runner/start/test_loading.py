"""What a project names is loaded, or one sentence says why not."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from deskproof.adapters import verbs
from deskproof.steps.project.project import Project, load_project
from deskproof.steps.runner.start.loading import CannotLoad, adapter, vocabulary
from deskproof.steps.screens.reference import adapter as reference

pytestmark = pytest.mark.usefixtures("forgotten_modules")

GOOD = """
from deskproof.adapters import Adapter, verbs

adapter = Adapter(name="small", screens={}, not_offered=dict.fromkeys(verbs(), "Nothing is here."))
other = 3
"""


def project(folder: Path, settings: str, **files: str) -> Project:
    (folder / "deskproof.toml").write_text(settings, encoding="utf-8")
    for name, text in files.items():
        (folder / f"{name}.py").write_text(text, encoding="utf-8")
    return load_project(folder)


def with_adapter(folder: Path, name: str, text: str = GOOD) -> Project:
    return project(folder, f'[desktop]\nadapter = "{name}"\naddress = "http://x"\n', adapter=text)


def test_the_reference_desktop_is_the_default(tmp_path: Path) -> None:
    assert adapter(project(tmp_path, "")) is reference


@pytest.mark.parametrize("name", ["adapter.py", "adapter.py:adapter", "adapter:adapter"])
def test_an_adapter_is_named_by_its_file_or_its_module(tmp_path: Path, name: str) -> None:
    assert adapter(with_adapter(tmp_path, name)).name == "small"


@pytest.mark.parametrize("example", ["plain-desktop", "webex-widgets"])
def test_the_adapter_of_an_example_covers_every_verb(example: str) -> None:
    folder = Path(__file__).parents[4] / "examples" / example
    known = {f"{screen}.{verb}" for screen, theirs in verbs().items() for verb in theirs} | set(verbs())
    assert set(adapter(load_project(folder)).not_offered) <= known


def test_modules_of_the_same_name_in_two_projects_are_two(tmp_path: Path) -> None:
    names = []
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        text = GOOD.replace('"small"', f'"{name}"')
        names.append(adapter(with_adapter(tmp_path / name, "adapter.py", text)).name)
    assert names == ["one", "two"]


def test_a_file_with_the_name_of_a_library_hides_nothing(tmp_path: Path) -> None:
    found = project(tmp_path, 'vocabulary = ["json.py"]\n', json="MINE = True\n")
    (module,) = vocabulary(found)
    assert vars(module)["MINE"]
    assert not hasattr(sys.modules["json"], "MINE")


@pytest.mark.parametrize(
    ("name", "text", "sentence"),
    [
        ("none.py", GOOD, "desktop.adapter in deskproof.toml names none.py, which is not a file of the project"),
        ("adapter.py:nothing", GOOD, "and adapter.py has no nothing; define it there."),
        ("adapter.py:other", GOOD, "which is int; it has to be a deskproof.adapters.Adapter."),
        ("nobody", GOOD, "names nobody, which no installed package offers; there are reference"),
        ("adapter.py", "import no_such_thing", "names adapter.py, which needs the module no_such_thing; install it."),
        ("adapter.py", "1 / 0", "names adapter.py, which cannot be imported (ZeroDivisionError: division by zero)"),
        ("adapter.py", "def", "which cannot be imported (SyntaxError"),
        (
            "adapter.py",
            GOOD.replace("dict.fromkeys(verbs(), ", "dict.fromkeys(list(verbs())[1:], "),
            "The adapter small lacks tab.shows_address; write it in the screen, or say in not_offered",
        ),
    ],
)
def test_what_cannot_be_loaded_is_one_sentence(tmp_path: Path, name: str, text: str, sentence: str) -> None:
    with pytest.raises(CannotLoad) as refused:
        adapter(with_adapter(tmp_path, name, text))
    assert sentence in str(refused.value)


def test_a_sentence_that_cannot_be_used_is_named(tmp_path: Path) -> None:
    words = 'from deskproof.vocabulary import when\n@when("it {rains}")\ndef _(): ...\n'
    with pytest.raises(CannotLoad, match=r'words.py: words.py:2: "it \{rains\}" has the placeholder \{rains\}'):
        vocabulary(project(tmp_path, 'vocabulary = ["words.py"]\n', words=words))


def test_the_shipped_vocabulary_has_the_sentences_and_what_they_use(tmp_path: Path) -> None:
    names = {module.__name__ for module in vocabulary(project(tmp_path, ""))}
    assert {"deskproof.steps.cast.actors", "deskproof.steps.definitions.sign_in.station"} <= names
