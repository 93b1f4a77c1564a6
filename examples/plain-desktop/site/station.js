// The first screen: where the agent takes calls, and for which team.

import { at, fill, show } from "./dom.js";
import { dialable, extension } from "./numbers.js";

const WAYS = { AGENT_DN: "A phone number", EXTENSION: "A desk extension", BROWSER: "This computer" };
const LABELS = { AGENT_DN: "Phone number", EXTENSION: "Extension" };

export function station(cc, profile, opened, leave) {
  const form = at("station"), number = at("number"), team = at("team");
  const saved = `plain-desktop.station.${profile.agentId}`;
  const ways = Object.keys(WAYS).filter(
    (way) => profile.loginVoiceOptions.includes(way) && (way !== "BROWSER" || profile.webRtcEnabled),
  );
  const fixed = profile.forceDefaultDn || profile.forceDefaultDnForAgent;
  const kept = read(saved);
  const teams = profile.teams ?? [];

  at("hello").textContent = `Hello ${profile.agentName}`;
  at("ways").replaceChildren(...ways.map(choice));
  const choices = teams.map((each) => [each.id, each.name]);
  fill(team, choices.length === 1 ? choices : [["", "Pick a team"], ...choices]);
  at("team-row").hidden = teams.length === 0;
  at("keep").checked = Boolean(kept);
  const first = ways.includes(kept?.way) ? kept.way : ways[0];
  const preset = form.querySelector(`[name="way"][value="${first}"]`);
  if (preset) preset.checked = true;
  if (teams.some((each) => each.id === kept?.team)) team.value = kept.team;
  arrange();
  if (kept && kept.way === first && !number.readOnly) number.value = kept.typed;

  at("ways").addEventListener("change", arrange);
  at("not-now").addEventListener("click", leave);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    submit();
  });
  show("station", "Sign on");

  function way() {
    return form.querySelector('[name="way"]:checked')?.value;
  }

  function arrange() {
    at("number-row").hidden = !(way() in LABELS);
    at("number-row").querySelector("label").textContent = LABELS[way()] ?? "";
    number.readOnly = Boolean(fixed);
    number.value = profile.defaultDn ?? "";
    clear();
  }

  function clear() {
    for (const id of ["number-wrong", "team-wrong", "refused"]) at(id).textContent = "";
  }

  async function submit() {
    clear();
    const given = way() === "AGENT_DN" ? dialable(number.value) : way() === "EXTENSION" ? extension(number.value) : {};
    at("number-wrong").textContent = given.wrong ?? "";
    const noTeam = teams.length > 0 && !team.value;
    at("team-wrong").textContent = noTeam ? "Which team is it today?" : "";
    if (given.wrong || noTeam) return;
    let reply;
    try {
      reply = await cc.stationLogin({ teamId: team.value, loginOption: way(), dialNumber: given.number ?? "" });
    } catch (error) {
      return refuse(error);
    }
    write(saved, at("keep").checked ? { way: way(), typed: number.value, team: team.value } : null);
    opened({ dn: given.number, way: way(), code: (reply.data ?? reply).auxCodeId });
  }

  function refuse(error) {
    const place = error.data?.fieldName in LABELS ? "number-wrong" : "refused";
    at(place).textContent = error.data?.message && place === "number-wrong"
      ? error.data.message
      : `You could not be signed on: ${error.data?.message ?? error.message}`;
  }
}

function choice(way) {
  const label = document.createElement("label");
  const radio = Object.assign(document.createElement("input"), { type: "radio", name: "way", value: way });
  label.append(radio, " " + WAYS[way]);
  return label;
}

function read(saved) {
  try {
    return JSON.parse(localStorage.getItem(saved));
  } catch {
    return null;
  }
}

// Where the browser stores nothing, the agent enters it again tomorrow.
function write(saved, value) {
  try {
    if (value) localStorage.setItem(saved, JSON.stringify(value));
    else localStorage.removeItem(saved);
  } catch {
    return;
  }
}
