"""The verdict beside the record."""

from datetime import date
from pathlib import Path

from deskproof.reports.gate.case import Answer, Words
from deskproof.reports.gate.saved import NAME, Evaluation, save, saved
from deskproof.reports.gate.verdict import Ruling, Verdict

WORDS = Words(en="<b>One</b> rule says no.", sv="En regel säger nej.")
HELD = Evaluation(
    verdict=Verdict(
        decision="blocked",
        headline=WORDS,
        rulings=(Ruling(rule="claims-proven", answer=Answer(outcome="failed", reason=WORDS, items=(WORDS,))),),
    ),
    day=date(2026, 1, 15),
)


def test_what_is_kept_comes_back(tmp_path: Path) -> None:
    assert saved(tmp_path) is None
    save(tmp_path, HELD)
    assert saved(tmp_path) == HELD


def test_what_cannot_be_read_is_no_verdict(tmp_path: Path) -> None:
    for content in ("", "{}", "[]", '{"schema": "deskproof/gate/9"}'):
        (tmp_path / NAME).write_text(content)
        assert saved(tmp_path) is None
    written = save(tmp_path, HELD).read_text()
    (tmp_path / NAME).write_text(written.replace("deskproof/gate/1", "deskproof/gate/2"))
    assert saved(tmp_path) is None


def test_what_no_encoder_takes_is_kept_too(tmp_path: Path) -> None:
    odd = Words(en="A lone \ud800 surrogate.", sv="Ett ensamt \ud800 surrogat.")
    save(tmp_path, Evaluation(verdict=Verdict(decision="open", headline=odd, rulings=()), day=date(2026, 1, 15)))
    back = saved(tmp_path)
    assert back is not None
    assert back.verdict.headline.en == "A lone \\ud800 surrogate."
