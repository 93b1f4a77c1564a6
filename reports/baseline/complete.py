"""Whether a run is complete, so that it represents the suite, and if not, why.

Rule: a run is not complete if it executed nothing, did not reach its end, left selected scenarios out, is one shard of
several, selected only a part of the suite, or has a damaged record. Only a complete run is released by the gate or is a
baseline run.
"""

from __future__ import annotations

from deskproof.reports.record.facts import Run
from deskproof.reports.tally import Sentence, executed


def gaps(run: Run) -> tuple[Sentence, ...]:
    """Why `run` is not complete, by the keys of `deskproof.reports.text.catalogue.gate`; empty if it is."""
    facts = run.run
    chosen = facts.chosen if facts.shard and facts.chosen is not None else facts.planned
    found = [
        (not executed(run.scenarios), Sentence(key="gap.nothing", values={})),
        (facts.ending != "complete", Sentence(key="gap.cutShort", values={"ending": facts.ending})),
        (facts.not_run, Sentence(key="gap.notRun", values={"n": len(facts.not_run)})),
        (facts.planned is None, Sentence(key="gap.noPlan", values={})),
        (
            chosen is not None and facts.suite is not None and chosen < facts.suite,
            Sentence(key="gap.chosen", values={"n": chosen or 0, "total": facts.suite or 0}),
        ),
        (
            facts.shard is not None and facts.shard.total > 1,
            Sentence(
                key="gap.shard",
                values={"index": facts.shard.index, "total": facts.shard.total} if facts.shard else {},
            ),
        ),
        (run.damage, Sentence(key="gap.damaged", values={"n": len(run.damage)})),
    ]
    return tuple(sentence for holds, sentence in found if holds)


def narrowed(run: Run) -> bool:
    """Whether only some scenarios of the suite were selected."""
    return run.run.planned is not None and run.run.suite is not None and run.run.planned < run.run.suite
