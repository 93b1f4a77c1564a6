"""Fakes in place of every module that the agent's course uses: each writes down its calls, and answers as prepared."""

FAKES = {
    "api/gateway.js": """
      export class Refused extends Error {
        constructor(why) {
          super(why.code);
          Object.assign(this, why);
        }
      }
      self.Refused = Refused;
      export const SUPERSEDED = "SUPERSEDED";
      export const COMMANDS = { logout: "logout" };
      export const serviceLinks = () => desk.ask("serviceLinks");
      export const numberingPlans = () => desk.ask("numberingPlans");
      export class Gateway {
        constructor(access) {
          this.agentId = access.agentId;
          desk.note("Gateway", access);
        }
        subscribe() { return desk.ask("subscribe"); }
        send(...sent) { return desk.ask("send", ...sent); }
        receive(frame) { desk.note("settle", frame.data?.type ?? null); }
        abandon() { desk.note("abandon"); }
      }""",
    "api/metrics.js": """export const track = ({ metrics }, ...sent) => desk.note("track", metrics(), ...sent);""",
    "api/socket.js": """
      export class NotificationSocket {
        constructor(listeners) {
          Object.assign(this, listeners);
          this.number = desk.sockets.push(this);
        }
        open(url) { return desk.ask("socket.open", this.number, url); }
        close() { desk.note("socket.close", this.number); }
      }""",
    "api/identity.js": """
      export const discover = (address) => desk.ask("discover", address);
      export const tokens = () => desk.reply("tokens");
      export const dropTokens = () => desk.note("dropTokens");
      export const finishSignIn = (provider, answer) => desk.ask("finishSignIn", provider, String(answer));
      export const leaveForSignIn = (...to) => desk.ask("leaveForSignIn", ...to);
      export const leaveForSignOut = (...to) => desk.note("leaveForSignOut", ...to);""",
    "browser/instances.js": """
      export const announceSignedOut = () => desk.note("announceSignedOut");
      export const leavingAs = (agentId) => desk.note("leavingAs", agentId);
      export const onSignedOut = (listener) => { desk.signedOut = listener; };""",
    "browser/loading.js": """export const reportStage = (stage) => desk.note("stage", stage);""",
    "services/configuration.js": """export const readPerson = ({ agentId }) => desk.ask("readPerson", agentId);""",
    "services/contacts.js": """
      export class Contacts {
        constructor(given) { desk.given.contacts = given; }
        read() { desk.note("contacts.read"); }
      }""",
    "services/floor.js": """export class FloorWork { constructor(given) { desk.given.floor = given; } }""",
    "services/layout-reader.js": """
      export class LayoutReader {
        constructor(given) { desk.given.layouts = given; }
        layOut(...whom) { desk.note("layOut", ...whom); }
      }""",
    "services/outcomes.js": """
      export const failureOf = ({ message }) => ({ kind: message });
      export const refusal = ({ code }) => ({ code });""",
    "services/recovery.js": """
      export const recover = async ({ seconds = null, isLost, connect }) => {
        await desk.ask("recover", seconds, isLost());
        await connect();
      };""",
    "services/session.js": """
      export class AgentSession {
        constructor(given) { desk.given.session = given; }
        resume(gone) { return desk.ask("resume", gone); }
      }""",
    "services/softphone.js": """
      export class Softphone {
        constructor(given) { desk.given.softphone = given; }
        open(...at) { desk.note("phone.open", ...at); }
        close() { desk.note("phone.close"); }
        forgetAnswer() { desk.note("phone.forgetAnswer"); }
      }""",
    "services/teams.js": """
      export const connectorActive = ({ agentId }) => desk.ask("connectorActive", agentId);
      export class Teams {
        constructor(given) { desk.given.teams = given; }
        offer(...at) { desk.note("teams.offer", ...at); }
        forget() { desk.note("teams.forget"); }
      }""",
}
"""The source of each fake, by the module it replaces."""

ACT = """async ([source, { address = "/", during = {}, state: given = {} }, replies]) => {
  history.replaceState(null, "", address);
  const log = [];
  const reply = (asked) => {
    const prepared = replies[asked] ?? [{}];
    const { refused, crash, never, answer } = prepared.length > 1 ? prepared.shift() : prepared[0];
    if (refused) throw new Refused(refused);
    if (crash) throw new Error(crash);
    return never ? new Promise(() => {}) : answer;
  };
  const ask = async (...asked) => {
    log.push(asked);
    if (during[asked[0]]) (0, eval)(during[asked[0]]);
    return reply(asked[0]);
  };
  self.desk = { sockets: [], given: {}, note: (...entry) => log.push(entry), ask, reply };
  const { Agent } = await import("/desktop/services/agent.js");
  const { reduce } = await import("/desktop/state/actions.js");
  const { initialState } = await import("/desktop/state/state.js");
  const initial = initialState({ language: "en", appearance: "system", display: { small: false, zoom: 100 } });
  let state = { ...initial, ...given };
  const dispatch = (action) => {
    log.push(action);
    state = reduce(state, action);
  };
  desk.receive = (type, more = {}) => desk.sockets.at(-1).onFrame({ data: { type, ...more } });
  desk.become = (change) => {
    state = { ...state, ...change };
  };
  desk.settled = () => new Promise((resolve) => setTimeout(resolve));
  const agent = new Agent({ state: () => state, dispatch });
  const act = (0, eval)(`async (agent, desk) => { ${source} }`);
  const late = new Promise((_, reject) => setTimeout(() => reject(new Error("no outcome")), 5_000));
  const result = await Promise.race([act(agent, { ...desk, log, clear: () => log.splice(0) }), late]);
  if (result !== undefined) log.push(result);
  return log;
}"""
"""Runs a script with a new agent; returns all calls and dispatched actions, in order, and the script's result."""
