"""Every word that the outputs say, in English and Swedish.

Rule: one table. A key with `.one` beside it is the form for exactly one; `{n}` and the like are filled in by `say`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

Language = Literal["en", "sv"]
LANGUAGES: tuple[Language, ...] = ("en", "sv")

WORDS: Mapping[str, tuple[str, str]] = {
    # statuses
    "status.passed": ("Passed", "Godkänt"),
    "status.failed": ("Failed", "Underkänt"),
    "status.broken": ("Broken", "Trasigt"),
    "status.flaky": ("Flaky", "Ostadigt"),
    "status.skipped": ("Skipped", "Överhoppat"),
    "status.quarantined": ("Quarantined", "I karantän"),
    "status.proven": ("Proven", "Bevisat"),
    "status.failing": ("Failing", "Brustet"),
    "status.unproven": ("Unproven", "Obevisat"),
    "status.definition": ("Definition", "Definition"),
    "means.passed": ("the product did as documented", "produkten gjorde som det står"),
    "means.failed": ("the product did something else", "produkten gjorde något annat"),
    "means.broken": ("the test itself could not tell", "själva provet kunde inte avgöra"),
    "means.flaky": ("passed only when tried again", "godkänt först vid nytt försök"),
    "means.skipped": ("not run", "inte kört"),
    "means.quarantined": ("known trouble, with an owner", "känt bekymmer, med ansvarig"),
    # the verdict
    "verdict.good": (
        "Everything passed. All {claims} claims are proven.",
        "Allt godkänt. Alla {claims} påståenden är bevisade.",
    ),
    "verdict.good.noClaims": ("Everything passed.", "Allt godkänt."),
    "verdict.partial": (
        "Nothing failed. {proven} of {claims} claims are proven.",
        "Inget underkänt. {proven} av {claims} påståenden är bevisade.",
    ),
    "verdict.partial.noClaims": ("Nothing failed, but not all passed.", "Inget underkänt, men allt är inte godkänt."),
    "verdict.failed": ("The product failed {n} scenarios.", "Produkten klarade inte {n} scenarier."),
    "verdict.failed.one": ("The product failed one scenario.", "Produkten klarade inte ett scenario."),
    "verdict.broken": ("{n} scenarios could not be judged.", "{n} scenarier gick inte att bedöma."),
    "verdict.broken.one": ("One scenario could not be judged.", "Ett scenario gick inte att bedöma."),
    "verdict.nothing": ("Nothing was run, so nothing is proven.", "Inget kördes, så inget är bevisat."),
    "verdict.cutShort": ("The run did not reach its end.", "Körningen nådde inte sitt slut."),
    "verdict.notRun": ("{n} chosen scenarios never ran.", "{n} valda scenarier kördes aldrig."),
    "verdict.notRun.one": ("One chosen scenario never ran.", "Ett valt scenario kördes aldrig."),
    "verdict.damaged": ("The record of this run is damaged.", "Protokollet för körningen är skadat."),
    "reason.failed": (
        "{n} scenarios failed: the product did something else.",
        "{n} scenarier underkända: produkten gjorde något annat.",
    ),
    "reason.failed.one": (
        "One scenario failed: the product did something else.",
        "Ett scenario underkänt: produkten gjorde något annat.",
    ),
    "reason.broken": (
        "{n} scenarios broke: the test itself could not tell.",
        "{n} scenarier trasiga: själva provet kunde inte avgöra.",
    ),
    "reason.broken.one": (
        "One scenario broke: the test itself could not tell.",
        "Ett scenario trasigt: själva provet kunde inte avgöra.",
    ),
    "reason.nothing": ("No scenario was run.", "Inget scenario kördes."),
    "reason.cutShort": (
        "The run ended early ({ending}); {n} chosen scenarios never started.",
        "Körningen slutade i förtid ({ending}); {n} valda scenarier började aldrig.",
    ),
    "reason.notRun": ("{n} chosen scenarios never started.", "{n} valda scenarier började aldrig."),
    "reason.notRun.one": ("One chosen scenario never started.", "Ett valt scenario började aldrig."),
    "reason.damaged": ("{n} places of the record cannot be read.", "{n} ställen i protokollet går inte att läsa."),
    "reason.damaged.one": ("One place of the record cannot be read.", "Ett ställe i protokollet går inte att läsa."),
    "reason.flaky": ("{n} scenarios passed only when tried again.", "{n} scenarier godkändes först vid nytt försök."),
    "reason.flaky.one": ("One scenario passed only when tried again.", "Ett scenario godkändes först vid nytt försök."),
    "reason.quarantined": ("{n} scenarios in quarantine did not pass.", "{n} scenarier i karantän blev inte godkända."),
    "reason.quarantined.one": (
        "One scenario in quarantine did not pass.",
        "Ett scenario i karantän blev inte godkänt.",
    ),
    "reason.skipped": ("{n} scenarios were skipped.", "{n} scenarier hoppades över."),
    "reason.skipped.one": ("One scenario was skipped.", "Ett scenario hoppades över."),
    "reason.open": (
        "{n} claims that a release needs are not proven.",
        "{n} påståenden som en utgåva behöver är inte bevisade.",
    ),
    "reason.open.one": (
        "One claim that a release needs is not proven.",
        "Ett påstående som en utgåva behöver är inte bevisat.",
    ),
    "reason.oneLanguage": (
        "{n} claims are proven in one of the two languages only.",
        "{n} påståenden är bara bevisade på ett av de två språken.",
    ),
    "reason.oneLanguage.one": (
        "One claim is proven in one of the two languages only.",
        "Ett påstående är bara bevisat på ett av de två språken.",
    ),
    # the page
    "page.title": ("Deskproof report", "Deskproof-rapport"),
    "page.skip": ("Skip to the scenarios", "Hoppa till scenarierna"),
    "page.overview": ("Overview", "Översikt"),
    "page.claims": ("Claims", "Påståenden"),
    "page.scenarios": ("Scenarios", "Scenarier"),
    "page.run": ("The run", "Körningen"),
    "page.language": ("Language", "Språk"),
    "page.theme": ("Light or dark", "Ljust eller mörkt"),
    "page.light": ("Light", "Ljust"),
    "page.dark": ("Dark", "Mörkt"),
    "page.moreTrouble": ("{n} more", "{n} till"),
    "page.noScript": (
        "This page needs its own script to show the details; your reader has switched scripts off.",
        "Sidan behöver sitt eget skript för att visa detaljerna; din läsare har stängt av skript.",
    ),
    "claims.strip": (
        "The documented procedure, claim by claim",
        "Den dokumenterade proceduren, påstående för påstående",
    ),
    "claims.hint": (
        "Each mark is one claim, in the order of the procedure.",
        "Varje märke är ett påstående, i procedurens ordning.",
    ),
    "claims.of": ("{n} of {total} proven", "{n} av {total} bevisade"),
    "claims.in.en": ("{n} of {total} proven in English", "{n} av {total} bevisade på engelska"),
    "claims.in.sv": ("{n} of {total} proven in Swedish", "{n} av {total} bevisade på svenska"),
    "claims.provenIn.en": ("proven in English", "bevisat på engelska"),
    "claims.provenIn.sv": ("proven in Swedish", "bevisat på svenska"),
    "claims.none": ("This run carries no catalogue of claims.", "Körningen har ingen katalog över påståenden."),
    "claims.noScenario": ("no scenario", "inget scenario"),
    "claims.definition": ("explains a term", "förklarar ett begrepp"),
    "claims.claim": ("Claim", "Påstående"),
    "claims.status": ("Status", "Status"),
    "claims.scenarios": ("{n} scenarios", "{n} scenarier"),
    "claims.scenarios.one": ("1 scenario", "1 scenario"),
    "claims.other": ("Other claims", "Övriga påståenden"),
    "scenarios.search": ("Search scenarios", "Sök scenarier"),
    "scenarios.searchHint": ("Name, claim, tag, step …", "Namn, påstående, tagg, steg …"),
    "scenarios.status": ("Status", "Status"),
    "scenarios.all": ("All languages", "Alla språk"),
    "scenarios.shown": ("{n} of {total} scenarios", "{n} av {total} scenarier"),
    "scenarios.none": (
        "No scenario fits. Clear the search to see all.",
        "Inget scenario passar. Töm sökningen för att se alla.",
    ),
    "scenarios.clear": ("Show all", "Visa alla"),
    "scenarios.noneRun": ("No scenario was run.", "Inget scenario kördes."),
    "scenarios.en": ("English", "Engelska"),
    "scenarios.sv": ("Swedish", "Svenska"),
    "scenarios.tags": ("Tags", "Taggar"),
    "sort.label": ("Order", "Ordning"),
    "sort.procedure": ("As written", "Som skrivet"),
    "sort.status": ("Trouble first", "Bekymmer först"),
    "sort.duration": ("Slowest first", "Långsammast först"),
    "run.started": ("Started", "Började"),
    "run.took": ("Took", "Tog"),
    "run.browser": ("Browser", "Webbläsare"),
    "run.commit": ("Commit", "Incheckning"),
    "run.command": ("Command", "Kommando"),
    "run.workers": ("Workers", "Arbetare"),
    "run.shard": ("Shard", "Del"),
    "run.shardOf": ("{index} of {total}", "{index} av {total}"),
    "run.versions": ("Versions", "Versioner"),
    "run.ending": ("Ended", "Slutade"),
    "run.damage": ("Damaged places in the record", "Skadade ställen i protokollet"),
    "detail.where": ("Written in", "Står i"),
    "detail.attempts": ("Attempts", "Försök"),
    "detail.attempt": ("Attempt {n}", "Försök {n}"),
    "detail.trace": ("Playwright trace", "Playwright-spår"),
    "detail.steps": ("Steps", "Steg"),
    "detail.why": ("Why", "Varför"),
    "detail.more": ("Details for those who mend it", "Detaljer för den som lagar"),
    "detail.picture": ("Enlarge the picture of this step", "Förstora bilden av steget"),
    "detail.noPicture": ("The picture could not be read.", "Bilden gick inte att läsa."),
    "detail.traffic": ("{n} lines of traffic", "{n} rader trafik"),
    "detail.traffic.one": ("1 line of traffic", "1 rad trafik"),
    "detail.journal": ("{n} journal entries", "{n} journalrader"),
    "detail.journal.one": ("1 journal entry", "1 journalrad"),
    "detail.console": ("{n} console lines", "{n} konsolrader"),
    "detail.console.one": ("1 console line", "1 konsolrad"),
    "detail.accessibility": ("{n} accessibility problems", "{n} tillgänglighetsfel"),
    "detail.accessibility.one": ("1 accessibility problem", "1 tillgänglighetsfel"),
    "detail.accessible": ("No accessibility problems", "Inga tillgänglighetsfel"),
    "detail.request": ("Sent", "Skickat"),
    "detail.response": ("Received", "Mottaget"),
    "detail.clipped": ("… {n} more characters; run.json has all.", "… {n} tecken till; allt finns i run.json."),
    "detail.clock": ("Clock", "Klocka"),
    "picture.close": ("Close", "Stäng"),
    "picture.next": ("Next picture", "Nästa bild"),
    "picture.previous": ("Previous picture", "Föregående bild"),
    "picture.dialog": ("Picture", "Bild"),
}


def say(key: str, language: Language, **values: object) -> str:
    """The words for `key` in `language` with `values` filled in. KeyError for a key that is not in the table."""
    if values.get("n") == 1 and f"{key}.one" in WORDS:
        key = f"{key}.one"
    words = WORDS[key][LANGUAGES.index(language)]
    return words.format(**values) if values else words
