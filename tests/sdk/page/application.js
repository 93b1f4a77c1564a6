// An application as an integrator would write it: it knows the vendor's API, and of the simulator only the address of the
// service catalogue, or where the vendor's own hosts lead to it, nothing. What the API rejects is given back as a value, so that a test can look at it.

const SEEN = ["agent:stateChange", "agent:multiLogin", "agent:dnRegistered", "agent:reloginSuccess", "agent:logoutSuccess"];

class Application {
  async open(token, catalogue) {
    this.webex = Webex.init({
      credentials: { access_token: token },
      config: catalogue ? { services: { discovery: { u2c: catalogue } }, logger: { level: "error" } } : {},
    });
    await new Promise((ready) => this.webex.once("ready", ready));
    this.cc = this.webex.cc;
    this.events = {};
    for (const name of SEEN) {
      this.cc.on(name, (data) => (this.events[name] = plain(data)));
    }
  }

  async call(name, ...given) {
    try {
      return { value: plain(await this.cc[name](...given)) };
    } catch (error) {
      return { error: { message: error.message, reason: error.details?.data?.reason ?? null, data: plain(error.data) } };
    }
  }

  async entries(list, asked) {
    return plain(await this.cc[list].getEntries(asked));
  }
}

function plain(value) {
  return value === undefined ? null : JSON.parse(JSON.stringify(value));
}

window.application = new Application();
