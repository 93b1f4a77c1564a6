/**
 * The agent's course through the desktop, from the address bar to the Task page and sign-out. Sends requests to the back end and turns
 * every outcome into an action for the reducer. The station, the floor, layouts and contacts have services of their own.
 */
import { COMMANDS, Gateway, Refused, SUPERSEDED, numberingPlans, serviceLinks } from "../api/gateway.js";
import { track } from "../api/metrics.js";
import { discover, dropTokens, finishSignIn, leaveForSignIn, leaveForSignOut, tokens } from "../api/identity.js";
import { NotificationSocket } from "../api/socket.js";
import { announceSignedOut, leavingAs, onSignedOut } from "../browser/instances.js";
import { loadScript } from "../browser/element-script.js";
import { reportStage } from "../browser/loading.js";
import { isRinging, isTalking } from "../state/conversations.js";
import { knownPerson } from "../state/state.js";
import { readPerson } from "./configuration.js";
import { Contacts } from "./contacts.js";
import { FloorWork } from "./floor.js";
import { LayoutReader } from "./layout-reader.js";
import { failureOf, refusal } from "./outcomes.js";
import { recover } from "./recovery.js";
import { AgentSession } from "./session.js";
import { Softphone } from "./softphone.js";
import { Teams, connectorActive } from "./teams.js";

/** Another instance took over while this one was connecting. */
class Superseded extends Error {}

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
  /** Whether the tokens were granted on this page, so that requesting new ones would loop. */
  #fresh = false;
  #recovering = false;
  /** Whether reading failed if the organisation uses Microsoft Teams accounts. */
  #teamsUnknown = false;

  /** @param {{state: () => import("../state/state.js").State, dispatch: (action: import("../state/actions.js").Action) => void}} store */
  constructor({ state, dispatch }) {
    this.loadScript = loadScript;
    this.state = state;
    this.dispatch = dispatch;
    this.teams = new Teams({ state, dispatch });
    /** The gateway, once somebody has signed in; throws before. */
    this.gateway = () => this.#opened();
    /** The address of the metrics service. */
    this.metrics = () => this.#links.metrics;
    /** Reports to the metrics service that a custom element has failed. @param {{comp: string, why: string, message: string}} problem */
    this.elementFailed = ({ comp, why, message }) => track(this, `widget.${why} ${comp}`, { message });
    const dependencies = { gateway: this.gateway, state, dispatch };
    this.floor = new FloorWork(dependencies);
    this.layouts = new LayoutReader(dependencies);
    this.contacts = new Contacts(dependencies);
    this.session = new AgentSession({ ...dependencies, layouts: this.layouts, floor: this.floor });
    this.softphone = new Softphone({ dispatch, isTalking: () => isTalking(state().floor) });
  }

  /** Opens the desktop: signs the agent in, reads their configuration and resumes their session. */
  async open() {
    announceSignedOut();
    onSignedOut((agentId) => this.#signedOutBeside(agentId));
    try {
      reportStage("service");
      const links = await serviceLinks();
      this.#links = links;
      reportStage("identity");
      this.#provider = await discover(links.idbroker);
      this.#entra = links.entra;
      const access = await this.#signedIn(this.#provider);
      if (!access) return;
      this.#gateway = new Gateway({ address: links["wcc-api-gateway"], ...access });
      await this.#arrive();
    } catch (error) {
      if (!isSuperseded(error)) this.#fail(error);
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

  /** Signs the agent out at the session limit, unless a conversation or monitoring prevents it (AD-087, AD-088). */
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

  /** Cancel of Station Credentials: signs out and leaves for the e-mail page. */
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
      if (!isSuperseded(error)) this.#recover();
    }
  }

  /** @param {string} agentId whom another tab of this browser has signed out */
  #signedOutBeside(agentId) {
    if (tokens()?.agentId !== agentId) return;
    this.#socket?.close();
    dropTokens();
    location.replace("/");
  }

  /** Connects this instance and resumes the agent's session. @param {"noSession" | "recoveryEnded"} [gone] the action when there is no session */
  async #arrive(gone = "noSession") {
    reportStage("connection");
    const socket = await this.#connect();
    if (!this.state().person) {
      reportStage("configuration");
      const gateway = this.#opened();
      const [known, regions, connector] = await Promise.all([readPerson(gateway), numberingPlans(), connectorActive(gateway)]);
      if (this.#socket !== socket) throw new Superseded();
      this.dispatch({ kind: "knownPerson", person: known.person, regions });
      for (const feature of known.unavailable) this.dispatch({ kind: "unavailable", feature });
      this.#offerTeams(connector);
    }
    reportStage("session");
    await this.session.resume(gone);
    this.contacts.read();
  }

  /** @param {boolean | null} requested whether the organisation uses Microsoft Teams accounts; null where that could not be read */
  #offerTeams(requested) {
    this.#teamsUnknown = requested === null;
    const { azureSso, agentId } = knownPerson(this.state());
    if (requested && !azureSso) this.teams.offer(this.#entra, agentId);
  }

  /** Repeats a read that failed temporarily: when the next notification arrives. */
  async #readAgain() {
    const { person, session } = this.state();
    if (session) this.layouts.layOut(session.role, session.teamId);
    if (!person || !this.#teamsUnknown) return;
    this.#teamsUnknown = false;
    this.#offerTeams(await connectorActive(this.#opened()));
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
      onFrame: (frame) => this.#receive(frame),
      onLost: () => this.#recover(),
    });
    this.#socket?.close();
    this.#socket = socket;
    await socket.open(await gateway.subscribe());
    this.dispatch({ kind: "connected" });
    return socket;
  }

  /** @param {import("../api/socket.js").Frame} frame */
  #receive(frame) {
    const superseded = frame.data?.type === "AgentMultiLoginCloseSession";
    if (superseded) {
      this.#socket?.close();
      this.#socket = undefined;
    }
    this.dispatch({ kind: "frame", frame });
    this.#openOrClosePhone();
    if (!isRinging(this.state().floor)) this.softphone.forgetAnswer();
    if (superseded) this.#gateway?.abandon();
    this.#gateway?.receive(frame);
    this.#readAgain();
  }

  /** Opens the softphone while the station is Desktop and this is the active instance; closes it otherwise. */
  #openOrClosePhone() {
    const { session, connection } = this.state();
    const access = tokens();
    if (access && session?.option === "BROWSER" && connection !== "superseded" && connection !== "ended") this.softphone.open(this.#links, access);
    else this.softphone.close();
  }

  /** Reconnects until the connection is back or the tenant's recovery time is over. */
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
          if (!isSuperseded(error)) this.dispatch({ kind: "lost" });
        }),
    });
    this.#recovering = false;
    if (this.state().connection === "lost") this.dispatch({ kind: "recoveryEnded" });
    this.#openOrClosePhone();
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
    if (!this.#gateway) throw new Error("no agent has signed in yet");
    return this.#gateway;
  }
}

/** @param {unknown} error */
function isSuperseded(error) {
  return error instanceof Superseded || (error instanceof Refused && error.code === SUPERSEDED);
}
