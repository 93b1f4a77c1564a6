// The second screen: the agent's state, and the call.

import { at, fill, show } from "./dom.js";

const TITLES = { ringing: "A customer calls", connected: "You are talking", held: "The customer waits", "wrap-up": "Write it up" };
const BUSY = {
  ringing: "a call rings", connected: "you are on a call", held: "a call is parked", "wrap-up": "a call is not written up",
};

export function work(cc, leave) {
  let profile, given, task, state;

  function listen() {
    cc.on("agent:stateChange", (data) => data.type === "AgentStateChangeSuccess" && shown(data.auxCodeId));
    cc.on("agent:logoutSuccess", leave);
    cc.on("task:incoming", (each) => take(each, "ringing"));
    cc.on("task:hydrate", (each) => take(each, hydrated(each.data)));
  }

  function open(loaded, station) {
    [profile, given] = [loaded, station];
    fill(at("chooser"), [["", "Choose"], ["0", "Ready"], ...away().map((code) => [code.id, `Away: ${code.name}`])]);
    fill(at("reason"), profile.wrapupCodes.map((code) => [code.id, code.name]));
    at("me").hidden = false;
    at("me").querySelector("summary").textContent = profile.agentName;
    shown(given.code);
    render();
    show("work", "Work");
  }

  function away() {
    return profile.idleCodes.filter((code) => code.id !== "0" && !code.isSystem);
  }

  function shown(code) {
    if (!profile) return;
    const found = profile.idleCodes.find((each) => each.id === code);
    at("state").textContent = code === "0" ? "Ready" : `Away: ${found?.name ?? "somewhere"}`;
    at("chooser").value = [...at("chooser").options].some((each) => each.value === code) ? code : "";
  }

  async function become(code) {
    at("state-wrong").textContent = "";
    try {
      await cc.setAgentState({
        state: code === "0" ? "Available" : "Idle", auxCodeId: code, lastStateChangeReason: "", agentId: profile.agentId,
      });
    } catch (error) {
      at("state-wrong").textContent = `This did not work: ${error.message}`;
    }
  }

  function take(incoming, now) {
    const known = task === incoming;
    task = incoming;
    become_(now);
    if (known) return;
    incoming.on("task:media", (track) => hear(track));
    incoming.on("task:assigned", () => become_("connected"));
    incoming.on("task:hold", () => become_("held"));
    incoming.on("task:resume", () => become_("connected"));
    incoming.on("task:end", (about) => become_((about ?? incoming).data.wrapUpRequired ? "wrap-up" : null));
    incoming.on("task:wrappedup", () => become_(null));
    incoming.on("task:rejected", () => {
      become_(null);
      at("missed").showModal();
    });
  }

  function become_(now) {
    state = now;
    if (!state || state === "wrap-up") at("voice").srcObject = null;
    render();
  }

  function hear(track) {
    at("voice").srcObject = new MediaStream([track]);
  }

  function hydrated(data) {
    const me = data.interaction.participants[data.agentId] ?? {};
    if (me.isWrapUp) return "wrap-up";
    if (Object.values(data.interaction.media ?? {}).some((each) => each.isHold)) return "held";
    return me.hasJoined ? "connected" : "ringing";
  }

  function render() {
    at("call").hidden = at("busy").hidden = !state;
    at("stay").hidden ||= !state;
    if (!state || !profile) return;
    const from = task.data.interaction.callAssociatedDetails?.ani ?? "somebody";
    const here = given.way === "BROWSER";
    at("call-title").textContent = TITLES[state];
    at("call-text").textContent = `From ${from}.` + (state === "ringing" && !here ? ` Pick up at ${given.dn}.` : "");
    for (const part of at("call").querySelectorAll("[data-when]")) {
      part.hidden = !part.dataset.when.split(" ").includes(state) || (state === "ringing" && !here);
    }
  }

  async function perform(name) {
    at("call-wrong").textContent = "";
    const reason = at("reason");
    try {
      if (name === "wrapup") await task.wrapup({ wrapUpReason: reason.selectedOptions[0].text, auxCodeId: reason.value });
      else await task[name]();
    } catch (error) {
      at("call-wrong").textContent = `This did not work: ${error.message}`;
    }
  }

  async function goHome() {
    at("stay").hidden = !state;
    if (state) {
      at("stay").textContent = `You cannot go home yet: ${BUSY[state]}.`;
      return;
    }
    await cc.stationLogout({ logoutReason: "User requested logout" });
  }

  at("chooser").addEventListener("change", (event) => event.target.value && become(event.target.value));
  at("home").addEventListener("click", goHome);
  for (const button of at("call").querySelectorAll("[data-do]")) {
    button.addEventListener("click", () => perform(button.dataset.do));
  }
  for (const button of at("missed").querySelectorAll("button")) {
    button.addEventListener("click", () => {
      at("missed").close();
      become(button.dataset.to === "away" ? away()[0].id : button.dataset.to);
    });
  }

  return { listen, open };
}
