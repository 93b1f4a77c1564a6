// The sentences of the thirty scenarios, for both peers: the same actions as in floor.py.
import { expect as expectOf } from "@playwright/test";

const expect = expectOf.configure({ timeout: 10_000 });
const { SIMULATOR, TOKEN } = process.env;
const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
const choice = (name) => new RegExp(`^${escaped(name)}( \\+\\d+)?$`);

async function control(method, path, body) {
  const answer = await fetch(`${SIMULATOR}/_control/v1${path}`, {
    method,
    headers: { Authorization: `Bearer ${TOKEN}`, "Content-Type": "application/json" },
    body: body && JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return answer.status === 204 ? null : answer.json();
}

export const openTenant = () =>
  control("POST", "/tenants", { blueprint: "standard", changes: {}, clock: { frozenAt: "2026-01-15T09:00:00Z" } });
export const closeTenant = (tenant) => control("DELETE", `/tenants/${tenant.id}`);
export const CONTEXT = { viewport: { width: 1280, height: 900 }, locale: "en-US", timezoneId: "UTC" };

export class Person {
  constructor(name, tenant, page) {
    this.account = tenant.people.find((person) => person.key === name.toLowerCase());
    this.tenant = tenant;
    this.page = page;
    this.email = page.getByRole("textbox", { name: "Email address", exact: true });
    this.password = page.getByLabel("Password", { exact: true });
    this.station = page.getByRole("dialog", { name: "Station Credentials" });
    this.number = this.station.getByRole("textbox");
    this.country = this.station.getByRole("combobox", { name: "Country code", exact: true });
    this.countries = this.station.getByRole("listbox", { name: "Country code", exact: true });
    this.main = page.getByRole("main", { name: "Task" });
    this.availability = page.getByRole("button", { name: /^Availability: / });
    this.menu = page.getByRole("menu", { name: "Availability" });
    this.profile = page.getByRole("dialog").filter({ has: page.getByRole("button", { name: "Sign Out" }) });
  }

  async session() {
    const { entries } = await control("GET", `/tenants/${this.tenant.id}/journal?after=0`);
    const own = entries.filter(({ data }) => data.agent === this.account.key);
    const last = own.findLast(({ name }) => /^(AgentSignedIn|AgentStateChanged|AgentSignedOut)$/.test(name));
    return last?.name === "AgentSignedOut" ? undefined : last?.data;
  }

  async isAskedForEmail() {
    if (this.page.url() === "about:blank") await this.page.goto(this.tenant.desktopUrl);
    await expect(this.email).toBeVisible();
  }

  async giveEmail() {
    await this.email.fill(this.account.email);
    await this.page.getByRole("button", { name: "Sign In", exact: true }).click();
    await expect(this.password).toBeVisible();
  }

  async comeToStation() {
    await this.page.goto(this.tenant.desktopUrl);
    await this.giveEmail();
    await this.password.fill(this.account.password);
    await this.page.getByRole("button", { name: "Sign In", exact: true }).click();
    await expect(this.station).toBeVisible();
  }

  async submit() {
    await this.station.getByRole("combobox", { name: "Team", exact: true }).fill("Support");
    const teams = this.station.getByRole("listbox", { name: "Team", exact: true });
    await teams.getByRole("option", { name: "Support" }).click();
    await this.station.getByRole("button", { name: "Submit" }).click();
  }

  async tryNumber(number) {
    await this.number.fill(number);
    await this.submit();
  }

  async signInWith(number) {
    await this.tryNumber(number);
    await this.seesTaskPage();
  }

  async seesTaskPage() {
    await expect(this.main).toBeVisible();
    await expect(this.page).toHaveURL(/\/task$/);
  }

  async is(availability) {
    await expect(this.availability).toHaveAccessibleName(new RegExp(`^Availability: ${availability}(,|$)`));
  }

  async become(availability) {
    await this.availability.click();
    const group = this.menu.getByRole("group", { name: "Idle" });
    if (availability === "Idle") await group.getByRole("menuitemradio").first().click();
    else await this.menu.getByRole("menuitemradio", { name: availability, exact: true }).click();
    await this.is(availability);
  }

  radio(option) {
    return this.station.getByRole("radio", { name: option, exact: true });
  }
}

async function isSignedInAt(person, option, number) {
  await expect.poll(async () => (await person.session())?.station).toMatchObject({ option, number });
}

/** Sentences after the name of a person, and what they do. */
export const SENTENCES = [
  [/opens the address from the administrator/, (person) => person.page.goto(person.tenant.desktopUrl)],
  [/is asked for an e-mail address/, (person) => person.isAskedForEmail()],
  [/gives their own e-mail address/, (person) => person.giveEmail()],
  [/is asked for the password of their own e-mail address/, (person) => expect(person.password).toBeVisible()],
  [/(?:comes to|is at) Station Credentials/, (person) => person.comeToStation()],
  [/sees that (Dial Number|Extension|Desktop) is chosen/, (person, option) => expect(person.radio(option)).toBeChecked()],
  [
    /is offered (.+)/,
    async (person, text) => {
      const options = text.split(/, | and /);
      for (const option of options) await expect(person.radio(option)).toBeVisible();
      await expect(person.station.getByRole("radio")).toHaveCount(options.length);
    },
  ],
  [/(?:chooses|has chosen) (.+)/, (person, option) => person.radio(option).check()],
  [/is not asked for a number/, (person) => expect(person.number).toHaveCount(0)],
  [
    /sees that International Dialing Format is ticked/,
    (person) => expect(person.station.getByRole("checkbox", { name: "International Dialing Format" })).toBeChecked(),
  ],
  [
    /(?:picks|has picked) the country "(.*)"/,
    async (person, name) => {
      await person.country.fill(name);
      await person.countries.getByRole("option", { name: choice(name) }).click();
    },
  ],
  [
    /sees the country code "(.*)"/,
    (person, code) => expect(person.country).toHaveValue(new RegExp(`\\(${escaped(code)}\\)$`)),
  ],
  [/looks for the country "(.*)"/, (person, text) => person.country.fill(text)],
  [
    /finds the country "(.*)"/,
    (person, name) => expect(person.countries.getByRole("option", { name: choice(name) })).toBeVisible(),
  ],
  [
    /does not find the country "(.*)"/,
    async (person, name) => {
      await expect(person.countries).toBeVisible();
      await expect(person.countries.getByRole("option", { name: choice(name) })).toHaveCount(0);
    },
  ],
  [/has entered the number "(.*)"/, (person, number) => person.number.fill(number)],
  [/signs in with the number "(.*)"/, (person, number) => person.signInWith(number)],
  [/tries to sign in with the number "(.*)"/, (person, number) => person.tryNumber(number)],
  [/submits Station Credentials/, (person) => person.submit()],
  [
    /reads a message about the number/,
    async (person) => {
      await expect(person.number).toHaveAttribute("aria-invalid", "true");
      await expect(person.number).toHaveAccessibleDescription(/\w/);
    },
  ],
  [/sees the Task page/, (person) => person.seesTaskPage()],
  [/does not see the Task page/, (person) => expect(person.main).toHaveCount(0)],
  [/no longer sees Station Credentials/, (person) => expect(person.station).toBeHidden()],
  [
    /is signed in/,
    async (person) => {
      await person.comeToStation();
      await person.signInWith("2015532447");
    },
  ],
  [/(?:becomes|has become) (Idle|Available)/, (person, availability) => person.become(availability)],
  [/is (Idle|Available)/, (person, availability) => person.is(availability)],
  [
    /has opened User Profile/,
    async (person) => {
      await person.page.getByRole("button", { name: "User Profile" }).click();
      await expect(person.profile).toBeVisible();
    },
  ],
  [/clicks Sign Out/, (person) => person.profile.getByRole("button", { name: "Sign Out" }).click()],
  [
    /(?:makes|has made) the window (\d+) by (\d+) pixels/,
    (person, width, height) => person.page.setViewportSize({ width: Number(width), height: Number(height) }),
  ],
  [/window is large enough/, (person) => expect(person.page.getByText("This window is too small")).toBeHidden()],
  [
    /is signed out/,
    async (person) => {
      await person.isAskedForEmail();
      await expect.poll(async () => await person.session()).toBeUndefined();
    },
  ],
  [/is not signed in/, async (person) => expect(await person.session()).toBeUndefined()],
  [/is signed in with the dial number "(.*)"/, (person, number) => isSignedInAt(person, "AGENT_DN", number)],
  [/is signed in with the extension "(.*)"/, (person, number) => isSignedInAt(person, "EXTENSION", number)],
];

/** The pattern of a whole step: a person's name, then the sentence. */
export const ofPerson = (pattern) => new RegExp(`^(Ada|Bo)(?:'s)? ${pattern.source}$`);

/** The same function with as many parameters as the pattern gives values; both peers count them. */
export function withParameters(step, pattern, others = 0) {
  const values = new RegExp(`${pattern.source}|`).exec("").length - 1;
  return Object.defineProperty(step, "length", { value: others + values });
}
