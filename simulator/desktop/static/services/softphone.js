/**
 * The phone in the browser, for an agent whose station is Desktop (AD-046, AD-066): registers with the calling services, rings, and carries
 * the voice of a call (PROTOCOL 7). What a conversation is, the notifications tell; this is only its sound.
 */
import { call as ask } from "../api/gateway.js";
import { Mercury } from "../api/mercury.js";
import { NoMicrophone, openMicrophone } from "../browser/microphone.js";
import { RESTING } from "../state/state.js";

const RETRY_MS = 5_000;
const CLIENT = { name: "browser", deviceType: "WEB", model: "agent-desktop", localizedModel: "agent-desktop", systemName: "AGENT_DESKTOP", systemVersion: "1" };

/** @typedef {import("../state/state.js").SoftphoneState} SoftphoneState */
/** @typedef {{address: string, id: string, deviceId: string, correlationId: string}} Heard where a call is asked about, and its names */

export class Softphone {
  /** @type {{wdm: string, mobius: string, domain: string, agentId: string, accessToken: string} | null} */
  #at = null;
  /** @type {Mercury | undefined} */
  #mercury;
  /** @type {{url: string, webSocketUrl: string} | undefined} */
  #client;
  /** @type {ReturnType<typeof setInterval> | undefined} */
  #keepalive;
  /** @type {Heard | null} */
  #call = null;
  /** Whether the agent means to talk, whichever comes first: the wish or the call. */
  #wanted = false;
  /** @type {MediaStream | null} */
  #microphone = null;
  /** @type {RTCPeerConnection | null} */
  #peer = null;
  /** The sequence number of the offer that the other side asks for; 0 as long as it has not. */
  #offerAsked = 0;
  #audio = document.createElement("audio");

  /**
   * @param {object} around
   * @param {(action: import("../state/actions.js").Action) => void} around.dispatch
   * @param {() => boolean} around.isTalking whether the agent was on a call already, so that what rings is that call again
   */
  constructor({ dispatch, isTalking }) {
    this.dispatch = dispatch;
    this.isTalking = isTalking;
    this.#audio.autoplay = true;
  }

  /**
   * Makes this browser the agent's phone, and keeps it so until `close()`.
   * @param {Record<string, string>} links the service catalogue @param {{agentId: string, accessToken: string}} access
   */
  async open({ wdm, mobius, "wcc-calling-rtms-domain": rtms }, { agentId, accessToken }) {
    if (this.#at) return;
    this.#at = { wdm, mobius, domain: new URL(rtms).hostname, agentId, accessToken };
    document.body.append(this.#audio);
    await this.#connect();
  }

  /** Is no phone any more: hangs up nothing, but no longer rings or talks. */
  close() {
    const client = this.#client;
    this.#wanted = false;
    this.#put();
    clearInterval(this.#keepalive);
    this.#mercury?.close();
    if (client) this.#ask("DELETE", client.url).catch(() => {});
    this.#client = undefined;
    this.#at = null;
    this.#audio.remove();
    this.#show(RESTING);
  }

  /** Answers the call that rings, or the one about to ring. Without a microphone that is said, and it rings on. */
  async answer() {
    this.#wanted = true;
    try {
      await this.#pickUp();
    } catch (error) {
      this.#fail(error);
    }
  }

  /** Declines what rings, or hangs up. */
  async hangUp() {
    const call = this.#call;
    this.#put();
    if (call) await this.#ask("DELETE", call.address, { ...naming(call), metrics: null, causecode: 0, cause: "Normal Disconnect." });
  }

  /** @param {boolean} muted whether the customer hears nothing of the agent */
  mute(muted) {
    for (const track of this.#microphone?.getAudioTracks() ?? []) track.enabled = !muted;
    this.#show({ muted });
  }

  /** Registers, and tries again for as long as it is wanted. A page that only lost its socket takes it up where it was. */
  async #connect() {
    let told = false;
    while (this.#at) {
      this.#show({ line: this.#client ? "lost" : "connecting" });
      try {
        await this.#register();
        this.#show({ line: "ready" });
        return;
      } catch {
        if (!told) this.dispatch({ kind: "noticed", text: "notice.lineLost", tone: "alert" });
        told = true;
        this.#show({ line: "lost" });
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
      }
    }
  }

  async #register() {
    const { wdm, mobius, domain, agentId, accessToken } = this.#opened();
    const known = this.#client;
    this.#client = undefined;
    const client = known ?? (await this.#ask("POST", `${wdm}/devices?includeUpstreamServices=all`, CLIENT));
    this.#mercury = new Mercury({ onEvent: (data) => this.#hear(data).catch((error) => this.#fail(error)), onLost: () => this.#connect() });
    await this.#mercury.open(client.webSocketUrl, accessToken);
    this.#client = client;
    if (known) return;
    const { primary } = await this.#ask("GET", `${mobius}/calling/web/`);
    const { device, keepaliveInterval } = await this.#ask("POST", `${primary.uris[0]}/calling/web/device`, {
      userId: agentId,
      clientDeviceUri: client.url,
      serviceData: { indicator: "contactcenter", domain },
    });
    clearInterval(this.#keepalive);
    this.#keepalive = setInterval(() => this.#ask("POST", `${device.uri}/status`).catch(() => {}), keepaliveInterval * 1_000);
  }

  /** @param {Record<string, any>} event */
  async #hear({ eventType, callId, deviceId, message }) {
    if (eventType === "mobius.call") {
      this.#put();
      const address = `${this.#opened().mobius}/calling/web/devices/${deviceId}/calls/${callId}`;
      this.#call = { address, id: callId, deviceId, correlationId: crypto.randomUUID() };
      this.#show({ call: "ringing" });
      await this.#tell("sig_alerting");
      if (this.#wanted || this.isTalking()) await this.#pickUp();
    } else if (callId !== this.#call?.id) {
      return;
    } else if (eventType === "mobius.calldisconnected") {
      await this.hangUp();
    } else if (message?.messageType === "OFFER_REQUEST") {
      this.#offerAsked = message.seq;
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
      this.#wanted = false;
      throw error;
    }
    this.#wanted = false;
    this.#show({ call: "connecting" });
    await this.#tell("sig_connected");
    await this.#offer();
  }

  /** Offers our sound as soon as the agent has answered and the other side has asked for it. */
  async #offer() {
    const microphone = this.#microphone;
    if (!microphone || !this.#offerAsked || this.#peer) return;
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
    await this.#send({ messageType: "OFFER_RESPONSE", seq: this.#offerAsked, version: "2", sdp: peer.localDescription?.sdp });
  }

  /** @param {unknown} error what kept the sound of a call from coming about */
  #fail(error) {
    const text = error instanceof NoMicrophone ? `notice.microphone.${error.why}` : "notice.noSound";
    this.dispatch({ kind: "noticed", text, tone: "alert" });
  }

  /** Puts the phone down: no call, no microphone, no sound. */
  #put() {
    this.#peer?.close();
    for (const track of this.#microphone?.getTracks() ?? []) track.stop();
    this.#peer = this.#microphone = this.#call = null;
    this.#offerAsked = 0;
    this.#audio.srcObject = null;
    this.#show({ call: "none", muted: false });
  }

  /** @param {"sig_alerting" | "sig_connected"} callState */
  async #tell(callState) {
    const call = this.#call;
    if (call) await this.#ask("PATCH", call.address, { ...naming(call), callState, inbandMedia: false });
  }

  /** @param {object} roap */
  async #send(roap) {
    const call = this.#call;
    if (call) await this.#ask("POST", `${call.address}/media`, { ...naming(call), localMedia: { roap, mediaId: crypto.randomUUID() } });
  }

  /** @param {Partial<SoftphoneState>} softphone */
  #show(softphone) {
    this.dispatch({ kind: "softphone", softphone });
  }

  /** @param {string} method @param {string} url @param {object} [body] */
  #ask(method, url, body) {
    return ask(method, url, { body, accessToken: this.#opened().accessToken });
  }

  #opened() {
    if (!this.#at) throw new Error("the softphone is not open");
    return this.#at;
  }
}

/** @param {Heard} call */
function naming({ id, deviceId, correlationId }) {
  return { device: { deviceId, correlationId }, callId: id };
}

/** @param {RTCPeerConnection} peer @returns {Promise<void>} settles when all of its addresses are in the offer */
function gathered(peer) {
  return new Promise((resolve) => {
    const look = () => peer.iceGatheringState === "complete" && resolve();
    peer.onicegatheringstatechange = look;
    look();
  });
}
