import { defineConfig } from "@playwright/test";
import { defineBddConfig } from "playwright-bdd";

import { CONTEXT } from "./sentences.js";

export default defineConfig({
  testDir: defineBddConfig({ features: "features/*.feature", steps: "bdd.steps.js" }),
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [["html", { open: "never", outputFolder: "report" }]],
  use: {
    ...CONTEXT,
    trace: process.env.EVIDENCE ? "on" : "off",
    screenshot: process.env.EVIDENCE ? "on" : "off",
    launchOptions: JSON.parse(process.env.BROWSER),
  },
});
