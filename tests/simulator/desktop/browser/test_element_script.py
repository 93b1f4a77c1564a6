"""Scripts of layouts: each is loaded once, and what prevents it has a name."""

import pytest
from playwright.sync_api import Page

LOAD = """async ([address, policy]) => {
  const { loadScript } = await import("/desktop/browser/element-script.js");
  const meta = Object.assign(document.createElement("meta"), { httpEquiv: "Content-Security-Policy", content: policy });
  if (policy) document.head.append(meta);
  const load = () => loadScript(address).then(() => "loaded", ({ why }) => why);
  return [await load(), await load(), self.times ?? 0];
}"""
ADDRESS = "http://widgets.example.com/clock.js"


@pytest.mark.parametrize("answers_cors", [True, False])
@pytest.mark.parametrize(
    ("status", "policy", "outcome"),
    [
        (200, "", ["loaded", "loaded", 1]),
        (404, "", ["notLoaded", "notLoaded", 0]),
        (200, "script-src 'self' 'unsafe-eval'", ["notAllowed", "notAllowed", 0]),
        (200, "script-src 'self' http://widgets.example.com", ["loaded", "loaded", 1]),
    ],
)
def test_a_script_is_loaded_once(
    stopped_page: Page, status: int, policy: str, outcome: list[object], answers_cors: bool
) -> None:
    headers = {"Access-Control-Allow-Origin": "*"} if answers_cors else {}
    script = {"body": "self.times = 1 + (self.times ?? 0)", "content_type": "text/javascript"}
    stopped_page.route(ADDRESS, lambda route: route.fulfill(status=status, headers=headers, **script))
    assert stopped_page.evaluate(LOAD, [ADDRESS, policy]) == outcome
