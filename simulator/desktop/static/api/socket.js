/**
 * One notification socket: Welcome, heartbeats, and the moment it is lost (PROTOCOL 3.2).
 * Silence is counted in unanswered heartbeats, not seconds, so a laptop that slept is not taken for a lost connection.
 */

const HEARTBEAT_MS = 4_000;
const WELCOME_MS = 30_000;
const UNANSWERED_HEARTBEATS = 2;

/** @typedef {import("../state/actions.js").Frame} Frame */

/** The socket closed before it was of any use. */
export class SocketRefused extends Error {
  code = "SOCKET";
  trackingId = "";
}

export class NotificationSocket {
  /** @type {WebSocket | null} */
  #socket = null;
  #unanswered = 0;
  /** @type {ReturnType<typeof setInterval> | undefined} */
  #heart = undefined;
  /** @type {MessagePort | undefined} */
  #bell = undefined;

  /**
   * @param {object} listeners
   * @param {(frame: Frame) => void} listeners.onFrame every frame that says something
   * @param {() => void} listeners.onLost once, when an open socket is gone without `close()`
   */
  constructor({ onFrame, onLost }) {
    this.onFrame = onFrame;
    this.onLost = onLost;
  }

  /** @param {string} url @returns {Promise<void>} settles with Welcome, or fails when the socket closes or stays silent before it */
  open(url) {
    return new Promise((resolve, reject) => {
      const socket = new WebSocket(url);
      this.#socket = socket;
      const patience = setTimeout(() => this.#end(socket, reject), WELCOME_MS);
      let welcome = false;
      socket.onopen = () => this.#startHeart(socket);
      socket.onmessage = ({ data }) => {
        /** @type {Frame} */
        const frame = JSON.parse(data);
        if (frame.keepalive) {
          this.#unanswered = 0;
        } else if (frame.type === "Welcome") {
          clearTimeout(patience);
          welcome = true;
          resolve();
        } else if (frame.data) {
          this.onFrame(frame);
        }
      };
      socket.onclose = () => {
        clearTimeout(patience);
        this.#end(socket, welcome ? this.onLost : reject);
      };
    });
  }

  /** Closes for good: `onLost` is not called. */
  close() {
    const socket = this.#socket;
    if (socket) this.#end(socket, () => {});
  }

  /**
   * A page that was held up has timers that are overdue and answers that it has not read. Each beat therefore waits for its turn behind
   * what has arrived, and beats that fall due together are one.
   * @param {WebSocket} socket
   */
  #startHeart(socket) {
    this.#unanswered = 0;
    let due = false;
    const { port1: bell, port2: rope } = new MessageChannel();
    this.#bell = bell;
    bell.onmessage = () => {
      due = false;
      if (this.#unanswered >= UNANSWERED_HEARTBEATS) {
        this.#end(socket, this.onLost);
      } else {
        this.#unanswered += 1;
        socket.send(JSON.stringify({ keepalive: "true" }));
      }
    };
    const beat = () => {
      if (!due) rope.postMessage(null);
      due = true;
    };
    beat();
    this.#heart = setInterval(beat, HEARTBEAT_MS);
  }

  /** @param {WebSocket} socket @param {(reason: Error) => void} tell */
  #end(socket, tell) {
    if (this.#socket !== socket) return;
    this.#socket = null;
    clearInterval(this.#heart);
    this.#bell?.close();
    socket.onmessage = null;
    socket.close();
    tell(new SocketRefused("the notification socket closed"));
  }
}
