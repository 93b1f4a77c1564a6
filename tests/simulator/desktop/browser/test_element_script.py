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


WATCH = """async ([address, readings]) => {
  const { reloadOnSave } = await import("/desktop/browser/element-script.js");
  const read = [...readings];
  const asked = [];
  self.fetch = async (where, how) => {
    asked.push([where, how.cache]);
    const next = read.shift();
    if (next === undefined) throw new TypeError("the host does not answer");
    return new Response(next.text, { status: next.status ?? 200 });
  };
  let tick = null;
  let cleared = 0;
  self.setInterval = (act, every) => { tick = act; self.every = every; return 7; };
  self.clearInterval = (which) => { cleared += which === 7 ? 1 : 0; };
  let reloads = 0;
  await reloadOnSave(address, () => { reloads += 1; });
  const after = [];
  while (tick && after.length < readings.length) { await tick(); after.push(reloads); }
  return { after, cleared, every: self.every ?? 0, asked: asked[0] };
}"""
SAVED, OTHERWISE, GONE = {"text": "1"}, {"text": "2"}, {"text": "", "status": 404}


@pytest.mark.parametrize(
    ("readings", "reloads", "cleared"),
    [
        ([SAVED, SAVED, SAVED], [0, 0, 0], 0),
        ([SAVED, OTHERWISE], [1, 1], 1),
        ([SAVED, GONE, SAVED, OTHERWISE], [0, 0, 1, 1], 1),
        ([GONE], [], 0),
        ([], [], 0),
    ],
)
def test_the_page_is_loaded_again_when_a_script_is_saved(
    stopped_page: Page, readings: list[dict[str, object]], reloads: list[int], cleared: int
) -> None:
    address = "http://localhost:5173/notes.js"
    seen = stopped_page.evaluate(WATCH, [address, readings])
    assert (seen["after"], seen["cleared"]) == (reloads, cleared)
    assert seen["asked"] == [address, "no-store"]
    assert seen["every"] == (1_000 if reloads else 0)


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("http://localhost:5173/notes.js", True),
        ("http://127.0.0.1:5173/notes.js", True),
        ("http://[::1]:5173/notes.js", True),
        ("https://widgets.localhost/notes.js", True),
        ("https://widgets.example.com/notes.js", False),
        ("https://localhost.example.com/notes.js", False),
        ("http://127.0.0.2/notes.js", False),
    ],
)
def test_a_script_in_development_is_on_this_machine(stopped_page: Page, address: str, expected: bool) -> None:
    script = "address => import('/desktop/browser/element-script.js').then((script) => script.isOfThisMachine(address))"
    assert stopped_page.evaluate(script, address) is expected
