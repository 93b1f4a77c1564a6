/**
 * The phone in the browser, for an agent whose station is Desktop (AD-046, AD-066): registers with the calling services, rings, and carries
 * the voice of a call (PROTOCOL 7). Notifications report the conversation; this is only its sound.
 */
import { call as request } from "../api/gateway.js";
import { Mercury } from "../api/mercury.js";
import { NoMicrophone, openMicrophone } from "../browser/microphone.js";
import { RESTING } from "../state/state.js";

const RETRY_MS = 5_000;
const CLIENT = { name: "browser", deviceType: "WEB", model: "agent-desktop", localizedModel: "agent-desktop", systemName: "AGENT_DESKTOP", systemVersion: "1" };

/** @typedef {import("../state/state.js").SoftphoneState} SoftphoneState */
/** @typedef {{address: string, id: string, deviceId: string, correlationId: string}} CallHandle the address and the ids of a call */

export class Softphone {
  /** @type {{wdm: string, mobius: string, domain: string, agentId: string, accessToken: string} | null} */
  #at = null;
  /** @type {Mercury | undefined} */
  #mercury;
  /** @type {{url: string, webSocketUrl: string} | undefined} */
  #client;
  /** @type {ReturnType<typeof setInterval> | undefined} */
  #keepalive;
  /** @type {CallHandle | null} */
  #call = null;
  /** Whether the agent has chosen Answer, which may come before the call. */
  #answering = false;
  /** @type {MediaStream | null} */
  #microphone = null;
  /** @type {RTCPeerConnection | null} */
  #peer = null;
  /** The sequence number of the other side's OFFER_REQUEST; 0 before it. */
  #offerRequest = 0;
  #audio = document.createElement("audio");

  /**
   * @param {object} around
   * @param {(action: import("../state/actions.js").Action) => void} around.dispatch
   * @param {() => boolean} around.isTalking whether the agent is on a call already, so that a ringing call is that call again
   */
  constructor({ dispatch, isTalking }) {
    this.dispatch = dispatch;
    this.isTalking = isTalking;
    this.#audio.autoplay = true;
  }

  /**
   * Makes this browser the agent's phone until `close()`.
   * @param {Record<string, string>} links the service catalogue @param {{agentId: string, accessToken: string}} access
   */
  async open({ wdm, mobius, "wcc-calling-rtms-domain": rtms }, { agentId, accessToken }) {
    if (this.#at) return;
    this.#at = { wdm, mobius, domain: new URL(rtms).hostname, agentId, accessToken };
    document.body.append(this.#audio);
    await this.#connect();
  }

  /** Stops being the agent's phone, without hanging up the call. */
  close() {
    const client = this.#client;
    this.#answering = false;
    this.#release();
    clearInterval(this.#keepalive);
    this.#mercury?.close();
    if (client) this.#request("DELETE", client.url).catch(() => {});
    this.#client = undefined;
    this.#at = null;
    this.#audio.remove();
    this.#show(RESTING);
  }

  /** Answers the call that rings or is about to ring. Without a microphone a message says so, and the call rings on. */
  async answer() {
    this.#answering = true;
    try {
      await this.#pickUp();
    } catch (error) {
      this.#fail(error);
    }
  }

  /** Forgets that the agent has chosen Answer, because the call is offered no more. */
  forgetAnswer() {
    this.#answering = false;
  }

  /** Declines the ringing call, or hangs up. */
  async hangUp() {
    const call = this.#call;
    this.#release();
    if (call) await this.#request("DELETE", call.address, { ...identify(call), metrics: null, causecode: 0, cause: "Normal Disconnect." });
  }

  /** @param {boolean} muted whether the customer does not hear the agent */
  mute(muted) {
    for (const track of this.#microphone?.getAudioTracks() ?? []) track.enabled = !muted;
    this.#show({ muted });
  }

  /** Registers, and retries until `close()`. A client that only lost its socket keeps its registration. */
  async #connect() {
    let reported = false;
    while (this.#at) {
      this.#show({ line: this.#client ? "lost" : "connecting" });
      try {
        await this.#register();
        this.#show({ line: "ready" });
        return;
      } catch {
        if (!reported) this.dispatch({ kind: "noticed", text: "notice.lineLost", tone: "alert" });
        reported = true;
        this.#show({ line: "lost" });
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
      }
    }
  }

  async #register() {
    const { wdm, mobius, domain, agentId, accessToken } = this.#opened();
    const known = this.#client;
    this.#client = undefined;
    const client = known ?? (await this.#request("POST", `${wdm}/devices?includeUpstreamServices=all`, CLIENT));
    this.#mercury = new Mercury({ onEvent: (data) => this.#receive(data).catch((error) => this.#fail(error)), onLost: () => this.#connect() });
    await this.#mercury.open(client.webSocketUrl, accessToken);
    this.#client = client;
    if (known) return;
    const { primary } = await this.#request("GET", `${mobius}/calling/web/`);
    const { device, keepaliveInterval } = await this.#request("POST", `${primary.uris[0]}/calling/web/device`, {
      userId: agentId,
      clientDeviceUri: client.url,
      serviceData: { indicator: "contactcenter", domain },
    });
    clearInterval(this.#keepalive);
    this.#keepalive = setInterval(() => this.#request("POST", `${device.uri}/status`).catch(() => {}), keepaliveInterval * 1_000);
  }

  /** @param {Record<string, any>} event */
  async #receive({ eventType, callId, deviceId, message }) {
    if (eventType === "mobius.call") {
      this.#release();
      const address = `${this.#opened().mobius}/calling/web/devices/${deviceId}/calls/${callId}`;
      this.#call = { address, id: callId, deviceId, correlationId: crypto.randomUUID() };
      this.#show({ call: "ringing" });
      await this.#reportState("sig_alerting");
      if (this.#answering || this.isTalking()) await this.#pickUp();
    } else if (callId !== this.#call?.id) {
      return;
    } else if (eventType === "mobius.calldisconnected") {
      await this.hangUp();
    } else if (message?.messageType === "OFFER_REQUEST") {
      this.#offerRequest = message.seq;
      await this.#offer();
    } else if (message?.messageType === "ANSWER") {
      await this.#peer?.setRemoteDescription({ type: "answer", sdp: message.sdp });
      await this.#send({ messageType: "OK", seq: message.seq, version: "2" });
    } else if (message?.messageType === "ERROR") {
      throw new Error(message.errorCause);
    }
  }

  async #pickUp() {
    if (!this.#call) return;
    try {
      this.#microphone ??= await openMicrophone();
    } catch (error) {
      this.#answering = false;
      throw error;
    }
    this.#answering = false;
    this.#show({ call: "connecting" });
    await this.#reportState("sig_connected");
    await this.#offer();
  }

  /** Sends the offer as soon as the agent has answered and the other side has requested it. */
  async #offer() {
    const microphone = this.#microphone;
    if (!microphone || !this.#offerRequest || this.#peer) return;
    const peer = new RTCPeerConnection({ iceServers: [] });
    this.#peer = peer;
    for (const track of microphone.getAudioTracks()) peer.addTrack(track, microphone);
    peer.ontrack = ({ streams }) => {
      this.#audio.srcObject = streams[0];
    };
    peer.onconnectionstatechange = () => {
      if (peer !== this.#peer) return;
      if (peer.connectionState === "connected") this.#show({ call: "connected" });
      if (peer.connectionState === "failed") this.#fail(new Error("the connection for the sound failed"));
    };
    await peer.setLocalDescription(await peer.createOffer());
    await gathered(peer);
    await this.#send({ messageType: "OFFER_RESPONSE", seq: this.#offerRequest, version: "2", sdp: peer.localDescription?.sdp });
  }

  /** @param {unknown} error why the sound of a call could not be connected */
  #fail(error) {
    const text = error instanceof NoMicrophone ? `notice.microphone.${error.why}` : "notice.noSound";
    this.dispatch({ kind: "noticed", text, tone: "alert" });
  }

  /** Releases the call, the microphone and the connection for the sound. */
  #release() {
    this.#peer?.close();
    for (const track of this.#microphone?.getTracks() ?? []) track.stop();
    this.#peer = this.#microphone = this.#call = null;
    this.#offerRequest = 0;
    this.#audio.srcObject = null;
    this.#show({ call: "none", muted: false });
  }

  /** @param {"sig_alerting" | "sig_connected"} callState */
  async #reportState(callState) {
    const call = this.#call;
    if (call) await this.#request("PATCH", call.address, { ...identify(call), callState, inbandMedia: false });
  }

  /** @param {object} roap */
  async #send(roap) {
    const call = this.#call;
    if (call) await this.#request("POST", `${call.address}/media`, { ...identify(call), localMedia: { roap, mediaId: crypto.randomUUID() } });
  }

  /** @param {Partial<SoftphoneState>} softphone */
  #show(softphone) {
    this.dispatch({ kind: "softphone", softphone });
  }

  /** @param {string} method @param {string} url @param {object} [body] */
  #request(method, url, body) {
    return request(method, url, { body, accessToken: this.#opened().accessToken });
  }

  #opened() {
    if (!this.#at) throw new Error("the softphone is not open");
    return this.#at;
  }
}

/** @param {CallHandle} call */
function identify({ id, deviceId, correlationId }) {
  return { device: { deviceId, correlationId }, callId: id };
}

/** @param {RTCPeerConnection} peer @returns {Promise<void>} resolves when all of its addresses are in the offer */
function gathered(peer) {
  return new Promise((resolve) => {
    const look = () => peer.iceGatheringState === "complete" && resolve();
    peer.onicegatheringstatechange = look;
    look();
  });
}
