// cucumber-js, with the evidence that it offers: a picture attached after each step.
import { After, AfterAll, AfterStep, Before, BeforeAll, defineStep, setDefaultTimeout } from "@cucumber/cucumber";
import { chromium } from "@playwright/test";

import { CONTEXT, Person, SENTENCES, closeTenant, ofPerson, openTenant, withParameters } from "./sentences.js";

setDefaultTimeout(30_000);
let browser;

BeforeAll(async () => {
  browser = await chromium.launch(JSON.parse(process.env.BROWSER));
});
AfterAll(async () => {
  await browser.close();
});
Before(async function () {
  this.tenant = await openTenant();
  this.context = await browser.newContext(CONTEXT);
  this.page = await this.context.newPage();
  this.people = {};
});
After(async function () {
  await this.context.close();
  await closeTenant(this.tenant);
});
if (process.env.EVIDENCE) {
  AfterStep(async function () {
    try {
      this.attach(await this.page.screenshot({ type: "jpeg", quality: 80 }), "image/jpeg");
    } catch {
      // A page that is leaving has no picture.
    }
  });
}

for (const [pattern, act] of SENTENCES) {
  const step = async function (name, ...values) {
    this.people[name] ??= new Person(name, this.tenant, this.page);
    await act(this.people[name], ...values);
  };
  defineStep(ofPerson(pattern), withParameters(step, ofPerson(pattern)));
}
