/**
 * The agent's Microsoft Teams account (AD-035 to AD-041, AD-099, AD-100): whether the organisation asks for it, and the sign-in in a window
 * of its own. What came of it lives in this tab and nowhere else; nothing here ever holds up the desktop.
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

/** What the agent did, as against what went wrong. */
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
   * Offers the sign-in, or tells how an earlier one in this tab ended.
   * @param {string} address where Teams accounts sign in @param {string} agentId
   */
  offer(address, agentId) {
    this.#address = address;
    this.#agentId = agentId;
    this.#show(fromTab(agentId));
  }

  /** Signs in to Teams in a window of its own. Call it from a click: browsers open windows for nothing else. */
  async signIn() {
    if (this.state().teams?.status === "waiting") return;
    this.#show({ status: "waiting", why: "" });
    try {
      this.#settle({ status: "success", why: "", expires: await this.#granted() });
    } catch (error) {
      if (!(error instanceof SignInFailed)) console.error(error);
      const why = error instanceof SignInFailed ? error.code : "unexpected";
      this.#settle({ status: CANCELLATIONS.includes(why) ? "cancelled" : "failed", why, expires: 0 });
    }
  }

  /** Forgets all of it, for whoever sits here next. */
  forget() {
    tabTeams.remove();
  }

  /**
   * The provider is asked before the window opens: one that cannot be reached is reported here, and not in an empty window.
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
  #settle(outcome) {
    const kept = tabTeams.write({ agentId: this.#agentId, ...outcome });
    this.#show(kept || outcome.status !== "success" ? outcome : { status: "failed", why: "storage" });
  }

  /** @param {TeamsAccount} account */
  #show({ status, why }) {
    this.dispatch({ kind: "teams", teams: { status, why } });
  }
}

/**
 * Whether the organisation's administrator has set the connector up (DOMAIN 2.5); null where no answer comes: Teams is an extra, and the
 * desktop goes on without it.
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
  const kept = tabTeams.read();
  if (kept?.agentId !== agentId) return { status: "untried", why: "" };
  const over = kept.status === "success" && kept.expires <= serviceNow();
  return over ? { status: "failed", why: "expired" } : { status: kept.status, why: kept.why };
}

/**
 * Opens the window and waits for what its last page, which is one of this desktop's own, has to say.
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
      removeEventListener("message", hear);
    };
    /** @param {MessageEvent} message */
    const hear = ({ origin, source, data }) => {
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
    addEventListener("message", hear);
  });
}
