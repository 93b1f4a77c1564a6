"""Talking in the browser: the microphone, and the customer's voice (AD-047)."""

from __future__ import annotations

from deskproof.steps.browsers.own_browser import NO_MICROPHONE
from deskproof.steps.cast.abilities.browsing import Browsing
from deskproof.steps.cast.browser import voice


class Talking:
    """The microphone and the loudspeaker of one person."""

    def __init__(self, browsing: Browsing) -> None:
        self._browsing = browsing

    def allow_microphone(self) -> None:
        """Let the desktop use the microphone."""
        voice.allow_microphone(self._browsing.page)

    def deny_microphone(self) -> None:
        """Deny the desktop the microphone."""
        voice.deny_microphone(self._browsing.page, self._browsing.address.rstrip("/"))

    def have_no_microphone(self) -> None:
        """Use a browser that finds no microphone."""
        self._browsing.instances.set_flags(NO_MICROPHONE)

    def hears_the_customer(self) -> None:
        """What the desktop plays is what the customer says."""
        voice.hears(self._browsing.page, voice.TONE_HERTZ)

    def hears_nothing(self) -> None:
        """The desktop plays no call."""
        voice.hears_nothing(self._browsing.page)
