"""Both languages say the same things with the same values, each in its own words."""

from deskproof.simulator.product.entra.text import TEXTS
from deskproof.simulator.runtime.language import Language
from tests.languages import faults


def test_both_languages_say_the_same() -> None:
    assert list(faults(TEXTS[Language.ENGLISH], TEXTS[Language.SWEDISH])) == []
