"""Digits written in the digits of other scripts."""

import pytest

from deskproof.steps.errors import HarnessError
from deskproof.steps.gherkin.vocabulary.writing import in_scripts


def test_each_digit_is_in_the_next_script() -> None:
    assert in_scripts("123", "Thai, Arabic-Indic") == "๑٢๓"


def test_an_unknown_script_is_refused() -> None:
    with pytest.raises(HarnessError, match="Unicode has no digits of a script named 'Runic'"):
        in_scripts("1", "Runic")
