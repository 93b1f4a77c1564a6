/**
 * The agent's way through the desktop: from the address bar to the Task page and out again. Asks the back end and turns every outcome
 * into an action for the reducer; decides nothing about how it looks.
 */
import { COMMANDS, Gateway, Refused, numberingPlans, serviceLinks } from "./gateway.js";
import { SignInFailed, discover, dropTokens, finishSignIn, leaveForSignIn, leaveForSignOut, tokens } from "./identity.js";
import { AVAILABLE, STATION_OPTIONS, roleChoice, rolesOf } from "./state.js";
import { NotificationSocket } from "./socket.js";
import { forget, remember } from "./storage.js";

const RETRY_SECONDS = 5;
const RECOVERY_SECONDS = 50;
const DROPPED = "agent-wss-disconnect";

export class Agent {
  /** @type {Gateway | undefined} */
  #gateway;
  /** @type {import("./identity.js").Provider | undefined} */
  #provider;
  /** @type {NotificationSocket | undefined} */
  #socket;
  /** Whether the tokens were granted on this very page, so that asking for others would go round in circles. */
  #fresh = false;
  #recovering = false;

  /** @param {{state: () => import("./state.js").State, dispatch: (action: import("./state.js").Action) => void}} store */
  constructor({ state, dispatch }) {
    this.state = state;
    this.dispatch = dispatch;
  }

  /** Opens the desktop: who is it, what may they do, and are they at their station already? */
  async open() {
    try {
      const links = await serviceLinks();
      this.#provider = await discover(links.idbroker);
      const access = await this.#signedIn(this.#provider);
      if (!access) return;
      this.#gateway = new Gateway({ address: links["wcc-api-gateway"], ...access });
      await this.#arrive();
    } catch (error) {
      if (this.state().connection !== "elsewhere") this.#fail(error);
    }
  }

  /**
   * Submit of Station Credentials (AD-080).
   * @param {import("./storage.js").Remembered} credentials @param {string} number as the wire takes it @param {boolean} keep
   */
  async signInStation(credentials, number, keep) {
    const gateway = this.#opened();
    const { option, role, teamId } = credentials;
    const { agentId, siteId } = this.#known();
    const desktop = option === "BROWSER";
    this.dispatch({ kind: "submitted" });
    try {
      await gateway.send(COMMANDS.login, {
        dialNumber: desktop ? agentId : number,
        teamId: teamId || null,
        deviceType: option,
        isExtension: option === "EXTENSION",
        deviceId: desktop ? `webrtc-${agentId}` : number,
        roles: rolesOf(role),
        siteId,
      });
      const kept = keep ? remember(agentId, credentials) : forget(agentId);
      if (keep && !kept) this.dispatch({ kind: "noticed", text: "notice.notRemembered", tone: "alert" });
    } catch (error) {
      this.dispatch({ kind: "refused", refusal: refusal(error) });
    }
  }

  /** @param {string} codeId an idle code, or Available */
  async changeState(codeId) {
    this.dispatch({ kind: "changingState" });
    try {
      const { agentId } = this.#known();
      const state = codeId === AVAILABLE ? "Available" : "Idle";
      await this.#opened().send(COMMANDS.state, { state, auxCodeId: codeId, lastStateChangeReason: "", agentId });
    } catch (error) {
      this.dispatch({ kind: "stateRefused", refusal: refusal(error) });
    }
  }

  /** Sign Out (AD-086): first the agent session, then the session at the identity provider. */
  async signOut() {
    this.dispatch({ kind: "leaving" });
    try {
      await this.#opened().send(COMMANDS.logout, { logoutReason: "User requested logout" });
      this.leave();
    } catch (error) {
      this.dispatch({ kind: "leavingRefused", refusal: refusal(error) });
    }
  }

  /** Cancel of Station Credentials: back to the e-mail page as nobody. */
  leave() {
    this.dispatch({ kind: "leaving" });
    this.#socket?.close();
    if (this.#provider) leaveForSignOut(this.#provider);
  }

  /** Continue of the Multiple Sign In Alert: this instance takes over (AD-015). */
  async takeOver() {
    this.dispatch({ kind: "continuing" });
    try {
      await this.#arrive();
    } catch {
      if (this.state().connection !== "elsewhere") this.#recover();
    }
  }

  /** Connects this instance and finds the agent where they were. */
  async #arrive() {
    await this.#connect();
    if (!this.state().person) {
      const [known, regions] = await Promise.all([person(this.#opened()), numberingPlans()]);
      this.dispatch({ kind: "knownPerson", person: known, regions });
    }
    await this.#resume();
  }

  /** @param {import("./identity.js").Provider} provider */
  async #signedIn(provider) {
    if (location.pathname === "/signed-in") {
      const answer = new URLSearchParams(location.search);
      history.replaceState(null, "", "/");
      this.#fresh = (await finishSignIn(provider, answer)) !== null;
    }
    const access = tokens();
    if (!access) await leaveForSignIn(provider, this.state().language);
    return access;
  }

  async #connect() {
    const gateway = this.#opened();
    const socket = new NotificationSocket({
      onFrame: (frame) => this.#hear(frame),
      onLost: () => this.#recover(),
    });
    this.#socket?.close();
    this.#socket = socket;
    await socket.open(await gateway.subscribe());
    this.dispatch({ kind: "connected" });
  }

  /** @param {import("./socket.js").Frame} frame */
  #hear(frame) {
    if (frame.data?.type === "AgentMultiLoginCloseSession") this.#socket?.close();
    this.dispatch({ kind: "frame", frame });
    this.#gateway?.hear(frame);
  }

  /** Silent re-login (PROTOCOL 3.5): the agent session goes on where it was, or there is none and Station Credentials are asked for. */
  async #resume() {
    try {
      const session = await this.#opened().send(COMMANDS.reload, {});
      if (session.lastStateChangeReason === DROPPED) await this.changeState(AVAILABLE);
    } catch (error) {
      if (!(error instanceof Refused) || error.code !== "AGENT_NOT_FOUND") throw error;
      this.dispatch({ kind: "noSession" });
    }
  }

  /** Tries a lost connection again until it is back, or until the tenant's recovery time has been used up. */
  async #recover() {
    this.dispatch({ kind: "lost" });
    if (this.#recovering) return;
    this.#recovering = true;
    const seconds = this.state().person?.recoverySeconds ?? RECOVERY_SECONDS;
    for (let tries = Math.ceil(seconds / RETRY_SECONDS); tries > 0 && this.state().connection !== "up"; tries -= 1) {
      await new Promise((resolve) => setTimeout(resolve, RETRY_SECONDS * 1_000));
      const back = await this.#arrive().then(
        () => true,
        () => false,
      );
      if (!back && this.state().connection === "elsewhere") break;
      if (!back) this.dispatch({ kind: "lost" });
    }
    this.#recovering = false;
    if (this.state().connection === "lost") this.dispatch({ kind: "recoveryEnded" });
  }

  /** @param {unknown} error */
  #fail(error) {
    if (error instanceof Refused && error.status === 401 && !this.#fresh) {
      dropTokens();
      location.reload();
      return;
    }
    const known = error instanceof Refused || error instanceof SignInFailed;
    if (!known) console.error(error);
    this.dispatch({
      kind: "failed",
      failure: {
        kind: known ? error.code : "unexpected",
        trackingId: (known && error.trackingId) || `desk_${crypto.randomUUID()}`,
        at: new Date().toISOString(),
        address: location.href,
      },
    });
  }

  #opened() {
    if (!this.#gateway) throw new Error("nobody has signed in yet");
    return this.#gateway;
  }

  #known() {
    const { person } = this.state();
    if (!person) throw new Error("the configuration has not been read yet");
    return person;
  }
}

/** @param {unknown} error @returns {import("./state.js").Refusal} */
function refusal(error) {
  if (!(error instanceof Refused)) throw error;
  return { code: error.code, kind: error.kind, trackingId: error.trackingId };
}

/**
 * The person and what is configured for them (PROTOCOL 3.3).
 * @param {Gateway} gateway @returns {Promise<import("./state.js").Person>}
 */
async function person(gateway) {
  const [user, organisation, tenant, codes] = await Promise.all([
    gateway.read(`/user/by-ci-user-id/${gateway.agentId}`),
    gateway.read("/v2/organization-setting?agentView=true"),
    gateway.read("/v2/tenant-configuration?agentView=true"),
    gateway.readAll("/v2/auxiliary-code?attributes=id,isSystemCode,name,defaultCode,workTypeCode,active"),
  ]);
  const [profile, teams] = await Promise.all([
    gateway.read(`/agent-profile/${user.agentProfileId}`),
    user.teamIds?.length ? gateway.readAll(`/v2/team?filter=id=in=(${user.teamIds.join(",")})`) : [],
  ]);
  const provisioned = profile.loginVoiceOptions.filter(
    (/** @type {string} */ option) => option !== "BROWSER" || organisation.data[0].webRtcEnabled,
  );
  const { forceDefaultDn, lostConnectionRecoveryTimeout = RECOVERY_SECONDS * 1_000 } = tenant.data[0];
  // The vendor's API spells the field as it does; its clients read either.
  const defaultNumber = user.defaultDialledNumber ?? user.deafultDialledNumber ?? "";
  const idleCodes = codes.filter(
    ({ id, workTypeCode, isSystemCode, active }) =>
      workTypeCode === "IDLE_CODE" && !isSystemCode && active !== false && (profile.accessIdleCode !== "SPECIFIC" || profile.idleCodes.includes(id)),
  );
  return {
    agentId: gateway.agentId,
    name: `${user.firstName} ${user.lastName}`,
    initials: [user.firstName, user.lastName].map((name) => [...name][0] ?? "").join(""),
    email: user.email,
    roles: rolesToChoose(user),
    teams: teams.map(({ id, name }) => ({ id, name })),
    siteId: user.siteId ?? "",
    options: STATION_OPTIONS.filter((option) => provisioned.includes(option)),
    defaultNumber,
    numberLocked: defaultNumber !== "" && (profile.agentDNValidation === "PROVISIONED_VALUE" || forceDefaultDn === true),
    idleCodes: idleCodes.map(({ id, name, defaultCode }) => ({ id, name, isDefault: defaultCode })),
    recoverySeconds: lostConnectionRecoveryTimeout / 1_000,
  };
}

/** @param {{roles?: string[]}} user @returns {import("./state.js").RoleChoice[]} */
function rolesToChoose({ roles = ["agent"] }) {
  const most = roleChoice(roles);
  return most === "supervisorAgent" ? ["supervisor", "supervisorAgent"] : [most];
}
