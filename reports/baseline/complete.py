"""Whether a run can stand for the whole suite, and if not, why.

Rule: a run that executed nothing, did not reach its end, left chosen scenarios out, is one part of several, took only a
choice of the suite, or whose record is damaged, is not whole. Only a whole run is judged by the gate or is a base.
"""

from __future__ import annotations

from deskproof.reports.record.facts import Run
from deskproof.reports.tally import Sentence


def gaps(run: Run) -> tuple[Sentence, ...]:
    """What keeps `run` from being whole, by the keys of `deskproof.reports.text.catalogue.gate`; none when it is."""
    facts = run.run
    executed = sum(one.status != "skipped" for one in run.scenarios)
    chosen = facts.chosen if facts.shard and facts.chosen is not None else facts.planned
    found = [
        (executed == 0, Sentence(key="gap.nothing", values={})),
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
    """Whether only some scenarios of the suite were chosen."""
    return run.run.planned is not None and run.run.suite is not None and run.run.planned < run.run.suite
