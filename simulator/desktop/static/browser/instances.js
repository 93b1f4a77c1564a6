/**
 * What the instances of the desktop in one browser tell each other: that a person has signed out, so that none of them goes on as that
 * person (AD-086). It is told once the identity provider knows it too, which is when the tab that signed out is back from there.
 */
import { leaving } from "./storage.js";

const CHANNEL = "deskproof-desk.signed-out";

/** This tab is leaving for the provider to sign this person out. @param {string} agentId */
export function leavingAs(agentId) {
  leaving.write({ agentId });
}

/** Tells the other instances about the person this tab has just signed out, if there is one. */
export function tellSignedOut() {
  const agentId = leaving.read()?.agentId;
  if (!agentId) return;
  leaving.remove();
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(agentId);
  channel.close();
}

/** @param {(agentId: string) => void} listener is told whom another instance signed out */
export function onSignedOut(listener) {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = ({ data }) => listener(data);
}
