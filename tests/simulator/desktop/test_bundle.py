"""The bundle: one script from modules, whose lines say where they come from."""

import json
from collections.abc import Mapping

import pytest
from playwright.sync_api import Browser, Route

from deskproof.simulator.desktop.bundle import Bundle, CannotBundle, bundle

ORIGIN = "http://bundle.localhost"

MODULES = {
    "main.js": 'import { one, two as second } from "./parts/numbers.js";\nimport words from "./parts/words.js";\n'
    'import {\n  plus,\n} from "./parts/again.js";\nimport { outside } from "./vendor/out.js";\n'
    'import "./parts/effect.js";\n'
    "window.result = [one, second(), words.hello, plus(1), outside, window.effect];\n",
    "parts/numbers.js": "export const one = 1;\nexport function two() {\n  return one + 1;\n}\n",
    "parts/words.js": 'export default {\n  hello: "hello",\n};\n',
    "parts/again.js": 'export { add as plus } from "./deep/add.js";\n',
    "parts/deep/add.js": 'import { one } from "../numbers.js";\nexport const add = (number) => number + one;\n',
    "parts/effect.js": 'window.effect = "effect";\n',
}


def bundled(modules: Mapping[str, str]) -> Bundle:
    """The bundle of these modules, of which those in `vendor` are outside."""
    return bundle("main.js", lambda name: modules[name], is_outside=lambda name: name.startswith("vendor/"))


def test_the_bundle_does_what_the_modules_do(browser: Browser) -> None:
    script = bundled(MODULES).text
    files = {
        "": "<!doctype html><script type=module src=/bundle.js></script>",
        "bundle.js": script,
        "vendor/out.js": 'export const outside = "outside";',
    }

    def answer(route: Route) -> None:
        name = route.request.url.removeprefix(f"{ORIGIN}/")
        route.fulfill(body=files[name], content_type="text/javascript" if name else "text/html")

    page = browser.new_page()
    page.route(f"{ORIGIN}/**", answer)
    page.goto(f"{ORIGIN}/")
    assert page.evaluate("window.result") == [1, 2, "hello", 2, "outside", "effect"]
    page.close()


def test_each_line_of_a_module_is_a_line_of_the_bundle() -> None:
    made = bundled(MODULES)
    lines = made.text.split("\n")
    assert len(lines) == len(made.lines)
    for name, text in MODULES.items():
        numbers = [line[1] for line in made.lines if line and line[0] == name]
        assert numbers == list(range(text.count("\n") + 1))
    assert made.lines[lines.index("  return one + 1;")] == ("parts/numbers.js", 2)


def test_the_map_counts_from_each_line_to_the_next() -> None:
    made = bundled({"main.js": 'import { a } from "./a.js";\na();\n', "a.js": "export function a() {}\n"})
    written = json.loads(made.source_map())
    assert (written["version"], written["sources"]) == (3, ["a.js", "main.js"])
    assert written["mappings"] == ";AAAA;AACA;;;;ACDA;AACA;AACA;;"


@pytest.mark.parametrize(
    "text",
    [
        'import * as all from "./a.js";',
        "import { a } from './a.js';",
        "export let a = 1;",
        "export const { a } = b;",
        'export * from "./a.js";',
        "const a = 1;\nexport { a };",
    ],
)
def test_another_form_is_refused_with_its_place(text: str) -> None:
    with pytest.raises(CannotBundle) as refused:
        bundled({"main.js": f"// first\n{text}", "a.js": ""})
    line = 2 + text.count("\n")
    assert str(refused.value).startswith(
        f"main.js:{line} has {text.splitlines()[-1]!r}, a form that the bundle does not"
    )


def test_modules_that_import_each_other_are_refused() -> None:
    modules = {"main.js": 'import "./a.js";', "a.js": 'import "./b.js";', "b.js": 'import "./a.js";'}
    with pytest.raises(CannotBundle, match=r"^b\.js and a\.js import each other"):
        bundled(modules)


def test_a_missing_module_is_named_with_what_imports_it() -> None:
    with pytest.raises(CannotBundle, match=r"^parts/a\.js imports b\.js, which did not exist"):
        bundled({"main.js": 'import "./parts/a.js";', "parts/a.js": 'import "../b.js";'})


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('import { a, other as b } from "./a.js";', "other"),
        ('import a from "./a.js";', "default"),
        ('export { other } from "./a.js";', "other"),
    ],
)
def test_a_name_that_is_not_exported_is_refused_as_a_browser_refuses_it(text: str, name: str) -> None:
    with pytest.raises(CannotBundle, match=rf"^main\.js imports {name} from a\.js, which does not export it"):
        bundled({"main.js": text, "a.js": "export const a = 1;\n"})
