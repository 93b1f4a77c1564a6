"""Both languages say the same things with the same values."""

import re
from pathlib import Path

import pytest

import deskproof.simulator.product.identity as identity
from deskproof.reports.record.mask import names_a_secret
from deskproof.simulator.product.identity.text import TEXTS
from deskproof.simulator.runtime.language import Language
from tests.languages import faults

FOLDER = Path(identity.__file__).parent


def test_both_languages_say_the_same() -> None:
    assert list(faults(TEXTS[Language.ENGLISH], TEXTS[Language.SWEDISH], same={"product"})) == []


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
