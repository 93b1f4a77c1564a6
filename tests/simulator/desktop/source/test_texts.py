"""The desktop's messages: both catalogues have the same, each in its own language."""

import re
from pathlib import Path

import pytest

from deskproof.simulator.desktop.files import STATIC
from deskproof.steps.mutation.derived.javascript_source import messages
from tests.languages import faults
from tests.reports.expected import check_golden

ENGLISH, SWEDISH = (messages((STATIC / f"text/text.{language}.js").read_bytes()) for language in ("en", "sv"))
SCRIPTS = "\n".join(
    path.read_text(encoding="utf-8")
    for path in sorted(STATIC.rglob("*.js"))
    if path.parent.name != "text" and "vendor" not in path.parts
)
SAME = {
    "product",
    "station.team",
    "profile.team",
    "limit.ok",
    "refused.settings.agent",
    "monitoring.agent",
    "role.agent",
    "reach.agent",
    "appearance.system",
}
"""Messages that are written alike in both languages, or nearly."""


def test_both_languages_say_the_same() -> None:
    assert list(faults(ENGLISH, SWEDISH, SAME)) == []


def test_each_message_says_what_people_have_read_and_approved() -> None:
    """The golden file is for those who know both languages: every message in both, one under the other."""
    sheet = "".join(f"{key}\n  {words}\n  {SWEDISH[key]}\n" for key, words in ENGLISH.items())
    check_golden("messages.txt", sheet, Path(__file__).parent / "golden")


def test_no_message_says_what_another_of_its_part_says() -> None:
    """Labels may be alike, sentences are not."""
    for catalogue in (ENGLISH, SWEDISH):
        sentences = [words for words in catalogue.values() if words.rstrip('"`').endswith(".")]
        assert len(sentences) == len(set(sentences))


def test_no_message_is_left_over() -> None:
    families = {match[1] for match in re.finditer(r"[`\"]([\w.\-]+\.)(?:\$\{|\")", SCRIPTS)}
    left_over = [
        key for key in ENGLISH if f'"{key}"' not in SCRIPTS and not any(key.startswith(family) for family in families)
    ]
    assert left_over == []


@pytest.mark.parametrize(
    ("english", "swedish", "fault"),
    [
        ({"a": "Hold"}, {"b": "Parkera"}, "the same keys"),
        ({"a": "Inte nu"}, {"a": "Parkera"}, "words of the other language"),
        ({"a": "Hold"}, {"a": "Hold it again"}, "words of the other language"),
        ({"a": "Hold"}, {"a": "Hold"}, "written alike"),
        ({"same": "Hold"}, {"same": "Parkera"}, "written alike"),
        ({"a": "Call {name}"}, {"a": "Ring {namn}"}, "other values"),
    ],
)
def test_each_fault_of_a_catalogue_is_found(english: dict[str, str], swedish: dict[str, str], fault: str) -> None:
    (found,) = faults(english, swedish, same={"same"})
    assert fault in found
