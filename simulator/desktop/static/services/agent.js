/**
 * The agent's way through the desktop: from the address bar to the Task page and out again. Asks the back end and turns every outcome
 * into an action for the reducer; decides nothing about how it looks. What is done at the station, on the floor, with layouts and
 * contacts are parts of their own.
 */
import { COMMANDS, Gateway, OVERTAKEN, Refused, numberingPlans, serviceLinks } from "../api/gateway.js";
import { discover, dropTokens, finishSignIn, leaveForSignIn, leaveForSignOut, tokens } from "../api/identity.js";
import { NotificationSocket } from "../api/socket.js";
import { leavingAs, onSignedOut, tellSignedOut } from "../browser/instances.js";
import { tellStage } from "../browser/loading.js";
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

/** Another instance took over while this one was on its way: there is nothing left to do. */
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
  /** Whether it could not be read if the organisation asks for Microsoft Teams accounts. */
  #teamsUnknown = false;

  /** @param {{state: () => import("../state/state.js").State, dispatch: (action: import("../state/actions.js").Action) => void}} store */
  constructor({ state, dispatch }) {
    this.state = state;
    this.dispatch = dispatch;
    this.teams = new Teams({ state, dispatch });
    const around = { gateway: () => this.#opened(), state, dispatch };
    this.floor = new FloorWork(around);
    this.layouts = new LayoutReader(around);
    this.contacts = new Contacts(around);
    this.session = new AgentSession({ ...around, layouts: this.layouts, floor: this.floor });
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
      const [known, regions, connector] = await Promise.all([readPerson(gateway), numberingPlans(), connectorActive(gateway)]);
      if (this.#socket !== socket) throw new Overtaken();
      this.dispatch({ kind: "knownPerson", person: known.person, regions });
      for (const feature of known.unavailable) this.dispatch({ kind: "unavailable", feature });
      this.#offerTeams(connector);
    }
    tellStage("session");
    await this.session.resume(gone);
    this.contacts.read();
  }

  /** @param {boolean | null} asked whether the organisation asks for Microsoft Teams accounts; null where that could not be read */
  #offerTeams(asked) {
    this.#teamsUnknown = asked === null;
    const { azureSso, agentId } = knownPerson(this.state());
    if (asked && !azureSso) this.teams.offer(this.#entra, agentId);
  }

  /** A read that failed in passing is made again at the next occasion: when the back end is heard. */
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
}

/** @param {unknown} error */
function isOvertaken(error) {
  return error instanceof Overtaken || (error instanceof Refused && error.code === OVERTAKEN);
}
