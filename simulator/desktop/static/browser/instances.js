/**
 * Announces a sign-out to the other instances of the desktop in this browser, so that none of them goes on as that person (AD-086). It is
 * announced when the tab that signed out returns from the identity provider, which has ended its session by then.
 */
import { leaving } from "./storage.js";

const CHANNEL = "deskproof-desk.signed-out";

/** This tab is leaving for the provider to sign this person out. @param {string} agentId */
export function leavingAs(agentId) {
  leaving.write({ agentId });
}

/** Announces to the other instances whom this tab has just signed out, if anybody. */
export function announceSignedOut() {
  const agentId = leaving.read()?.agentId;
  if (!agentId) return;
  leaving.remove();
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(agentId);
  channel.close();
}

/** @param {(agentId: string) => void} listener receives the agent id that another instance signed out */
export function onSignedOut(listener) {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = ({ data }) => listener(data);
}
