"""Where in the repository a function of a loaded script lies."""

from pathlib import Path

import pytest

from deskproof.simulator.desktop.bundle import bundle
from deskproof.steps.impact.scripts import Scripts
from deskproof.steps.impact.units import Range

SOURCES = {
    "main.js": 'import { add } from "./text/add.js";\nconst run = () => add("🙂", 2);\nrun();\n',
    "text/add.js": "/** Adds. */\nexport function add(a, b) {\n  return a + b;\n}\n",
}
ALONE = "const alone = () => 1;\n"


@pytest.fixture
def scripts(tmp_path: Path) -> Scripts:
    static = tmp_path / "simulator" / "desktop" / "static"
    (static / "text").mkdir(parents=True)
    for name, text in SOURCES.items():
        (static / name).write_text(text, encoding="utf-8")
    (tmp_path / "simulator" / "alone.js").write_text(ALONE, encoding="utf-8")
    made = bundle("main.js", SOURCES.__getitem__, is_outside=lambda _: False)
    served = {
        "http://t/desktop/desk-1.js": f"{made.text}\n//# sourceMappingURL=desk.js.map\n",
        "http://t/desktop/desk.js.map": made.source_map(),
        "http://t/alone.js": ALONE,
        "http://t/theirs.js": "const theirs = () => 2;",
    }
    found = Scripts(tmp_path, served.get)
    for address in (*served, "http://t/none.js"):
        found.meet(address)
    return found


def place(scripts: Scripts, address: str, text: str, function: str) -> tuple[str, Range] | None:
    """The place of a function, which the browser counts in UTF-16."""
    start = len(text[: text.index(function)].encode("utf-16-le")) // 2
    return scripts.place(address, start, start + len(function.encode("utf-16-le")) // 2)


def expected(name: str, function: str) -> tuple[str, Range]:
    start = SOURCES[name].index(function)
    return f"simulator/desktop/static/{name}", Range(start, start + len(function))


def test_a_function_of_a_bundle_lies_in_its_module(scripts: Scripts) -> None:
    text = bundle("main.js", SOURCES.__getitem__, is_outside=lambda _: False).text
    address = "http://t/desktop/desk-1.js"
    for name, function in (
        ("text/add.js", "function add(a, b) {\n  return a + b;\n}"),
        ("main.js", '() => add("🙂", 2)'),
    ):
        assert place(scripts, address, text, function) == expected(name, function)
    assert scripts.place(address, 0, len(text)) is None


def test_a_script_that_is_served_as_it_is_is_known_by_its_content(scripts: Scripts) -> None:
    assert place(scripts, "http://t/alone.js", ALONE, "() => 1") == ("simulator/alone.js", Range(14, 21))
    assert scripts.place("http://t/alone.js", 0, len(ALONE)) is None


def test_other_scripts_are_none_of_ours(scripts: Scripts) -> None:
    assert scripts.place("http://t/theirs.js", 0, 5) is None
    assert scripts.place("http://t/none.js", 0, 5) is None
    assert scripts.place("http://t/never-met.js", 0, 5) is None
