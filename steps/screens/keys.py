"""The browser's own keys. Playwright's keyboard reaches the page only; these reach the browser first, as physical
keys do.

They work in full Chromium and not in the headless shell, which has no browser interface: scenarios that use them
have the tag @full-browser.
"""

from dataclasses import dataclass

from playwright.sync_api import Page

_ALT = 1
_CTRL = 2


@dataclass(frozen=True, kw_only=True)
class Chord:
    """A key with its modifiers, as the DevTools protocol numbers them; `code_number` is the virtual key code."""

    key: str
    code: str
    code_number: int
    modifiers: int


BACK = Chord(key="ArrowLeft", code="ArrowLeft", code_number=37, modifiers=_ALT)
ZOOM_IN = Chord(key="=", code="Equal", code_number=187, modifiers=_CTRL)
ZOOM_OUT = Chord(key="-", code="Minus", code_number=189, modifiers=_CTRL)
ZOOM_RESET = Chord(key="0", code="Digit0", code_number=48, modifiers=_CTRL)


def press(page: Page, chord: Chord) -> None:
    """Press and release the chord in the page's browser. Only a key with its native code reaches the browser."""
    session = page.context.new_cdp_session(page)
    event = {
        "modifiers": chord.modifiers,
        "windowsVirtualKeyCode": chord.code_number,
        "nativeVirtualKeyCode": chord.code_number,
        "code": chord.code,
        "key": chord.key,
    }
    session.send("Input.dispatchKeyEvent", {"type": "rawKeyDown", **event})
    session.send("Input.dispatchKeyEvent", {"type": "keyUp", **event})
    session.detach()


def press_alt_left(page: Page) -> None:
    """Alt and the left arrow: one step back (AD-021)."""
    press(page, BACK)


def press_zoom(page: Page, chord: Chord) -> None:
    """One of the zoom chords (AD-005): the page has its new size when this returns."""
    before = page.evaluate("innerWidth")
    press(page, chord)
    page.wait_for_function("(before) => innerWidth !== before", arg=before)
