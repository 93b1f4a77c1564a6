/**
 * The API gateway as an outside client sees it: REST that is only an acknowledgement, and answers that arrive as notifications
 * (PROTOCOL 1). Every refusal becomes a `Refused` with a code and a tracking id.
 */
import { updateTime } from "./servicetime.js";

const ANSWER_MS = 20_000;
/** Rows of a page of a list. */
export const PAGE_SIZE = 100;

/** The back end refused or did not answer; `kind` distinguishes refused | http | network | timeout. */
export class Refused extends Error {
  /** @param {{kind: "refused" | "http" | "network" | "timeout", code: string, trackingId: string, status?: number, data?: Record<string, any>}} why */
  constructor({ kind, code, trackingId, status = 0, data = {} }) {
    super(`${kind}: ${code}`);
    this.kind = kind;
    this.code = code;
    this.trackingId = trackingId;
    this.status = status;
    /** The content of the refusing notification. */
    this.data = data;
  }
}

/**
 * A command of the wire: what is sent, and which notifications answer it (PROTOCOL 3.5, 4, 5).
 * @typedef {{method: string, path: string, done: string, refused: string}} Command
 */

/**
 * A command whose answer can be one of several notifications; `about` is the id of the conversation that the answer has to name.
 * @typedef {{method: string, path: string, done: readonly string[], refused: readonly string[], about?: string}} Question
 */

/** @type {Record<"reload" | "login" | "logout" | "state" | "colleagues", Command>} */
export const COMMANDS = {
  reload: { method: "POST", path: "/v1/agents/reload", done: "AgentReloginSuccess", refused: "AgentReloginFailed" },
  login: { method: "POST", path: "/v1/agents/login", done: "AgentStationLoginSuccess", refused: "AgentStationLoginFailed" },
  logout: { method: "POST", path: "/v1/agents/logout", done: "AgentLogoutSuccess", refused: "AgentLogoutFailed" },
  colleagues: { method: "POST", path: "/v1/agents/buddyList", done: "BuddyAgents", refused: "BuddyAgentsRetrieveFailed" },
  state: { method: "PUT", path: "/v1/agents/session/state", done: "AgentStateChangeSuccess", refused: "AgentStateChangeFailed" },
};

/** @typedef {{question: Question, settle: (frame: import("./socket.js").Frame) => void, abandon: () => void}} Waiting */

/** The code of a command whose answer goes to another instance, which has taken over. */
export const SUPERSEDED = "SUPERSEDED";

/** @returns {Promise<Record<string, string>>} the addresses of the services, from the catalogue that needs no sign-in (PROTOCOL 2.2) */
export async function serviceLinks() {
  const catalogue = await call("GET", "/u2c/api/v1/limited/catalog?format=hostmap");
  return catalogue.serviceLinks;
}

/** @returns {Promise<import("../text/numbers.js").Region[]>} the numbering plans of the world, from the desktop's own files */
export async function numberingPlans() {
  const plans = await call("GET", "/desktop/numbering.json");
  return plans.regions;
}

export class Gateway {
  /** @type {Set<Waiting>} */
  #waiting = new Set();

  /** @param {{address: string, accessToken: string, agentId: string, orgId: string}} access */
  constructor({ address, accessToken, agentId, orgId }) {
    this.address = address;
    this.accessToken = accessToken;
    this.agentId = agentId;
    this.orgId = orgId;
  }

  /** @returns {Promise<string>} the address of a new notification socket; it supersedes older instances of this agent */
  async subscribe() {
    const body = { force: true, isKeepAliveEnabled: false, clientType: "AgentDesktop", allowMultiLogin: false };
    const reply = await this.#call("POST", `${this.address}/v1/notification/subscribe`, body);
    return reply.webSocketUrl;
  }

  /** @param {string} path @returns {Promise<any>} */
  get(path) {
    return this.#call("GET", this.address + path);
  }

  /** @param {string} path below the organisation @returns {Promise<any>} */
  read(path) {
    return this.get(`/organization/${this.orgId}${path}`);
  }

  /**
   * The first page says how many pages there are; the others are requested in parallel, as the vendor's client does (PROTOCOL 3.3).
   * @param {string} path of a paged list @returns {Promise<any[]>} the rows of all its pages
   */
  async readAll(path) {
    const joint = path.includes("?") ? "&" : "?";
    const page = (/** @type {number} */ number) => this.read(`${path}${joint}page=${number}&pageSize=${PAGE_SIZE}`);
    const first = await page(0);
    const others = Array.from({ length: Math.max(0, (first.meta?.totalPages ?? 1) - 1) }, (_, index) => page(index + 1));
    return [first, ...(await Promise.all(others))].flatMap(({ data }) => data);
  }

  /**
   * Every request names the ids of one page at most: a request that names a thousand is longer than many servers accept, and would be
   * repeated for each page of its answer.
   * @param {string} path of a paged list @param {string[]} ids @returns {Promise<any[]>} the rows with these ids, in their order
   */
  async readNamed(path, ids) {
    const chunks = Array.from({ length: Math.ceil(ids.length / PAGE_SIZE) }, (_, index) => ids.slice(index * PAGE_SIZE, (index + 1) * PAGE_SIZE));
    const read = await Promise.all(chunks.map((chunk) => this.readAll(`${path}?filter=id=in=(${chunk.join(",")})`)));
    const rows = new Map(read.flat().map((row) => [row.id, row]));
    return ids.flatMap((id) => rows.get(id) ?? []);
  }

  /**
   * Sends a command and waits for the notification that answers it.
   * @param {Command} command @param {object} body @returns {Promise<Record<string, any>>} the data of that notification
   */
  async send({ method, path, done, refused }, body) {
    const { data = {} } = await this.ask({ method, path, done: [done], refused: [refused] }, body);
    return data;
  }

  /** @param {Question} question @param {object} body @returns {Promise<import("./socket.js").Frame>} the notification that answers it */
  async ask(question, body) {
    const sent = trackingId();
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    let timeout;
    /** @type {Waiting | undefined} */
    let waiting;
    /** @type {Promise<import("./socket.js").Frame>} */
    const answer = new Promise((resolve, reject) => {
      waiting = {
        question,
        settle: (frame) => {
          const { data = {}, trackingId = "" } = frame;
          if (question.done.includes(data.type)) resolve(frame);
          else reject(new Refused({ kind: "refused", code: data.reason ?? data.type, trackingId: data.trackingId ?? trackingId, data }));
        },
        abandon: () => reject(new Refused({ kind: "refused", code: SUPERSEDED, trackingId: sent })),
      };
      this.#waiting.add(waiting);
      timeout = setTimeout(() => reject(new Refused({ kind: "timeout", code: question.done.join(), trackingId: sent })), ANSWER_MS);
    });
    try {
      await Promise.race([this.#call(question.method, this.address + question.path, body, sent).then(() => answer), answer]);
      return await answer;
    } finally {
      clearTimeout(timeout);
      answer.catch(() => {});
      if (waiting) this.#waiting.delete(waiting);
    }
  }

  /** Sends a command that is only acknowledged. @param {string} method @param {string} path @param {object} body @returns {Promise<any>} */
  tell(method, path, body) {
    return this.#call(method, this.address + path, body);
  }

  /** @param {import("./socket.js").Frame} frame a notification; settles the commands that wait for it */
  receive(frame) {
    const { type, interactionId, taskId } = frame.data ?? {};
    for (const { question, settle } of this.#waiting) {
      const { done, refused, about } = question;
      const named = interactionId ?? taskId;
      const fits = about === undefined || named === undefined || about === named;
      if (fits && [...done, ...refused].includes(type)) settle(frame);
    }
  }

  /** Rejects all waiting commands: another instance took over, and receives their answers. */
  abandon() {
    for (const { abandon } of this.#waiting) abandon();
  }

  /** @param {string} method @param {string} url @param {object} [body] @param {string} [tracking] */
  #call(method, url, body, tracking) {
    return call(method, url, { body, accessToken: this.accessToken, tracking });
  }
}

function trackingId() {
  return `desk_${crypto.randomUUID()}`;
}

/**
 * @param {string} method @param {string} url
 * @param {{body?: object, accessToken?: string, tracking?: string}} [options]
 * @returns {Promise<any>}
 */
export async function call(method, url, { body, accessToken, tracking = trackingId() } = {}) {
  /** @type {Record<string, string>} */
  const headers = { accept: "application/json", trackingid: tracking };
  if (accessToken) headers.authorization = `Bearer ${accessToken}`;
  if (body) headers["content-type"] = "application/json";
  let reply;
  try {
    reply = await fetch(url, { method, headers, body: body && JSON.stringify(body), cache: accessToken ? "no-store" : "default" });
  } catch {
    throw new Refused({ kind: "network", code: "NETWORK", trackingId: tracking });
  }
  if (accessToken) updateTime(reply);
  const text = await reply.text();
  const answer = parsed(text);
  if (!reply.ok) {
    throw new Refused({
      kind: "http",
      code: answer.error?.reason ?? answer.error?.key ?? `HTTP ${reply.status}`,
      trackingId: answer.trackingId ?? reply.headers.get("trackingid") ?? tracking,
      status: reply.status,
    });
  }
  return answer;
}

/** @param {string} text @returns {any} */
function parsed(text) {
  try {
    return text ? JSON.parse(text) : {};
  } catch {
    return {};
  }
}
