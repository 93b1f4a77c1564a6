"""A person's microphone and loudspeaker: what the browser may record, and what tone the desktop plays.

The microphone is the browser's simulated one, which hums; a call transmits that as it would transmit a voice. Only full
Chromium asks for permissions, so scenarios with talk have the tag @full-browser, and those without a microphone
@own-browser.
"""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page

from deskproof.steps.errors import require

HUM_HERTZ = 440
"""What the simulated microphone records (`deskproof.steps.browsers.browser.HUM`)."""

TONE_HERTZ = 1_000
"""What a simulated customer says, steadily."""

NEAR_HERTZ = 20
"""The largest difference from a tone that counts as that tone."""

_LOUD_DECIBELS = -60
_STRONGEST = """(loud) => {
  const audio = document.querySelector("audio");
  if (!audio?.srcObject?.active) return false;
  if (window.ear?.stream !== audio.srcObject) {
    const context = new AudioContext();
    const analyser = new AnalyserNode(context, { fftSize: 8192 });
    new MediaStreamAudioSourceNode(context, { mediaStream: audio.srcObject }).connect(analyser);
    window.ear = { stream: audio.srcObject, context, analyser };
  }
  const { context, analyser } = window.ear;
  const levels = new Float32Array(analyser.frequencyBinCount);
  analyser.getFloatFrequencyData(levels);
  const peak = levels.indexOf(Math.max(...levels));
  return levels[peak] > loud && (peak * context.sampleRate) / analyser.fftSize;
}"""
_SILENT = "() => !document.querySelector('audio')?.srcObject"


def allow_microphone(page: Page) -> None:
    """Let every page of this browser use the microphone."""
    page.context.grant_permissions(["microphone"])


def deny_microphone(page: Page, origin: str) -> None:
    """Deny the pages of an origin the microphone, as the browser's permission prompt does."""
    session = page.context.new_cdp_session(page)
    setting: dict[str, Any] = {"permission": {"name": "microphone"}, "setting": "denied", "origin": origin}
    profile = session.send("Target.getTargetInfo")["targetInfo"].get("browserContextId")
    session.send("Browser.setPermission", setting if profile is None else {**setting, "browserContextId": profile})
    session.detach()


def hears(page: Page, hertz: float) -> None:
    """The strongest frequency that the page plays is this tone."""
    heard = page.wait_for_function(_STRONGEST, arg=_LOUD_DECIBELS).json_value()
    require(is_near(heard, hertz), f"the page plays {heard:.0f} Hz; expected {hertz:.0f} Hz")


def hears_nothing(page: Page) -> None:
    """The page plays no call."""
    page.wait_for_function(_SILENT)


def is_near(heard: float, hertz: float) -> bool:
    """Whether a measured frequency is that of a tone."""
    return abs(heard - hertz) <= NEAR_HERTZ
