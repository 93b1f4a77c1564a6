/**
 * The agent's way through the desktop: from the address bar to the Task page and out again. Asks the back end and turns every outcome
 * into an action for the reducer; decides nothing about how it looks.
 */
import { FloorWork } from "./floor.js";
import { COMMANDS, Gateway, OVERTAKEN, Refused, numberingPlans, serviceLinks } from "../api/gateway.js";
import { readLayout } from "../state/layout.js";
import { tellStage } from "../browser/loading.js";
import { discover, dropTokens, finishSignIn, leaveForSignIn, leaveForSignOut, tokens } from "../api/identity.js";
import { leavingAs, onSignedOut, tellSignedOut } from "../browser/instances.js";
import { AVAILABLE, STATION_OPTIONS, roleChoice, rolesOf } from "../state/state.js";
import { NotificationSocket } from "../api/socket.js";
import { failureOf, isBroken, microphoneWorks, refusal, twice } from "./outcomes.js";
import { recover } from "./recovery.js";
import { Softphone } from "./softphone.js";
import { forget, remember } from "../browser/storage.js";
import { pageOfAddress } from "../state/pages.js";
import { Teams, connectorActive } from "./teams.js";

const DROPPED = "agent-wss-disconnect";

/** Another instance took over while this one was on its way: whoever started it has nothing left to do. */
class Overtaken extends Error {}

export class Agent {
  /** @type {Gateway | undefined} */
  #gateway;
  /** @type {import("../api/identity.js").Provider | undefined} */
  #provider;
  /** The services of the tenant, by name. @type {Record<string, string>} */
  #links = {};
  /** Where Microsoft Teams accounts sign in. */
  #entra = "";
  /** @type {NotificationSocket | undefined} */
  #socket;
  /** Whether the tokens were granted on this very page, so that asking for others would go round in circles. */
  #fresh = false;
  #recovering = false;
  /** For whom the layout of this page was read. */
  #laidOutFor = "";
  /** Whether the layout could not be read, and is to be read at the next occasion. */
  #layoutMissing = false;
  /** Whether it could not be read if the organisation asks for Microsoft Teams accounts. */
  #teamsUnknown = false;

  /** @param {{state: () => import("../state/state.js").State, dispatch: (action: import("../state/state.js").Action) => void}} store */
  constructor({ state, dispatch }) {
    this.state = state;
    this.dispatch = dispatch;
    this.teams = new Teams({ state, dispatch });
    this.floor = new FloorWork({ gateway: () => this.#opened(), state, dispatch });
    this.softphone = new Softphone({ dispatch, isTalking: () => state().floor.conversations.some(({ stage }) => stage === "connected" || stage === "held") });
  }

  /** Opens the desktop: who is it, what may they do, and are they at their station already? */
  async open() {
    tellSignedOut();
    onSignedOut((agentId) => this.#signedOutBeside(agentId));
    try {
      tellStage("service");
      const links = await serviceLinks();
      this.#links = links;
      tellStage("identity");
      this.#provider = await discover(links.idbroker);
      this.#entra = links.entra;
      const access = await this.#signedIn(this.#provider);
      if (!access) return;
      this.#gateway = new Gateway({ address: links["wcc-api-gateway"], ...access });
      await this.#arrive();
    } catch (error) {
      if (!isOvertaken(error)) this.#fail(error);
    }
  }

  /**
   * Submit of Station Credentials (AD-080).
   * @param {import("../browser/storage.js").Remembered} credentials @param {string} number as the wire takes it @param {boolean} keep
   */
  async signInStation(credentials, number, keep) {
    const gateway = this.#opened();
    const { option, role, teamId } = credentials;
    const { agentId, siteId } = this.#known();
    const desktop = option === "BROWSER";
    const device = desktop ? `webrtc-${agentId}` : number;
    this.dispatch({ kind: "submitted" });
    try {
      if (desktop) await microphoneWorks();
      await this.#layOut(role, teamId);
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
      // An earlier try went through, and only its answer was lost.
      const done = code === "AGENT_ALREADY_SIGNED_IN" && (await this.#resume().then(() => true).catch(() => false));
      if (!done) {
        this.dispatch({ kind: "refused", refusal: refusal(error) });
        return;
      }
    }
    this.#keep(agentId, keep ? credentials : null);
  }

  /** What could not be saved is not to be filled in from an earlier time either. @param {string} agentId @param {import("../browser/storage.js").Remembered | null} credentials */
  #keep(agentId, credentials) {
    if (credentials && remember(agentId, credentials)) return;
    forget(agentId);
    if (credentials) this.dispatch({ kind: "noticed", text: "notice.notRemembered", tone: "alert" });
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
    this.dispatch({ kind: "signingOut" });
    try {
      await this.#opened().send(COMMANDS.logout, { logoutReason: "User requested logout" });
      this.leave();
    } catch (error) {
      this.dispatch({ kind: "signOutRefused", refusal: refusal(error) });
    }
  }

  /** The session limit is reached: signed out for it, unless something is going on that keeps the agent signed in (AD-087, AD-088). */
  async signOutInactive() {
    try {
      await this.#opened().send(COMMANDS.logout, { logoutReason: "Inactivity Logout" });
    } catch (error) {
      if (["CONVERSATION_ACTIVE", "MONITORING_ONGOING"].includes(refusal(error).code)) {
        this.dispatch({ kind: "limitAnswered" });
        return;
      }
    }
    this.#socket?.close();
    this.dispatch({ kind: "limitReached" });
  }

  /** Cancel of Station Credentials: back to the e-mail page as nobody. */
  leave() {
    this.dispatch({ kind: "leaving" });
    this.#socket?.close();
    this.softphone.close();
    if (this.#gateway) leavingAs(this.#gateway.agentId);
    this.teams.forget();
    if (this.#provider) leaveForSignOut(this.#provider, this.state().language);
  }

  /** Continue of the Multiple Sign In Alert: this instance takes over (AD-015). */
  async takeOver() {
    this.dispatch({ kind: "continuing" });
    try {
      await this.#arrive();
    } catch (error) {
      if (!isOvertaken(error)) this.#recover();
    }
  }

  /** Reads who else is signed in, and the address book; each is a feature of its own (AD-095). */
  async readContacts() {
    const { profileId, addressBookId } = this.#known();
    const gateway = this.#opened();
    await Promise.all([
      this.#feature("colleagues", async () => {
        const { agentList } = await gateway.send(COMMANDS.colleagues, { agentProfileId: profileId, mediaType: "telephony" });
        return { colleagues: agentList };
      }),
      this.#feature("addressBook", async () => ({
        addressBook: addressBookId ? await gateway.readAll(`/v2/address-book/${addressBookId}/entry`) : [],
      })),
    ]);
  }

  /**
   * Reads what a feature needs, twice where it has to be: one that still cannot be read is unavailable until the page is reloaded (AD-096).
   * @param {import("../views/shared/features.js").Feature} feature @param {() => Promise<Partial<import("../state/state.js").State>>} read
   */
  async #feature(feature, read) {
    if (this.state().unavailable.includes(feature)) return;
    try {
      this.dispatch({ kind: "read", contacts: await twice(read) });
    } catch (error) {
      if (isBroken(error) && this.state().connection === "up") this.dispatch({ kind: "unavailable", feature });
    }
  }

  /** @param {string} agentId somebody whom another tab of this browser has signed out */
  #signedOutBeside(agentId) {
    if (tokens()?.agentId !== agentId) return;
    this.#socket?.close();
    dropTokens();
    location.replace("/");
  }

  /** Connects this instance and finds the agent where they were. @param {"noSession" | "recoveryEnded"} [gone] what it is when there is no session */
  async #arrive(gone = "noSession") {
    tellStage("connection");
    const socket = await this.#connect();
    if (!this.state().person) {
      tellStage("configuration");
      const gateway = this.#opened();
      const [known, regions, connector] = await Promise.all([person(gateway), numberingPlans(), connectorActive(gateway)]);
      if (this.#socket !== socket) throw new Overtaken();
      this.dispatch({ kind: "knownPerson", person: known.person, regions });
      for (const feature of known.unavailable) this.dispatch({ kind: "unavailable", feature });
      this.#offerTeams(connector);
    }
    tellStage("session");
    await this.#resume(gone);
    this.readContacts();
  }

  /** @param {boolean | null} asked whether the organisation asks for Microsoft Teams accounts; null where that could not be read */
  #offerTeams(asked) {
    this.#teamsUnknown = asked === null;
    const { azureSso, agentId } = this.#known();
    if (asked && !azureSso) this.teams.offer(this.#entra, agentId);
  }

  /** A read that failed in passing is made again at the next occasion: when the back end is heard. */
  async #readAgain() {
    const { person, session } = this.state();
    if (session) this.#layOut(session.role, session.teamId);
    if (!person || !this.#teamsUnknown) return;
    this.#teamsUnknown = false;
    this.#offerTeams(await connectorActive(this.#opened()));
  }

  /**
   * Reads the layout for whoever works in this role for this team, once for the life of the page: a new layout applies on reload (AD-001).
   * @param {import("../state/state.js").RoleChoice} role @param {string} teamId empty for somebody who signs in to no team
   */
  async #layOut(role, teamId) {
    const whom = `${role} ${teamId}`;
    if (this.#laidOutFor === whom) return;
    this.#laidOutFor = whom;
    const { teams, primaryTeam } = this.#known();
    const team = teams.find(({ id }) => id === teamId) ?? primaryTeam ?? undefined;
    const { layout, trouble } = await readLayout(this.#opened(), team, role);
    const known = this.#layoutMissing;
    this.#layoutMissing = trouble?.text === "layout.notRead";
    if (this.#layoutMissing) this.#laidOutFor = "";
    if (this.#layoutMissing && known) return;
    this.dispatch({ kind: "laidOut", layout, trouble, page: pageOfAddress(location.pathname) });
  }

  /** @param {import("../api/identity.js").Provider} provider */
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
    return socket;
  }

  /** @param {import("../api/socket.js").Frame} frame */
  #hear(frame) {
    const overtaken = frame.data?.type === "AgentMultiLoginCloseSession";
    if (overtaken) {
      this.#socket?.close();
      this.#socket = undefined;
    }
    this.dispatch({ kind: "frame", frame });
    this.#mindThePhone();
    if (overtaken) this.#gateway?.abandon();
    this.#gateway?.hear(frame);
    this.#readAgain();
  }

  /** This browser is the agent's phone for as long as the station is Desktop and this is the instance in use. */
  #mindThePhone() {
    const { session, connection } = this.state();
    const access = tokens();
    if (access && session?.option === "BROWSER" && connection !== "elsewhere" && connection !== "ended") this.softphone.open(this.#links, access);
    else this.softphone.close();
  }

  /** Silent re-login (PROTOCOL 3.5): the agent session goes on where it was, or there is none and Station Credentials are asked for. @param {"noSession" | "recoveryEnded"} [gone] */
  async #resume(gone = "noSession") {
    try {
      const session = await this.#opened().send(COMMANDS.reload, {});
      if (session.lastStateChangeReason === DROPPED) await this.changeState(AVAILABLE);
      if (session.roles?.includes("supervisor")) await this.floor.findMonitoring();
    } catch (error) {
      if (!(error instanceof Refused) || error.code !== "AGENT_NOT_FOUND") throw error;
      this.dispatch({ kind: gone });
    }
  }

  /** Tries a lost connection again until it is back, or until the tenant's recovery time has been used up. */
  async #recover() {
    this.dispatch({ kind: "lost" });
    if (this.#recovering) return;
    this.#recovering = true;
    const { person, session } = this.state();
    const gone = session ? "recoveryEnded" : "noSession";
    await recover({
      seconds: person?.recoverySeconds,
      isLost: () => this.state().connection === "lost",
      connect: () =>
        this.#arrive(gone).catch((error) => {
          if (!isOvertaken(error)) this.dispatch({ kind: "lost" });
        }),
    });
    this.#recovering = false;
    if (this.state().connection === "lost") this.dispatch({ kind: "recoveryEnded" });
    this.#mindThePhone();
  }

  /** @param {unknown} error */
  #fail(error) {
    if (error instanceof Refused && error.status === 401 && !this.#fresh) {
      dropTokens();
      location.reload();
      return;
    }
    this.dispatch({ kind: "failed", failure: failureOf(error) });
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

/** @param {unknown} error */
function isOvertaken(error) {
  return error instanceof Overtaken || (error instanceof Refused && error.code === OVERTAKEN);
}

/**
 * The person and what is configured for them (PROTOCOL 3.3).
 * @param {Gateway} gateway @returns {Promise<{person: import("../state/state.js").Person, unavailable: import("../views/shared/features.js").Feature[]}>}
 */
async function person(gateway) {
  /** @type {import("../views/shared/features.js").Feature[]} */
  const unavailable = [];
  const [user, organisation, tenant, codes] = await Promise.all([
    gateway.read(`/user/by-ci-user-id/${gateway.agentId}`),
    gateway.read("/v2/organization-setting?agentView=true"),
    gateway.read("/v2/tenant-configuration?agentView=true"),
    twice(() => gateway.readAll("/v2/auxiliary-code?attributes=id,isSystemCode,name,defaultCode,workTypeCode,active")).catch((error) => {
      if (!isBroken(error)) throw error;
      unavailable.push("idleCodes");
      return [];
    }),
  ]);
  const ownTeams = new Set(user.teamIds ?? []);
  const teamIds = [...new Set([...ownTeams, ...(user.primaryTeamId ? [user.primaryTeamId] : [])])];
  const [profile, read] = await Promise.all([
    gateway.read(`/agent-profile/${user.agentProfileId}`),
    gateway.readNamed("/v2/team", teamIds),
  ]);
  const teams = read.map(({ id, name, desktopLayoutId }) => ({ id, name, layoutId: desktopLayoutId ?? undefined }));
  const provisioned = profile.loginVoiceOptions.filter(
    (/** @type {string} */ option) => option !== "BROWSER" || organisation.data[0].webRtcEnabled,
  );
  const { forceDefaultDn, lostConnectionRecoveryTimeout } = tenant.data[0];
  // The vendor's API spells the field as it does; its clients read either.
  const defaultNumber = user.defaultDialledNumber ?? user.deafultDialledNumber ?? "";
  const wrapUpCodes = codes.filter(
    ({ id, workTypeCode, active }) =>
      workTypeCode === "WRAP_UP_CODE" && active !== false && (profile.accessWrapUpCode !== "SPECIFIC" || profile.wrapUpCodes.includes(id)),
  );
  const idleCodes = codes.filter(
    ({ id, workTypeCode, isSystemCode, active }) =>
      workTypeCode === "IDLE_CODE" && !isSystemCode && active !== false && (profile.accessIdleCode !== "SPECIFIC" || profile.idleCodes.includes(id)),
  );
  const known = {
    agentId: gateway.agentId,
    name: `${user.firstName} ${user.lastName}`,
    initials: [user.firstName, user.lastName].map((name) => [...name][0] ?? "").join(""),
    email: user.email,
    roles: rolesToChoose(user),
    teams: teams.filter(({ id }) => ownTeams.has(id)),
    primaryTeam: teams.find(({ id }) => id === user.primaryTeamId) ?? null,
    siteId: user.siteId ?? "",
    options: STATION_OPTIONS.filter((option) => provisioned.includes(option)),
    defaultNumber,
    numberLocked: defaultNumber !== "" && (profile.agentDNValidation === "PROVISIONED_VALUE" || forceDefaultDn === true),
    idleCodes: idleCodes.map(({ id, name, defaultCode }) => ({ id, name, isDefault: defaultCode })),
    wrapUpCodes: wrapUpCodes.map(({ id, name }) => ({ id, name })),
    azureSso: organisation.data[0].azureSsoEnabled === true,
    recoverySeconds: lostConnectionRecoveryTimeout && lostConnectionRecoveryTimeout / 1_000,
    inactivityMinutes: inactivityMinutes(profile, tenant.data[0]),
    profileId: user.agentProfileId,
    addressBookId: profile.addressBookId ?? "",
  };
  return { person: known, unavailable };
}

/** The profile's own limit goes before the organisation's. @param {any} profile @param {any} tenant @returns {number} 0 for none */
function inactivityMinutes(profile, tenant) {
  if (profile.timeoutDesktopInactivityCustomEnabled) return profile.timeoutDesktopInactivityMins;
  return tenant.timeoutDesktopInactivityEnabled ? tenant.timeoutDesktopInactivityMins : 0;
}

/** @param {{roles?: string[]}} user @returns {import("../state/state.js").RoleChoice[]} */
function rolesToChoose({ roles = ["agent"] }) {
  const most = roleChoice(roles);
  return most === "supervisorAgent" ? ["supervisor", "supervisorAgent"] : [most];
}
