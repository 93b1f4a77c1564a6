"""A check with derived defects, as a product could have had it."""

from deskproof.reports.derived import DerivedCheck, DerivedDefect, Figures, Named, Word, figures
from tests.reports.invented import HOSTILE


def defect(name: str, word: Word, **rest: object) -> DerivedDefect:
    file = rest.pop("file", "domain/rules.py")
    values = {"line": 7, "before": "10 * MINUTE", "after": "11 * MINUTE", **rest}
    return DerivedDefect(name=name, file=file, word=word, **values)  # type: ignore[arg-type]


def check(*defects: DerivedDefect, earlier: tuple[Figures, ...] = ()) -> DerivedCheck:
    return DerivedCheck(
        figures=figures(defects, at="2026-01-15T09:00:00Z", commit="0" * 40),
        defects=defects,
        named=(Named(part="domain", total=5, detected=5), Named(part="desktop", total=9, detected=8)),
        sample=len(defects),
        seed=7,
        earlier=earlier,
    )


MOST = check(
    defect("a", "detected"),
    defect("b", "tested", file="wire/b.py"),
    *(defect(f"c{number}", "unnoticed", before=HOSTILE, tried=("gone",)) for number in range(6)),
    defect("d", "otherwise", after=""),
    defect("e", "void"),
    earlier=(Figures(at="2026-01-14T09:00:00Z", commit=None, scenarios=1, tests=0, total=9),),
)
"""Everything that a page can show."""
