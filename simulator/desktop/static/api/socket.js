/**
 * One notification socket: Welcome, heartbeats, and the moment it is lost (PROTOCOL 3.2).
 * Silence is counted in unanswered heartbeats, not in seconds, so that a laptop that slept does not count as a lost connection.
 */

const HEARTBEAT_MS = 4_000;
const WELCOME_MS = 30_000;
const UNANSWERED_HEARTBEATS = 2;

/** @typedef {import("../state/actions.js").Frame} Frame */

/** The socket closed before Welcome. */
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
  #beats = undefined;

  /**
   * @param {object} listeners
   * @param {(frame: Frame) => void} listeners.onFrame every frame except Welcome and keepalives
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
      const timeout = setTimeout(() => this.#end(socket, reject), WELCOME_MS);
      let welcome = false;
      socket.onopen = () => this.#startHeart(socket);
      socket.onmessage = ({ data }) => {
        /** @type {Frame} */
        const frame = JSON.parse(data);
        if (frame.keepalive) {
          this.#unanswered = 0;
        } else if (frame.type === "Welcome") {
          clearTimeout(timeout);
          welcome = true;
          resolve();
        } else if (frame.data) {
          this.onFrame(frame);
        }
      };
      socket.onclose = () => {
        clearTimeout(timeout);
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
   * A page that was suspended has overdue timers and unread answers. Each heartbeat therefore queues behind the messages that have
   * arrived, and heartbeats that are due together are sent once.
   * @param {WebSocket} socket
   */
  #startHeart(socket) {
    this.#unanswered = 0;
    let due = false;
    const { port1: beats, port2: trigger } = new MessageChannel();
    this.#beats = beats;
    beats.onmessage = () => {
      due = false;
      if (this.#unanswered >= UNANSWERED_HEARTBEATS) {
        this.#end(socket, this.onLost);
      } else {
        this.#unanswered += 1;
        socket.send(JSON.stringify({ keepalive: "true" }));
      }
    };
    const beat = () => {
      if (!due) trigger.postMessage(null);
      due = true;
    };
    beat();
    this.#heart = setInterval(beat, HEARTBEAT_MS);
  }

  /** @param {WebSocket} socket @param {(reason: Error) => void} notify */
  #end(socket, notify) {
    if (this.#socket !== socket) return;
    this.#socket = null;
    clearInterval(this.#heart);
    this.#beats?.close();
    socket.onmessage = null;
    socket.close();
    notify(new SocketRefused("the notification socket closed"));
  }
}
