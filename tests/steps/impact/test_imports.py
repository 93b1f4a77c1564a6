"""Which modules import which."""

from deskproof.steps.impact.imports import imports_of


def test_python_modules_import_by_the_package_or_by_its_modules() -> None:
    found = imports_of(
        {
            "simulator/a.py": "",
            "simulator/b/__init__.py": "from deskproof.simulator.b.c import thing",
            "simulator/b/c.py": "import deskproof.simulator.a",
            "steps/d.py": "from deskproof.simulator import a, b\nimport json",
            "steps/broken.py": "from (",
        }
    )
    assert found.importers == {
        "simulator/a.py": {"simulator/b/c.py", "steps/d.py"},
        "simulator/b/__init__.py": {"steps/d.py"},
        "simulator/b/c.py": {"simulator/b/__init__.py"},
    }
    assert found.passing == {"simulator/b/__init__.py"}


def test_scripts_import_by_their_relative_paths_and_may_pass_on() -> None:
    found = imports_of(
        {
            "desktop/main.js": 'import { a } from "./api/a.js";\nimport "./b.js";\nimport x from "lit";',
            "desktop/api/a.js": 'export { b } from "../b.js";\nimport {\n  c,\n} from "./c.js";',
            "desktop/api/c.js": "",
            "desktop/b.js": 'const text = "./api/a.js";',
        }
    )
    assert found.importers == {
        "desktop/api/a.js": {"desktop/main.js"},
        "desktop/b.js": {"desktop/main.js", "desktop/api/a.js"},
        "desktop/api/c.js": {"desktop/api/a.js"},
    }
    assert found.passing == {"desktop/api/a.js"}
