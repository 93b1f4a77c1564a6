"""The texts of the console's pages, in English and Swedish."""

from __future__ import annotations

from collections.abc import Mapping

from deskproof.simulator.runtime.language import Language

ENGLISH: Mapping[str, str] = {
    "language": "en",
    "landing.title": "Deskproof simulator",
    "landing.lead": (
        "A simulated contact centre on this machine. Each tenant below is a separate organisation with "
        "its own people, desktop and clock; nothing here reaches a real phone or a real customer."
    ),
    "landing.tenants": "Open tenants",
    "landing.none": (
        "No tenant is open. Create one with the control plane, or start the simulator with “deskproof serve”, "
        "which creates one and prints the people you can sign in as."
    ),
    "landing.tenant": "Tenant",
    "landing.desktop": "Desktop",
    "landing.clock": "Clock",
    "landing.people": "People",
    "landing.open": "Open the desktop of {tenant}",
    "landing.real": "real time",
    "landing.frozen": "stopped at {instant}",
    "landing.console": "Console",
    "landing.console.lead": (
        "See agents, contacts and every event as they come, call and write as a customer, answer phones, move time "
        "and inject faults, all by button."
    ),
    "landing.console.open": "Open the console",
    "landing.control": "Control plane",
    "landing.control.lead": (
        "The control plane creates and changes tenants, moves their time and injects faults. Its operations are "
        "described by"
    ),
    "landing.token": "Control token",
    "landing.token.lead": (
        "Every operation needs the control token. It was generated when the simulator started and printed in the "
        "terminal that started it; it is never shown on a page. To choose it yourself, set "
        "DESKPROOF_CONTROL_TOKEN before starting."
    ),
    "landing.example": "For example, the open tenants with the people who can sign in:",
    "absent.title": "No tenant lives at this address",
    "absent.lead": "The address {host} looks like a contact-centre desktop, but no open tenant has it.",
    "absent.check": "What you can do",
    "absent.typed": "Compare the address, letter by letter, with the one your administrator gave you.",
    "absent.closed": (
        "If it used to work, the tenant has been closed or the simulator was restarted; ask for the new address."
    ),
    "absent.open": "See which tenants are open on",
    "absent.overview": "the simulator’s own page",
    "host.title": "This simulator does not serve this address",
    "host.lead": "The request was for {host}, which is neither a tenant nor this simulator.",
    "host.unnamed": "an address that it did not name",
    "missing.title": "There is no such page",
    "missing.lead": "There is nothing at {path}. Check the address, or go on from here.",
    "missing.desktop": "Open the Desktop",
    "missing.overview": "Open the Overview",
    "unusable.title": "This page does not accept data",
    "unusable.lead": "The data sent to {path} changed nothing. Go on from here.",
}

SWEDISH: Mapping[str, str] = {
    "language": "sv",
    "landing.title": "Deskproofs simulator",
    "landing.lead": (
        "Ett simulerat kontaktcenter på den här datorn. Varje klientorganisation nedan är en egen "
        "organisation med egna personer, eget skrivbord och egen klocka; inget här når en riktig telefon "
        "eller en riktig kund."
    ),
    "landing.tenants": "Öppna klientorganisationer",
    "landing.none": (
        "Ingen klientorganisation är öppen. Skapa en med styrgränssnittet, eller starta simulatorn med "
        "”deskproof serve”, som skapar en och skriver ut vilka personer du kan logga in som."
    ),
    "landing.tenant": "Klientorganisation",
    "landing.desktop": "Skrivbord",
    "landing.clock": "Klocka",
    "landing.people": "Personer",
    "landing.open": "Öppna skrivbordet för {tenant}",
    "landing.real": "verklig tid",
    "landing.frozen": "stannad vid {instant}",
    "landing.console": "Konsol",
    "landing.console.lead": (
        "Se agenter, kontakter och alla händelser i realtid, ring och skriv som kund, svara i telefoner, flytta tiden "
        "och orsaka fel, allt med en knapptryckning."
    ),
    "landing.console.open": "Öppna konsolen",
    "landing.control": "Styrgränssnitt",
    "landing.control.lead": (
        "Styrgränssnittet skapar och ändrar klientorganisationer, flyttar deras tid och orsakar fel med flit. Dess "
        "operationer beskrivs av"
    ),
    "landing.token": "Styrnyckel",
    "landing.token.lead": (
        "Varje operation kräver styrnyckeln. Den skapades när simulatorn startade och skrevs ut i terminalen som "
        "startade den; den visas aldrig på någon sida. Vill du välja den själv anger du "
        "DESKPROOF_CONTROL_TOKEN före start."
    ),
    "landing.example": "Till exempel de öppna klientorganisationerna med personerna som kan logga in:",
    "absent.title": "Ingen klientorganisation finns på den här adressen",
    "absent.lead": (
        "Adressen {host} ser ut som ett skrivbord för ett kontaktcenter, men ingen öppen klientorganisation har den."
    ),
    "absent.check": "Det här kan du göra",
    "absent.typed": "Jämför adressen bokstav för bokstav med den du fick av administratören.",
    "absent.closed": (
        "Om den har fungerat tidigare är klientorganisationen stängd eller simulatorn startad på nytt; be om "
        "den nya adressen."
    ),
    "absent.open": "Se vilka klientorganisationer som är öppna på",
    "absent.overview": "simulatorns egen sida",
    "host.title": "Den här simulatorn betjänar inte den här adressen",
    "host.lead": "Begäran gällde {host}, som varken är en klientorganisation eller den här simulatorn.",
    "host.unnamed": "en adress som inte angavs",
    "missing.title": "Sidan finns inte",
    "missing.lead": "Det finns inget på {path}. Kontrollera adressen eller gå vidare härifrån.",
    "missing.desktop": "Öppna skrivbordet",
    "missing.overview": "Öppna översikten",
    "unusable.title": "Sidan tar inte emot data",
    "unusable.lead": "De data som skickades till {path} ändrade inget. Gå vidare härifrån.",
}


TEXTS: Mapping[Language, Mapping[str, str]] = {Language.ENGLISH: ENGLISH, Language.SWEDISH: SWEDISH}
