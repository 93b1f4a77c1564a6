"""Every sentence of the gate, in English and Swedish.

Rule: one table, as in `deskproof.reports.text.words`. A key with `.one` beside it is the form for exactly one.
"""

from __future__ import annotations

from collections.abc import Mapping

from deskproof.reports.gate.case import Words

TABLE: Mapping[str, tuple[str, str]] = {
    # the verdict
    "open": ("Release may go: all {n} rules hold.", "Utgåvan får gå: alla {n} regler håller."),
    "open.leftOut": (
        "Release may go: {passed} rules hold, {n} do not apply.",
        "Utgåvan får gå: {passed} regler håller, {n} gäller inte.",
    ),
    "open.leftOut.one": (
        "Release may go: {passed} rules hold, one does not apply.",
        "Utgåvan får gå: {passed} regler håller, en gäller inte.",
    ),
    "blocked": ("Release blocked: {n} of {total} rules say no.", "Utgåvan stoppad: {n} av {total} regler säger nej."),
    "blocked.one": (
        "Release blocked: one of {total} rules says no.",
        "Utgåvan stoppad: en av {total} regler säger nej.",
    ),
    "undecided": (
        "Release blocked: {n} of {total} rules could not be judged.",
        "Utgåvan stoppad: {n} av {total} regler gick inte att bedöma.",
    ),
    "undecided.one": (
        "Release blocked: one of {total} rules could not be judged.",
        "Utgåvan stoppad: en av {total} regler gick inte att bedöma.",
    ),
    "off": ("Switched off in gate.toml: {reason}", "Avstängd i gate.toml: {reason}"),
    "stumbled": ("The rule itself stumbled: {error}", "Regeln själv snubblade: {error}"),
    "noBase": (
        "There is no earlier whole run to compare with.",
        "Det finns ingen tidigare hel körning att jämföra med.",
    ),
    "notWhole": (
        "Cannot be told, because the run is not whole.",
        "Går inte att säga, eftersom körningen inte är hel.",
    ),
    # whole-run
    "whole": (
        "The run is whole: it came to its end with all {n} scenarios.",
        "Körningen är hel: den nådde sitt slut med alla {n} scenarier.",
    ),
    "whole.one": (
        "The run is whole: it came to its end with its one scenario.",
        "Körningen är hel: den nådde sitt slut med sitt enda scenario.",
    ),
    "notWholeRun": ("The run cannot stand for the suite.", "Körningen kan inte stå för hela sviten."),
    "gap.nothing": ("Nothing was executed.", "Inget kördes."),
    "gap.cutShort": ("The run ended early ({ending}).", "Körningen slutade i förtid ({ending})."),
    "gap.notRun": ("{n} chosen scenarios never started.", "{n} valda scenarier började aldrig."),
    "gap.notRun.one": ("One chosen scenario never started.", "Ett valt scenario började aldrig."),
    "gap.noPlan": (
        "The record does not say which scenarios were chosen.",
        "Protokollet säger inte vilka scenarier som valdes.",
    ),
    "gap.chosen": ("Only {n} of {total} scenarios were chosen.", "Bara {n} av {total} scenarier valdes."),
    "gap.shard": (
        "This is part {index} of {total}; merge the parts first.",
        "Det här är del {index} av {total}; slå ihop delarna först.",
    ),
    "gap.damaged": ("{n} places of the record cannot be read.", "{n} ställen i protokollet går inte att läsa."),
    "gap.damaged.one": ("One place of the record cannot be read.", "Ett ställe i protokollet går inte att läsa."),
    # must-have-claims-proven
    "claims": ("All {n} must-have claims are proven.", "Alla {n} nödvändiga påståenden är bevisade."),
    "claims.one": ("The one must-have claim is proven.", "Det enda nödvändiga påståendet är bevisat."),
    "claims.open": ("{n} must-have claims are not proven.", "{n} nödvändiga påståenden är inte bevisade."),
    "claims.open.one": ("One must-have claim is not proven.", "Ett nödvändigt påstående är inte bevisat."),
    "claims.none": ("The record has no must-have claim.", "Protokollet har inget nödvändigt påstående."),
    "claim.failing.both": ("{id} fails in both languages: {en}", "{id} brister på båda språken: {sv}"),
    "claim.unproven.both": ("{id} is unproven in both languages: {en}", "{id} är obevisat på båda språken: {sv}"),
    "claim.failing.en": ("{id} fails in English: {en}", "{id} brister på engelska: {sv}"),
    "claim.failing.sv": ("{id} fails in Swedish: {en}", "{id} brister på svenska: {sv}"),
    "claim.unproven.en": ("{id} is unproven in English: {en}", "{id} är obevisat på engelska: {sv}"),
    "claim.unproven.sv": ("{id} is unproven in Swedish: {en}", "{id} är obevisat på svenska: {sv}"),
    "claim.quarantined": (
        "{id} is proven without its scenarios in quarantine.",
        "{id} är bevisat utan sina scenarier i karantän.",
    ),
    # nothing-failing, nothing-broken, nothing-flaky
    "failing": (
        "{n} scenarios failed: the product did something else.",
        "{n} scenarier underkända: produkten gjorde något annat.",
    ),
    "failing.one": (
        "One scenario failed: the product did something else.",
        "Ett scenario underkänt: produkten gjorde något annat.",
    ),
    "failing.none": ("No scenario failed.", "Inget scenario underkänt."),
    "broken": (
        "{n} scenarios broke: the test itself could not tell.",
        "{n} scenarier trasiga: själva provet kunde inte avgöra.",
    ),
    "broken.one": (
        "One scenario broke: the test itself could not tell.",
        "Ett scenario trasigt: själva provet kunde inte avgöra.",
    ),
    "broken.none": ("No scenario broke.", "Inget scenario trasigt."),
    "flaky": (
        "{n} scenarios passed only when tried again; {most} may.",
        "{n} scenarier godkändes först vid nytt försök; {most} får.",
    ),
    "flaky.one": (
        "One scenario passed only when tried again; {most} may.",
        "Ett scenario godkändes först vid nytt försök; {most} får.",
    ),
    "flaky.none": ("No scenario needed a second try.", "Inget scenario behövde ett nytt försök."),
    # seen-to-fail
    "seen": (
        "All {n} scenarios have been seen to fail on a product broken on purpose.",
        "Alla {n} scenarier har underkänt en avsiktligt trasig produkt.",
    ),
    "seen.one": (
        "The one scenario has been seen to fail on a product broken on purpose.",
        "Det enda scenariot har underkänt en avsiktligt trasig produkt.",
    ),
    "seen.not": (
        "{n} scenarios have not been seen to fail as they are written now; {most} may be so.",
        "{n} scenarier har inte underkänt något så som de nu är skrivna; {most} får vara så.",
    ),
    "seen.not.one": (
        "One scenario has not been seen to fail as it is written now; {most} may be so.",
        "Ett scenario har inte underkänt något så som det nu är skrivet; {most} får vara så.",
    ),
    # enough-scenarios, no-scenario-lost
    "enough": (
        "{n} scenarios were executed, at least {least} were wanted.",
        "{n} scenarier kördes, minst {least} önskades.",
    ),
    "enough.one": (
        "One scenario was executed, at least {least} were wanted.",
        "Ett scenario kördes, minst {least} önskades.",
    ),
    "kept": (
        "{n} scenarios were executed, {least} were to be expected after the base run {base}.",
        "{n} scenarier kördes, {least} var att vänta efter basen {base}.",
    ),
    "lost": (
        "{n} scenarios were executed, but {least} were to be expected after the base run {base}.",
        "{n} scenarier kördes, men {least} var att vänta efter basen {base}.",
    ),
    "lost.scenario": ("Not executed any more: {name} ({id})", "Körs inte längre: {name} ({id})"),
    "removed.there": (
        "{id} is listed as removed but was executed; take it off the list.",
        "{id} står som borttaget men kördes; ta bort det ur listan.",
    ),
    # no-claim-lost
    "claimsKept": (
        "No claim that the base run {base} proved was lost.",
        "Inget påstående som basen {base} bevisade har gått förlorat.",
    ),
    "claimsLost": (
        "{n} claims that the base run {base} proved are not proven now.",
        "{n} påståenden som basen {base} bevisade är inte bevisade nu.",
    ),
    "claimsLost.one": (
        "One claim that the base run {base} proved is not proven now.",
        "Ett påstående som basen {base} bevisade är inte bevisat nu.",
    ),
    "claimLost": ("{id}: {en}", "{id}: {sv}"),
    # no-new-accessibility-violation
    "accessible": ("No new accessibility violation in {n} checks.", "Inga nya tillgänglighetsfel i {n} kontroller."),
    "inaccessible": ("{n} new accessibility violations.", "{n} nya tillgänglighetsfel."),
    "inaccessible.one": ("One new accessibility violation.", "Ett nytt tillgänglighetsfel."),
    "unchecked": ("No page was checked for accessibility.", "Ingen sida kontrollerades för tillgänglighet."),
    "violation": ("{rule} ({help}) at {target}, in: {name}", "{rule} ({help}) vid {target}, i: {name}"),
    # duration-budget
    "inTime": ("The run took {took} minutes of {budget}.", "Körningen tog {took} minuter av {budget}."),
    "overTime": (
        "The run took {took} minutes; {budget} are allowed.",
        "Körningen tog {took} minuter; {budget} är tillåtna.",
    ),
    # quarantine-within-limits
    "quarantine.none": ("No scenario is in quarantine.", "Inget scenario är i karantän."),
    "quarantine": (
        "{n} scenarios are in quarantine, at most {most} may be.",
        "{n} scenarier är i karantän, högst {most} får vara.",
    ),
    "quarantine.one": (
        "One scenario is in quarantine, at most {most} may be.",
        "Ett scenario är i karantän, högst {most} får vara.",
    ),
    "quarantine.bad": ("The quarantine is not in order.", "Karantänen är inte i ordning."),
    "quarantine.tooMany": (
        "{n} scenarios are in quarantine, at most {most} may be.",
        "{n} scenarier är i karantän, högst {most} får vara.",
    ),
    "quarantine.tooMany.one": (
        "One scenario is in quarantine, at most {most} may be.",
        "Ett scenario är i karantän, högst {most} får vara.",
    ),
    "quarantine.expired": (
        "{id} expired on {expires}; {owner} sees to it.",
        "{id} gick ut {expires}; {owner} ansvarar.",
    ),
    "quarantine.unknown": (
        "{id} is no scenario of this suite; take it out or mend the id.",
        "{id} är inget scenario i sviten; ta bort det eller rätta id:t.",
    ),
    "quarantine.unlisted": (
        "{id} ran as quarantined, but is not in quarantine.toml.",
        "{id} kördes som i karantän, men står inte i quarantine.toml.",
    ),
    "quarantine.passes": ("{id} passes again; {owner} can take it out.", "{id} godkänns igen; {owner} kan ta ut det."),
    # approvals-current
    "signed": ("{n} approvals are needed, and all are current.", "{n} godkännanden behövs, och alla gäller."),
    "signed.one": ("The one approval that is needed is current.", "Det enda godkännande som behövs gäller."),
    "signed.missing": (
        "{n} approvals are missing or have lapsed.",
        "{n} godkännanden saknas eller gäller inte längre.",
    ),
    "signed.missing.one": (
        "One approval is missing or has lapsed.",
        "Ett godkännande saknas eller gäller inte längre.",
    ),
    "signed.asked": ("{n} changes are asked for, {most} may be.", "{n} ändringar är begärda, {most} får vara."),
    "signed.asked.one": ("One change is asked for, {most} may be.", "En ändring är begärd, {most} får vara."),
    "signed.none": ("{en} is not approved.", "{sv} är inte godkänt."),
    "signed.text": (
        "{en}: the text has changed since {by} decided.",
        "{sv}: texten har ändrats sedan {by} beslutade.",
    ),
    "signed.pictures": (
        "{en}: the pictures have changed since {by} decided.",
        "{sv}: bilderna har ändrats sedan {by} beslutade.",
    ),
    "signed.scenario.text": (
        "{en}: the text of {scenario} has changed since {by} decided.",
        "{sv}: texten i {scenario} har ändrats sedan {by} beslutade.",
    ),
    "signed.scenario.pictures": (
        "{en}: the pictures of {scenario} have changed since {by} decided.",
        "{sv}: bilderna av {scenario} har ändrats sedan {by} beslutade.",
    ),
    "signed.scenario.added": (
        "{en}: {scenario} has come to it since {by} decided.",
        "{sv}: {scenario} har tillkommit sedan {by} beslutade.",
    ),
    "signed.scenario.removed": (
        "{en}: {scenario} is no longer part of it since {by} decided.",
        "{sv}: {scenario} hör inte längre dit sedan {by} beslutade.",
    ),
    "signed.change": ("{by} asks for a change: {en}", "{by} begär en ändring: {sv}"),
    "signed.change.why": ("{by} asks for a change: {why} {en}", "{by} begär en ändring: {why} {sv}"),
    # a scenario
    "scenario": ("{name} ({where})", "{name} ({where})"),
    "scenario.why": ("{name} ({where}): {why}", "{name} ({where}): {why}"),
}


def told(key: str, **values: object) -> Words:
    """The sentence for `key` with `values` filled in. KeyError for a key that is not in the table."""
    if values.get("n") == 1 and f"{key}.one" in TABLE:
        key = f"{key}.one"
    en, sv = TABLE[key]
    return Words(en=en.format(**values), sv=sv.format(**values))
