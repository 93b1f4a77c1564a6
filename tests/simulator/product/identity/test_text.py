"""Both languages say the same things with the same values."""

import re
from pathlib import Path
from string import Formatter

import pytest

import deskproof.simulator.product.identity as identity
from deskproof.reports.record.mask import names_a_secret
from deskproof.simulator.product.identity.text import TEXTS
from deskproof.simulator.runtime.language import Language
from tests.languages import is_mixed

SAME = {"product"}
"""Sentences that are written alike in both languages."""

FOLDER = Path(identity.__file__).parent


def values_in(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_every_sentence_exists_in_both_languages_with_the_same_values() -> None:
    english, swedish = TEXTS[Language.ENGLISH], TEXTS[Language.SWEDISH]
    assert list(english) == list(swedish)
    assert {key: values_in(text) for key, text in english.items()} == {
        key: values_in(text) for key, text in swedish.items()
    }


@pytest.mark.parametrize("key", list(TEXTS[Language.ENGLISH]))
def test_a_sentence_is_in_its_own_language(key: str) -> None:
    for language in Language:
        assert not is_mixed(TEXTS[language][key], language.value)
    assert (len({TEXTS[language][key] for language in Language}) == 1) == (key in SAME)


def test_no_sentence_is_left_over() -> None:
    used = "\n".join(
        path.read_text(encoding="utf-8")
        for path in (*FOLDER.glob("*.py"), *FOLDER.glob("templates/*.html"))
        if not path.name.startswith("text_")
    )
    notices = {
        "untrusted",
        "sign_out_refused",
        "signed_out",
        "expired",
        "done",
        "missing",
        "forbidden",
        "refused",
        "unavailable",
    }
    left_over = [
        key for key in TEXTS[Language.ENGLISH]
        if not re.search(rf"""["']{re.escape(key)}["']""", used) and key.split(".")[0] not in notices
    ]  # fmt: skip
    assert left_over == []


@pytest.mark.parametrize("template", sorted((FOLDER / "templates").glob("*.html")), ids=lambda path: path.stem)
def test_every_field_that_holds_a_secret_says_so_by_its_name(template: Path) -> None:
    """A record is masked by the names of fields."""
    fields = re.findall(r'input\("(\w+)", say\("[\w.]+"\), "password"', template.read_text(encoding="utf-8"))
    assert [name for name in fields if not names_a_secret(name)] == []
