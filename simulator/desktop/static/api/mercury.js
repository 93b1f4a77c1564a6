/** The Mercury socket: authorization, heartbeats, acknowledgements, and the events of calls (PROTOCOL 7). */

const HEARTBEAT_MS = 15_000;
const OPEN_MS = 20_000;
const UNANSWERED_HEARTBEATS = 2;

export class Mercury {
  /** @type {WebSocket | null} */
  #socket = null;
  #unanswered = 0;
  /** @type {ReturnType<typeof setInterval> | undefined} */
  #heart;

  /**
   * @param {object} listeners
   * @param {(data: Record<string, any>) => void} listeners.onEvent the data of every event
   * @param {() => void} listeners.onLost once, when an open socket is gone without `close()`
   */
  constructor({ onEvent, onLost }) {
    this.onEvent = onEvent;
    this.onLost = onLost;
  }

  /** @param {string} url @param {string} accessToken @returns {Promise<void>} resolves when the socket is ready */
  open(url, accessToken) {
    return new Promise((resolve, reject) => {
      const socket = new WebSocket(url);
      this.#socket = socket;
      const timeout = setTimeout(() => this.#end(socket, reject), OPEN_MS);
      let ready = false;
      socket.onopen = () => this.#send({ id: crypto.randomUUID(), type: "authorization", data: { token: `Bearer ${accessToken}` } });
      socket.onmessage = ({ data: text }) => {
        const { id, type, data } = JSON.parse(text);
        this.#unanswered = 0;
        if (type === "pong") return;
        this.#send({ messageId: id, type: "ack" });
        if (data.eventType !== "mercury.buffer_state") {
          this.onEvent(data);
          return;
        }
        clearTimeout(timeout);
        ready = true;
        this.#startHeart(socket);
        resolve();
      };
      socket.onclose = () => {
        clearTimeout(timeout);
        this.#end(socket, ready ? this.onLost : reject);
      };
    });
  }

  /** Closes for good: `onLost` is not called. */
  close() {
    if (this.#socket) this.#end(this.#socket, () => {});
  }

  /** @param {WebSocket} socket */
  #startHeart(socket) {
    this.#heart = setInterval(() => {
      if (this.#unanswered >= UNANSWERED_HEARTBEATS) {
        this.#end(socket, this.onLost);
      } else {
        this.#unanswered += 1;
        this.#send({ id: crypto.randomUUID(), type: "ping" });
      }
    }, HEARTBEAT_MS);
  }

  /** @param {object} frame */
  #send(frame) {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(frame));
  }

  /** @param {WebSocket} socket @param {(reason: Error) => void} notify */
  #end(socket, notify) {
    if (this.#socket !== socket) return;
    this.#socket = null;
    clearInterval(this.#heart);
    socket.onmessage = null;
    socket.close();
    notify(new Error("the Mercury socket closed"));
  }
}
