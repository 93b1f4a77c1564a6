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
_WEAKEST_DECIBELS = 16
"""How much weaker than the strongest a frequency of its own may be."""
_APART_HERTZ = 50
"""What lies nearer to a stronger frequency is a trace of it."""
_FREQUENCIES = """({ loud, weakest, apart }) => {
  const audio = document.querySelector("audio");
  if (!audio?.srcObject?.active) return [];
  if (window.ear?.stream !== audio.srcObject) {
    const context = new AudioContext();
    const analyser = new AnalyserNode(context, { fftSize: 8192, smoothingTimeConstant: 0 });
    new MediaStreamAudioSourceNode(context, { mediaStream: audio.srcObject }).connect(analyser);
    window.ear = { stream: audio.srcObject, context, analyser };
  }
  const { context, analyser } = window.ear;
  const levels = new Float32Array(analyser.frequencyBinCount);
  analyser.getFloatFrequencyData(levels);
  const least = Math.max(loud, Math.max(...levels) - weakest);
  const found = [];
  for (const bin of [...levels.keys()].sort((one, other) => levels[other] - levels[one])) {
    if (levels[bin] < least) break;
    const hertz = (bin * context.sampleRate) / analyser.fftSize;
    if (found.every((stronger) => Math.abs(hertz - stronger) >= apart)) found.push(hertz);
  }
  return found;
}"""
_STRONGEST = f"(how) => ({_FREQUENCIES})(how)[0] ?? false"
_EXACTLY = f"""({{ expected, near, ...how }}) => {{
  const found = ({_FREQUENCIES})(how).sort((one, other) => one - other);
  return found.length === expected.length && found.every((hertz, n) => Math.abs(hertz - expected[n]) <= near);
}}"""
_HOW = {"loud": _LOUD_DECIBELS, "weakest": _WEAKEST_DECIBELS, "apart": _APART_HERTZ}
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
    heard = page.wait_for_function(_STRONGEST, arg=_HOW).json_value()
    require(is_near(heard, hertz), f"the page plays {heard:.0f} Hz; expected {hertz:.0f} Hz")


def hears_exactly(page: Page, *hertz: float) -> None:
    """The page comes to play these tones and no others."""
    page.wait_for_function(_EXACTLY, arg={"expected": sorted(hertz), "near": NEAR_HERTZ, **_HOW})


def hears_nothing(page: Page) -> None:
    """The page plays no call."""
    page.wait_for_function(_SILENT)


def is_near(heard: float, hertz: float) -> bool:
    """Whether a measured frequency is that of a tone."""
    return abs(heard - hertz) <= NEAR_HERTZ
