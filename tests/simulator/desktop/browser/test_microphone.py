"""Whether there is a microphone that may be used, and why not."""

import pytest
from playwright.sync_api import Page

TRY = """async (name) => {
  const { tryMicrophone } = await import("/desktop/browser/microphone.js");
  const stopped = [];
  const asked = [];
  const tracks = ["one", "two"].map((id) => ({ stop: () => stopped.push(id) }));
  const getUserMedia = async (wanted) => {
    asked.push(wanted);
    if (name) throw Object.assign(new Error(), { name });
    return { getTracks: () => tracks };
  };
  Object.defineProperty(navigator, "mediaDevices", { value: { getUserMedia }, configurable: true });
  const why = await tryMicrophone().then(() => null, ({ message, why }) => `${message}; ${why}`);
  return { asked, stopped, why };
}"""


@pytest.mark.parametrize(
    ("error", "why"),
    [
        ("NotAllowedError", "denied"),
        ("SecurityError", "denied"),
        ("NotFoundError", "absent"),
        ("OverconstrainedError", "absent"),
        ("AbortError", "failed"),
    ],
)
def test_why_there_is_no_microphone(blank_page: Page, error: str, why: str) -> None:
    tried = blank_page.evaluate(TRY, error)
    assert tried == {"asked": [{"audio": True}], "stopped": [], "why": f"no microphone: {why}; {why}"}


def test_a_microphone_that_was_tried_is_let_go(blank_page: Page) -> None:
    assert blank_page.evaluate(TRY) == {"asked": [{"audio": True}], "stopped": ["one", "two"], "why": None}
