"""The named numbers of the product, the rows of docs/limits.md, and copies of the project in which one is changed."""

from __future__ import annotations

import ast
import importlib
import math
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
PRODUCT = ROOT / "simulator"
SCRIPTS = PRODUCT / "desktop" / "static"
PAGE = ROOT / "docs" / "limits.md"

_NAME = re.compile(r"_?[A-Z][A-Z_0-9]*")
_SCRIPT_NUMBER = re.compile(r"^(?:export )?const ([A-Z_]+) = ([0-9_.]+(?: \* [0-9_.]+)*);", re.MULTILINE)


@dataclass(frozen=True, kw_only=True)
class Proof:
    """What notices that a limit has moved: a test by its path, or a scenario by its English name with the defect on
    which it has been seen to fail.
    """

    test: str = ""
    scenario: str = ""
    defect: str = ""


@dataclass(frozen=True, kw_only=True)
class Limit:
    """A row of the page. `lower` proves that the limit is not lower, `higher` that it is not higher."""

    file: str
    name: str
    value: float
    lower: tuple[Proof, ...]
    higher: tuple[Proof, ...]
    reset: tuple[Proof, ...]

    def __str__(self) -> str:
        return f"{self.file} {self.name}"


def modules() -> Iterator[Path]:
    """The modules of the simulator, but for its catalogue of defects."""
    return (file for file in sorted(PRODUCT.rglob("*.py")) if file.parent.name != "defects")


def scripts() -> Iterator[Path]:
    """The desktop's own scripts, in whichever folder."""
    return (file for file in sorted(SCRIPTS.rglob("*.js")) if "vendor" not in file.parts)


@cache
def named_numbers() -> dict[str, float]:
    """Every number that a module or a script gives a name in capitals, such as `runtime/traffic.py KEPT`."""
    found: dict[str, float] = {}
    for file in modules():
        for statement in ast.parse(file.read_text(encoding="utf-8")).body:
            targets = statement.targets if isinstance(statement, ast.Assign) else [getattr(statement, "target", None)]
            for target in targets:
                if not (isinstance(target, ast.Name) and _NAME.fullmatch(target.id)):
                    continue
                module = importlib.import_module(".".join(("deskproof", *file.relative_to(ROOT).with_suffix("").parts)))
                value = getattr(module, target.id)
                if isinstance(value, int | float) and not isinstance(value, bool):
                    found[f"{file.relative_to(PRODUCT).as_posix()} {target.id}"] = value
    for script in scripts():
        for name, value in _SCRIPT_NUMBER.findall(script.read_text(encoding="utf-8")):
            found[f"{script.relative_to(PRODUCT).as_posix()} {name}"] = math.prod(map(float, value.split(" * ")))
    return found


_BOUNDS = {"ge", "gt", "le", "lt", "max_length", "min_length"}
_REPEATED = re.compile(r"\{\d+(?:,\d*)?\}")
_SCRIPT_LIMIT = re.compile(r"[<>]=? (?:[2-9]|1[0-9])|\bwithin\(\d|\.slice\([^)]*\b[2-9]|/[^/]*\{\d+(?:,\d*)?\}[^/]*/")


def unnamed_limits() -> Iterator[str]:
    """Where something is limited by a number without a name, as `file: the expression`: compared, cut off, bounded in
    a shape, or counted in a regular expression.
    """
    for file in modules():
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            match node:
                case ast.Compare():
                    numbers = [node.left, *node.comparators]
                case ast.keyword(arg=name, value=value) if name in _BOUNDS:
                    numbers = [value]
                case ast.Slice(upper=value) if value is not None:
                    numbers = [value]
                case ast.Constant(value=str(text)) if _REPEATED.search(text):
                    yield f"{file.relative_to(PRODUCT).as_posix()}: {text}"
                    continue
                case _:
                    continue
            values = [number.value for number in numbers if isinstance(number, ast.Constant)]
            if any(isinstance(value, int | float) and value > 1 for value in values):
                yield f"{file.relative_to(PRODUCT).as_posix()}: {ast.unparse(node)}"
    for script in scripts():
        text = re.sub(r"/\*.*?\*/|//.*", "", script.read_text(encoding="utf-8"), flags=re.DOTALL)
        for line in text.splitlines():
            if re.search(
                r"[<>]=? [2-9]|[<>]=? 1[0-9]|\bwithin\(\d|\.slice\([^)]*\b[2-9]|/[^/]*\{\d+(,\d*)?\}[^/]*/", line
            ):
                yield f"{script.relative_to(PRODUCT).as_posix()}: {line.strip()}"


@cache
def limits() -> tuple[Limit, ...]:
    """The rows of the page, in their order."""
    rows = []
    for line in PAGE.read_text(encoding="utf-8").splitlines():
        if line.startswith("| `"):
            constant, value, _, *proofs = (cell.strip() for cell in line.strip("|").split("|"))
            file, name = constant.split("` ")
            lower, higher, reset = (tuple(_proof(item) for item in cell.split("; ") if item) for cell in proofs)
            rows.append(
                Limit(file=file.strip("`"), name=name, value=float(value), lower=lower, higher=higher, reset=reset)
            )
    return tuple(rows)


def _proof(text: str) -> Proof:
    if text.startswith("tests/"):
        return Proof(test=text)
    scenario, _, defect = text.removesuffix(")").rpartition(" (")
    return Proof(scenario=scenario, defect=defect)


def changed_tree(into: Path, limit: Limit | None = None, by: int = 0) -> Path:
    """A copy of the project in which the value of the limit is changed by so much."""
    shutil.copytree(PRODUCT, into / "simulator")
    shutil.copytree(ROOT / "src", into / "src", symlinks=True)
    for name in ("docs", "features", "pyproject.toml", "reports", "steps", "tests"):
        (into / name).symlink_to(ROOT / name)
    if limit is not None:
        file = into / "simulator" / limit.file
        name = re.escape(limit.name.rpartition(".")[2])
        text, times = re.subn(
            rf"^((?: {{4}}|export |const )*{name}(?:: int)? = )([^;\n]+)",
            lambda found: f"{found[1]}({found[2]}) + {by}",
            file.read_text(encoding="utf-8"),
            flags=re.MULTILINE,
        )
        assert times == 1, f"{limit} is given a value in {times} places"
        file.write_text(text, encoding="utf-8")
    return into
