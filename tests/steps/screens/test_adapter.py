"""An adapter covers every verb of the interface, with a screen or with a reason."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from deskproof.adapters import Adapter, AdapterError, verbs
from deskproof.steps.errors import NotOffered
from deskproof.steps.screens.reference import adapter as reference

NOTHING = "The widgets do not have it."


class Profile:
    """A screen that has every verb of its interface but one."""

    def __init__(self, page: object, language: str) -> None:
        self.seen = (page, language)

    def choose_other_language(self) -> None: ...
    def open(self) -> str:
        return "opened"

    def shows_in_upper_right_corner(self) -> None: ...
    def shows_name(self, name: str) -> None: ...
    def shows_setting(self, words: str) -> None: ...
    def shows_sign_out(self) -> None: ...


LEFT_OUT = {name: NOTHING for name in verbs() if name != "profile"}


def made(screens: Mapping[str, type[Any]] | None = None, not_offered: Mapping[str, str] | None = None) -> Adapter:
    return Adapter(
        name="small",
        screens={"profile": Profile} if screens is None else screens,
        not_offered={**LEFT_OUT, "profile.sign_out": "There is no Sign Out."} if not_offered is None else not_offered,
    )


def test_a_verb_that_the_desktop_has_is_called() -> None:
    assert made().open_screens(None, "en").profile.open() == "opened"  # type: ignore[arg-type,func-returns-value]


@pytest.mark.parametrize(
    ("use", "verb", "reason"),
    [
        (lambda screens: screens.profile.sign_out(), "profile.sign_out", "There is no Sign Out."),
        (lambda screens: screens.station.choose("Desktop"), "station.choose", NOTHING),
    ],
)
def test_a_verb_that_is_not_offered_says_why(use: Callable[[Any], None], verb: str, reason: str) -> None:
    with pytest.raises(NotOffered) as refused:
        use(made().open_screens(None, "en"))  # type: ignore[arg-type]
    assert (refused.value.verb, refused.value.reason) == (verb, reason)
    assert str(refused.value) == f"{reason} (The adapter does not offer {verb}.)"


@pytest.mark.parametrize(
    ("screens", "not_offered", "sentence"),
    [
        (
            None,
            LEFT_OUT,
            "lacks profile.sign_out; write it in the screen, or say in not_offered why the desktop does not have it.",
        ),
        ({"menu": Profile}, None, "has the screen menu, which the interface does not; the screens are tab, address"),
        (None, {"profile.dance": NOTHING}, "does not offer profile.dance, which is neither a screen nor a verb"),
        (None, {"menu": NOTHING}, "does not offer menu, which is neither a screen nor a verb"),
        (None, {"profile": NOTHING}, "has the screen profile and does not offer it; name the verbs"),
        (None, {"profile.open": NOTHING}, "has the verb profile.open and does not offer it; take one of the two away"),
        (None, {"task": " "}, "gives no reason why it does not offer task; write a sentence"),
    ],
)
def test_an_adapter_that_does_not_fit_the_interface_is_refused(
    screens: Mapping[str, type[Any]] | None, not_offered: Mapping[str, str] | None, sentence: str
) -> None:
    with pytest.raises(AdapterError) as refused:
        made(screens, not_offered)
    assert str(refused.value).startswith(f"The adapter small {sentence}")


def test_the_reference_desktop_offers_every_verb() -> None:
    assert not reference.not_offered
    assert {name: len(names) for name, names in verbs().items() if not names} == {}
