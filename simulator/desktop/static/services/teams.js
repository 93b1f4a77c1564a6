/**
 * The agent's Microsoft Teams account (AD-035 to AD-041, AD-099, AD-100): whether the organisation uses it, and the sign-in in a separate
 * window. The outcome is stored for this tab only; nothing here delays the desktop.
 */
import { SignInFailed, authorizationAddress, claims, discover, newPending, redeem } from "../api/openid.js";
import { serviceNow } from "../api/servicetime.js";
import { readChoices, tabTeams } from "../browser/storage.js";

const CLIENT = {
  id: "agent-desktop-teams",
  scope: "openid profile email Presence.Read",
  redirectUri: `${location.origin}/teams-signed-in`,
};
const WINDOW = { name: "deskproof-desk-teams", width: 480, height: 680 };
const LOOK_MS = 250;

/** The outcomes that the agent chose; all others are failures. */
const CANCELLATIONS = ["cancel", "closed"];

/** @typedef {import("../state/state.js").TeamsAccount} TeamsAccount */

export class Teams {
  #address = "";
  #agentId = "";

  /** @param {{state: () => import("../state/state.js").State, dispatch: (action: import("../state/actions.js").Action) => void}} store */
  constructor({ state, dispatch }) {
    this.state = state;
    this.dispatch = dispatch;
  }

  /**
   * Offers the sign-in, or shows the outcome of an earlier one in this tab.
   * @param {string} address where Teams accounts sign in @param {string} agentId
   */
  offer(address, agentId) {
    this.#address = address;
    this.#agentId = agentId;
    this.#show(fromTab(agentId));
  }

  /** Signs in to Teams in a separate window. Call it from a click: browsers block windows opened otherwise. */
  async signIn() {
    if (this.state().teams?.status === "waiting") return;
    this.#show({ status: "waiting", why: "" });
    try {
      this.#finish({ status: "success", why: "", expires: await this.#granted() });
    } catch (error) {
      if (!(error instanceof SignInFailed)) console.error(error);
      const why = error instanceof SignInFailed ? error.code : "unexpected";
      this.#finish({ status: CANCELLATIONS.includes(why) ? "cancelled" : "failed", why, expires: 0 });
    }
  }

  /** Removes the stored outcome, so that the next person on this computer does not get it. */
  forget() {
    tabTeams.remove();
  }

  /**
   * Discovery runs before the window opens, so that an unreachable provider is reported here and not in an empty window.
   * @returns {Promise<number>} until when the account is signed in, in milliseconds since the epoch
   */
  async #granted() {
    const provider = await discover(this.#address);
    const pending = newPending();
    const { person, language } = this.state();
    const address = await authorizationAddress(provider, CLIENT, pending, {
      prompt: "login",
      login_hint: person?.email ?? "",
      ui_locales: readChoices().language ?? language,
    });
    const answer = await askInWindow(address).finally(() => this.dispatch({ kind: "chose", choices: readChoices() }));
    const body = await redeem(provider, CLIENT, pending, answer);
    const { iss, aud, exp } = claims(body.id_token);
    if (iss !== provider.issuer || aud !== CLIENT.id || exp * 1_000 <= serviceNow()) throw new SignInFailed("issuer");
    return claims(body.access_token).exp * 1_000;
  }

  /** @param {Omit<import("../browser/storage.js").TeamsOutcome, "agentId">} outcome */
  #finish(outcome) {
    const saved = tabTeams.write({ agentId: this.#agentId, ...outcome });
    this.#show(saved || outcome.status !== "success" ? outcome : { status: "failed", why: "storage" });
  }

  /** @param {TeamsAccount} account */
  #show({ status, why }) {
    this.dispatch({ kind: "teams", teams: { status, why } });
  }
}

/**
 * Whether the organisation's administrator has set the connector up (DOMAIN 2.5); null where that cannot be read: Teams is
 * optional, and the desktop works without it.
 * @param {import("../api/gateway.js").Gateway} gateway @returns {Promise<boolean | null>}
 */
export async function connectorActive(gateway) {
  try {
    const { data } = await gateway.read("/v2/microsoft-config");
    return data.some((/** @type {{active: boolean}} */ { active }) => active);
  } catch {
    return null;
  }
}

/** @param {string} agentId @returns {TeamsAccount} */
function fromTab(agentId) {
  const saved = tabTeams.read();
  if (saved?.agentId !== agentId) return { status: "untried", why: "" };
  const over = saved.status === "success" && saved.expires <= serviceNow();
  return over ? { status: "failed", why: "expired" } : { status: saved.status, why: saved.why };
}

/**
 * Opens the window and waits for the message of its last page, which is one of this desktop's own.
 * @param {URL} address @returns {Promise<URLSearchParams>} SignInFailed: `blocked` by the browser, or `closed` by the agent
 */
function askInWindow(address) {
  const { name, width, height } = WINDOW;
  const left = Math.round(screenX + (outerWidth - width) / 2);
  const top = Math.round(screenY + (outerHeight - height) / 2);
  const opened = window.open(address, name, `popup,width=${width},height=${height},left=${left},top=${top}`);
  if (!opened) throw new SignInFailed("blocked");
  return new Promise((resolve, reject) => {
    const done = () => {
      clearInterval(looking);
      removeEventListener("message", receive);
    };
    /** @param {MessageEvent} message */
    const receive = ({ origin, source, data }) => {
      if (origin !== location.origin || source !== opened || data?.kind !== "teams-answer") return;
      done();
      opened.close();
      resolve(new URLSearchParams(data.answer));
    };
    const looking = setInterval(() => {
      if (!opened.closed) return;
      done();
      reject(new SignInFailed("closed"));
    }, LOOK_MS);
    addEventListener("message", receive);
  });
}
