"""A sign-out is announced once to the other instances, and only by the tab that signed somebody out."""

from playwright.sync_api import Page

ANNOUNCE = """async (agents) => {
  const { announceSignedOut, leavingAs, onSignedOut } = await import("/desktop/browser/instances.js");
  const heard = [];
  const all = new Promise((resolve) => {
    onSignedOut((agentId) => (agentId === "last" ? resolve() : heard.push(agentId)));
  });
  for (const agentId of [...agents, "last"]) {
    if (agentId) leavingAs(agentId);
    announceSignedOut();
    announceSignedOut();
  }
  await all;
  return [heard, sessionStorage.length];
}"""


def test_who_has_been_signed_out_is_announced_once(blank_page: Page) -> None:
    assert blank_page.evaluate(ANNOUNCE, ["", "a1", "a2"]) == [["a1", "a2"], 0]
