// playwright-bdd, with the evidence that it offers: Playwright's trace, with its pictures.
import { createBdd, test as base } from "playwright-bdd";

import { Person, SENTENCES, closeTenant, ofPerson, openTenant, withParameters } from "./sentences.js";

export const test = base.extend({
  tenant: async ({}, use) => {
    const tenant = await openTenant();
    await use(tenant);
    await closeTenant(tenant);
  },
  people: async ({ page, tenant }, use) => {
    const people = {};
    await use((name) => (people[name] ??= new Person(name, tenant, page)));
  },
});

const { Step } = createBdd(test);

for (const [pattern, act] of SENTENCES) {
  const step = async ({ people }, name, ...values) => {
    await act(people(name), ...values);
  };
  Step(ofPerson(pattern), withParameters(step, ofPerson(pattern), 1));
}
