import { forget, tokens } from "./identity.js";
import { show, at } from "./dom.js";
import { station } from "./station.js";
import { work } from "./work.js";

const CONTINUED = "plain-desktop.continued";

async function start() {
  if (!tokens()) return show("gone", "Sign in");
  const webex = Webex.init({
    credentials: { access_token: tokens().access_token },
    config: {
      services: { discovery: { u2c: new URLSearchParams(location.search).get("catalogue") } },
      logger: { level: "silent" },
    },
  });
  await new Promise((ready) => webex.once("ready", ready));
  const cc = webex.cc;
  cc.on("agent:multiLogin", () => at("elsewhere").showModal());
  const desk = work(cc, leave);
  desk.listen();
  const profile = await cc.register();
  const continued = sessionStorage.getItem(CONTINUED);
  sessionStorage.removeItem(CONTINUED);
  if (profile.isAgentLoggedIn) {
    return desk.open(profile, { dn: profile.dn, way: profile.deviceType, code: profile.lastStateAuxCodeId });
  }
  at("meanwhile").hidden = !continued;
  station(cc, profile, (given) => desk.open(profile, given), leave);
}

function leave() {
  forget();
  location.reload();
}

at("elsewhere").addEventListener("cancel", (event) => event.preventDefault());
at("elsewhere").querySelector("button").addEventListener("click", () => {
  sessionStorage.setItem(CONTINUED, "yes");
  location.reload();
});
at("trouble").querySelector("button").addEventListener("click", () => location.reload());

start().catch((error) => {
  at("trouble").querySelector("p").textContent = `Please tell your administrator: ${error.message ?? error}`;
  show("trouble", "Trouble");
});
