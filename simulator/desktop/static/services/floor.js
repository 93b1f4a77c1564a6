/**
 * What an agent does with conversations and a supervisor with monitoring: each request, and the message when it is refused. The result
 * of a request arrives as a notification, like everything else that happens on the floor.
 */
import { Refused } from "../api/gateway.js";

/** @typedef {import("../api/gateway.js").Command} Command */
/** What can be reached, in the wire's words: the id of an agent or a queue, or a number. @typedef {{to: string, destinationType: "agent" | "queue" | "dialNumber"}} Destination */
/** @typedef {"accept" | "hold" | "unhold" | "end" | "wrapup" | "pauseRecording" | "resumeRecording" | "consult" | "consultQueue" | "endConsult" | "consultTransfer" | "conference" | "leaveConference" | "transfer" | "transferToQueue" | "monitor" | "pauseMonitoring" | "resumeMonitoring" | "endMonitoring"} Verb */

const TASK = "/v1/tasks/{id}";
const MONITOR = "/v1/monitor";

/** Each verb on the wire (PROTOCOL 6; Call Monitoring of the public API). @type {Record<Verb, Command>} */
const REQUESTS = {
  accept: post(`${TASK}/accept`, "AgentContactAssigned", "AgentContactAssignFailed"),
  hold: post(`${TASK}/hold`, "AgentContactHeld", "AgentContactHoldFailed"),
  unhold: post(`${TASK}/unhold`, "AgentContactUnheld", "AgentContactUnHoldFailed"),
  end: post(`${TASK}/end`, "AgentWrapup", "AgentContactEndFailed"),
  wrapup: post(`${TASK}/wrapup`, "AgentWrappedUp", "AgentWrapupFailed"),
  pauseRecording: post(`${TASK}/record/pause`, "ContactRecordingPaused", "ContactRecordingPauseFailed"),
  resumeRecording: post(`${TASK}/record/resume`, "ContactRecordingResumed", "ContactRecordingResumeFailed"),
  consult: post(`${TASK}/consult`, "AgentConsultCreated", "AgentConsultFailed"),
  consultQueue: post(`${TASK}/consult`, "AgentConsultCreated", "AgentCtqFailed"),
  endConsult: post(`${TASK}/consult/end`, "AgentConsultEnded", "AgentConsultEndFailed"),
  consultTransfer: post(`${TASK}/consult/transfer`, "AgentConsultTransferred", "AgentConsultTransferFailed"),
  conference: post(`${TASK}/consult/conference`, "AgentConsultConferenced", "AgentConsultConferenceFailed"),
  leaveConference: post(`${TASK}/conference/exit`, "ParticipantLeftConference", "ParticipantLeftConferenceFailed"),
  transfer: post(`${TASK}/transfer`, "AgentBlindTransferred", "AgentBlindTransferFailed"),
  transferToQueue: post(`${TASK}/transfer`, "AgentVteamTransferred", "AgentVteamTransferFailed"),
  monitor: post(MONITOR, "MonitoringOffered", "MonitoringFailed"),
  pauseMonitoring: post(`${MONITOR}/{id}/hold`, "MonitoringHeld", "MonitoringHoldFailed"),
  resumeMonitoring: post(`${MONITOR}/{id}/unhold`, "MonitoringUnHeld", "MonitoringUnHoldFailed"),
  endMonitoring: post(`${MONITOR}/{id}/end`, "MonitoringEnded", "MonitoringEndFailed"),
};

export class FloorWork {
  /** @param {{gateway: () => import("../api/gateway.js").Gateway, state: () => import("../state/state.js").State, dispatch: (action: import("../state/actions.js").Action) => void}} around */
  constructor({ gateway, state, dispatch }) {
    this.gateway = gateway;
    this.state = state;
    this.dispatch = dispatch;
  }

  /** Takes a chat, an e-mail or a message; a call is answered where it rings. @param {string} id */
  accept(id) {
    return this.#request("accept", id);
  }

  /** Shows a conversation of the agent's in the interaction control pane. @param {string} id */
  choose(id) {
    this.#change({ chosen: id });
  }

  /** @param {string} id */
  hold(id) {
    return this.#request("hold", id);
  }

  /** @param {string} id */
  unhold(id) {
    return this.#request("unhold", id);
  }

  /** @param {string} id */
  end(id) {
    return this.#request("end", id);
  }

  /** @param {string} id @param {{id: string, name: string}} code */
  wrapUp(id, code) {
    return this.#request("wrapup", id, { wrapUpReason: code.name, auxCodeId: code.id });
  }

  /** @param {string} id */
  pauseRecording(id) {
    return this.#request("pauseRecording", id);
  }

  /** @param {string} id */
  resumeRecording(id) {
    return this.#request("resumeRecording", id, { autoResumed: false });
  }

  /** Asks somebody while the customer waits. @param {string} id @param {Destination} destination */
  consult(id, destination) {
    return this.#request(destination.destinationType === "queue" ? "consultQueue" : "consult", id, destination);
  }

  /** Ends the consultation, answered or not, for both sides. @param {string} id */
  endConsult(id) {
    return this.#request("endConsult", id);
  }

  /** Gives the call to the one who is consulted. @param {string} id */
  consultTransfer(id) {
    return this.#request("consultTransfer", id);
  }

  /** Takes the one who is consulted into the call. @param {string} id */
  conference(id) {
    return this.#request("conference", id);
  }

  /** @param {string} id */
  leaveConference(id) {
    return this.#request("leaveConference", id);
  }

  /** Gives the call away unannounced. @param {string} id @param {Destination} destination */
  transfer(id, destination) {
    return this.#request(destination.destinationType === "queue" ? "transferToQueue" : "transfer", id, destination);
  }

  /** The supervisor's own station rings; answering it starts listening. @param {string} id of the conversation */
  monitor(id) {
    const request = crypto.randomUUID();
    return this.#request("monitor", id, { id: request, monitorType: "midcall", taskId: id, trackingId: request });
  }

  /** @param {string} id of the conversation */
  pauseMonitoring(id) {
    return this.#request("pauseMonitoring", id);
  }

  /** @param {string} id of the conversation */
  resumeMonitoring(id) {
    return this.#request("resumeMonitoring", id);
  }

  /** @param {string} id of the conversation */
  endMonitoring(id) {
    return this.#request("endMonitoring", id);
  }

  /** Reads the ongoing conversations for a supervisor; the back end sends no notifications of them. */
  async readOngoing() {
    try {
      const { data } = await this.gateway().get("/v1/tasks?from=0");
      const going = data.filter((/** @type {any} */ { attributes }) => attributes.status === "assigned");
      this.#change({ ongoing: going.map(ongoingOf), ongoingFailed: false });
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      this.#change({ ongoingFailed: true });
    }
  }

  /** Finds what this supervisor is monitoring after a reload or a change of instance; no frame reports it. */
  async findMonitoring() {
    const [session] = (await this.gateway().get("/v1/monitor/sessions")).data;
    if (!session) return;
    await this.readOngoing();
    const task = this.state().floor.ongoing?.find(({ id }) => id === session.taskId);
    const { caller = "", queue = "", agent = "" } = task ?? {};
    // This desktop has no words for whispering and barging in, which only other clients can begin: both are monitoring.
    const stage = ["requested", "paused"].includes(session.state) ? session.state : "active";
    this.#change({ monitoring: { id: session.taskId, stage, since: session.since, caller, queue, agent } });
  }

  /** @param {Partial<import("../state/conversations.js").Floor>} change */
  #change(change) {
    this.dispatch({ kind: "floor", change });
  }

  /** @param {Verb} verb @param {string} id @param {object} body */
  async #request(verb, id, body = {}) {
    if (this.state().floor.acting) return;
    this.#change({ acting: verb });
    const command = REQUESTS[verb];
    try {
      await this.gateway().send({ ...command, path: command.path.replace("{id}", encodeURIComponent(id)) }, body);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      const notPermitted = error.code === "MONITORING_NOT_PERMITTED";
      this.dispatch({
        kind: "noticed",
        text: notPermitted ? "refused.monitor.notPermitted" : `refused.${verb}`,
        tone: "alert",
        trackingId: error.trackingId,
      });
    } finally {
      this.#change({ acting: null });
    }
  }
}

/** @param {string} path @param {string} done @param {string} refused @returns {Command} */
function post(path, done, refused) {
  return { method: "POST", path, done, refused };
}

/** @param {any} task @returns {import("../state/conversations.js").Ongoing} */
function ongoingOf({ id, attributes }) {
  const { origin, queue, owner, createdTime } = attributes;
  return { id, caller: origin, queue: queue.name, agent: owner?.name ?? "", since: createdTime };
}
