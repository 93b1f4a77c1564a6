"""Tables of the desktop's scripts: each member is what it has to be."""

import re
from collections.abc import Iterator, Mapping

import pytest

from deskproof.simulator.domain import typed
from tests.languages import is_mixed
from tests.simulator.desktop.source.literals import constant

WORDS = constant("boot.js", "WORDS")


def sentences(words: Mapping[str, object], above: str = "") -> Iterator[tuple[str, str]]:
    for key, value in words.items():
        if isinstance(value, dict):
            yield from sentences(value, f"{above}{key}.")
        else:
            yield f"{above}{key}", str(value)


ENGLISH, SWEDISH = (dict(sentences(WORDS[language])) for language in ("en", "sv"))


def test_what_is_said_before_the_texts_are_loaded_is_the_same_in_both_languages() -> None:
    assert list(ENGLISH) == list(SWEDISH)


@pytest.mark.parametrize("key", list(ENGLISH))
def test_it_is_in_its_own_language(key: str) -> None:
    assert not is_mixed(ENGLISH[key], "en")
    assert not is_mixed(SWEDISH[key], "sv")
    assert (ENGLISH[key] == SWEDISH[key]) == (key == "product")


def test_there_is_a_sentence_for_each_stage_and_each_reason() -> None:
    assert list(WORDS["en"]["stages"]) == ["files", "service", "identity", "connection", "configuration", "session"]
    assert list(WORDS["en"]["why"]) == [
        "file",
        "script",
        "NETWORK",
        "SOCKET",
        "unreachable",
        "storage",
        "access_denied",
        "other",
    ]


def test_the_digits_of_every_script_are_those_that_the_back_end_knows() -> None:
    assert tuple(constant("text/typed.js", "ZEROS")) == typed._ZEROS


def test_each_component_of_a_layout_becomes_its_element() -> None:
    drawn = {
        name: re.findall(r"html`<(\w+)>", source)
        for name, source in constant("views/desk/widgets.js", "COMPONENTS").items()
    }
    own = {name: [name] for name in ("div", "p", "span", "h2", "h3", "ul", "li")}
    assert drawn == {**own, "md-label": ["p"], "md-tabs": ["div"], "md-tab": ["h3"], "md-tab-panel": ["div"]}
