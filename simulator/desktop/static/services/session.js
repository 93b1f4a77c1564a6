/** The agent session at a station: sign-in (AD-080), the agent state, and finding it again (PROTOCOL 3.5, 4, 5). */
import { COMMANDS, Refused } from "../api/gateway.js";
import { forget, remember } from "../browser/storage.js";
import { AVAILABLE, rolesOf } from "../state/person.js";
import { knownPerson } from "../state/state.js";
import { microphoneWorks, refusal } from "./outcomes.js";

/** The reason of the state that the back end sets for an agent whose connection was lost. */
const DROPPED = "agent-wss-disconnect";

export class AgentSession {
  /**
   * @param {object} dependencies
   * @param {() => import("../api/gateway.js").Gateway} dependencies.gateway
   * @param {import("./layout-reader.js").LayoutReader} dependencies.layouts
   * @param {import("./floor.js").FloorWork} dependencies.floor
   * @param {() => import("../state/state.js").State} dependencies.state
   * @param {(action: import("../state/actions.js").Action) => void} dependencies.dispatch
   */
  constructor({ gateway, layouts, floor, state, dispatch }) {
    this.gateway = gateway;
    this.layouts = layouts;
    this.floor = floor;
    this.state = state;
    this.dispatch = dispatch;
  }

  /**
   * Submit of Station Credentials (AD-080).
   * @param {import("../browser/storage.js").Remembered} credentials @param {string} number as the wire takes it @param {boolean} remembering whether to save the credentials in this browser
   */
  async signIn(credentials, number, remembering) {
    const gateway = this.gateway();
    const { option, role, teamId } = credentials;
    const { agentId, siteId } = knownPerson(this.state());
    const desktop = option === "BROWSER";
    const device = desktop ? `webrtc-${agentId}` : number;
    this.dispatch({ kind: "submitted" });
    try {
      if (desktop) await microphoneWorks();
      await this.layouts.layOut(role, teamId);
      await gateway.send(COMMANDS.login, {
        dialNumber: device,
        teamId: teamId || null,
        deviceType: option,
        isExtension: option === "EXTENSION",
        deviceId: device,
        roles: rolesOf(role),
        siteId,
      });
    } catch (error) {
      const { code } = refusal(error);
      // An earlier attempt succeeded, and only its answer was lost.
      const done = code === "AGENT_ALREADY_SIGNED_IN" && (await this.resume().then(() => true).catch(() => false));
      if (!done) {
        this.dispatch({ kind: "refused", refusal: refusal(error) });
        return;
      }
    }
    this.#saveCredentials(agentId, remembering ? credentials : null);
  }

  /** Credentials that cannot be saved also remove earlier ones, so that no old ones are filled in. @param {string} agentId @param {import("../browser/storage.js").Remembered | null} credentials */
  #saveCredentials(agentId, credentials) {
    if (credentials && remember(agentId, credentials)) return;
    forget(agentId);
    if (credentials) this.dispatch({ kind: "noticed", text: "notice.notRemembered", tone: "alert" });
  }

  /** @param {string} codeId an idle code, or Available */
  async changeState(codeId) {
    this.dispatch({ kind: "changingState" });
    try {
      const { agentId } = knownPerson(this.state());
      const state = codeId === AVAILABLE ? "Available" : "Idle";
      await this.gateway().send(COMMANDS.state, { state, auxCodeId: codeId, lastStateChangeReason: "", agentId });
    } catch (error) {
      this.dispatch({ kind: "stateRefused", refusal: refusal(error) });
    }
  }

  /** Silent re-login (PROTOCOL 3.5): resumes the agent session, or shows Station Credentials where there is none. @param {"noSession" | "recoveryEnded"} [gone] */
  async resume(gone = "noSession") {
    try {
      const session = await this.gateway().send(COMMANDS.reload, {});
      if (session.lastStateChangeReason === DROPPED) await this.changeState(AVAILABLE);
      if (session.roles?.includes("supervisor")) await this.floor.findMonitoring();
    } catch (error) {
      if (!(error instanceof Refused) || error.code !== "AGENT_NOT_FOUND") throw error;
      this.dispatch({ kind: gone });
    }
  }
}
