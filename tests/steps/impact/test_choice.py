"""Which scenarios a change can reach."""

from deskproof.steps.impact.choice import Impact, impact
from deskproof.steps.impact.edits import Edit
from deskproof.steps.impact.imports import Imports, imports_of
from deskproof.steps.impact.map import FileReach, ImpactMap, blob_of
from deskproof.steps.impact.units import Range, python_bodies

RULES = """LIMIT = 3


def refuse() -> int:
    return LIMIT


def start() -> int:
    return 1


def never() -> int:
    return 2
"""
SCREEN = "def show() -> None:\n    print(1)\n\n\ndef lead() -> None:\n    print(2)\n"
SITE = "from deskproof.simulator.rules import LIMIT\n\n\ndef serve() -> int:\n    return LIMIT\n"
FORM = "export const draw = () => 1;\nexport const close = () => 2;\n"
REFUSE, START, NEVER = python_bodies(RULES)
SOURCES = {
    "simulator/rules.py": RULES,
    "simulator/__init__.py": "",
    "simulator/site.py": SITE,
    "simulator/static/form.js": FORM,
    "simulator/page.html": "<p>Hello</p>",
    "simulator/nobody.html": "<p>Nobody</p>",
    "steps/screen.py": SCREEN,
}
DRAW = Range(FORM.index("() => 1"), FORM.index("() => 1") + len("() => 1"))
CLOSE = Range(FORM.index("() => 2"), FORM.index("() => 2") + len("() => 2"))
REACHED: dict[str, dict[Range, frozenset[str] | None]] = {
    "simulator/rules.py": {REFUSE: frozenset({"a"}), START: None, NEVER: frozenset()},
    "simulator/site.py": {python_bodies(SITE)[0]: frozenset({"b"})},
    "simulator/static/form.js": {DRAW: frozenset({"a", "c"}), CLOSE: frozenset()},
    "simulator/page.html": {Range(0, 12): frozenset({"d"})},
    "steps/screen.py": {python_bodies(SCREEN)[0]: frozenset({"c"}), python_bodies(SCREEN)[1]: frozenset()},
}
MAP = ImpactMap(
    commit="c0ffee",
    scenarios=frozenset("abcdef"),
    without_scripts=frozenset("f"),
    files={
        path: FileReach(blob=blob_of(text.encode()), functions=REACHED.get(path, {})) for path, text in SOURCES.items()
    },
)
IMPORTS = imports_of(SOURCES)


def reached(path: str, old: str, new: str) -> Impact:
    assert SOURCES[path].count(old) == 1
    return impact(MAP, [Edit(path=path, before=SOURCES[path], after=SOURCES[path].replace(old, new))], IMPORTS)


def ids(text: str) -> Impact:
    return Impact(ids=frozenset(text))


def test_a_function_reaches_the_scenarios_that_run_it() -> None:
    assert reached("simulator/rules.py", "    return LIMIT", "    return 0") == ids("a")
    assert reached("steps/screen.py", "print(1)", "print(3)") == ids("c")
    assert reached("simulator/page.html", "Hello", "Hej") == ids("d")


def test_a_function_of_the_simulator_that_nobody_runs_reaches_nobody() -> None:
    assert reached("simulator/rules.py", "return 2", "return 3") == ids("")


def test_what_runs_at_loading_reaches_those_that_run_the_file_or_what_imports_it() -> None:
    assert reached("simulator/rules.py", "LIMIT = 3", "LIMIT = 4") == ids("ab")


def test_a_script_reaches_also_those_whose_scripts_are_not_known() -> None:
    assert reached("simulator/static/form.js", "() => 1", "() => 3") == ids("acf")


def test_a_function_of_a_script_that_nobody_was_heard_to_run_counts_as_its_file() -> None:
    assert reached("simulator/static/form.js", "() => 2", "() => 3") == ids("acf")


def test_several_edits_reach_what_each_reaches() -> None:
    edits = [
        Edit(path="simulator/page.html", before="<p>Hello</p>", after=None),
        Edit(path="steps/screen.py", before=SCREEN, after=SCREEN.replace("print(1)", "print(3)")),
    ]
    assert impact(MAP, edits, IMPORTS) == ids("cd")


def every(*edits: Edit, imports: Imports = IMPORTS) -> str:
    found = impact(MAP, edits, imports)
    assert found.ids is None
    return found.why


def test_what_the_map_cannot_tell_reaches_every_scenario_and_it_says_why() -> None:
    assert every(Edit(path="pyproject.toml", before="a", after="b")) == "the map does not know pyproject.toml"
    assert every(Edit(path="steps/new.py", before=None, after="")) == "the map does not know steps/new.py"
    assert "was made with another steps/screen.py" in every(Edit(path="steps/screen.py", before="", after="a"))
    started = Edit(path="simulator/rules.py", before=RULES, after=RULES.replace("return 1", "return 0"))
    assert "runs before the first scenario" in every(started)
    unheard = Edit(path="steps/screen.py", before=SCREEN, after=SCREEN.replace("print(2)", "print(3)"))
    assert "that no scenario runs in a worker" in every(unheard)
    nobody = Edit(path="simulator/nobody.html", before="<p>Nobody</p>", after="")
    assert "no scenario runs a function of simulator/nobody.html" in every(nobody)
