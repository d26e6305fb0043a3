// Accessibility of every page in a real browser: axe at phone and desktop width, light and dark; no request elsewhere,
// nothing refused by a strict content security policy, no page wider than the window.
import { createRequire } from "node:module";
import { chromium } from "playwright-core";
import { kind, pages, report, serve } from "./site.mjs";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const VIEWS = [
  { name: "desktop-light", viewport: { width: 1280, height: 900 }, colorScheme: "light", every: true },
  { name: "phone-dark", viewport: { width: 390, height: 844 }, colorScheme: "dark", every: true },
  { name: "desktop-dark", viewport: { width: 1280, height: 900 }, colorScheme: "dark", every: false },
  { name: "phone-light", viewport: { width: 390, height: 844 }, colorScheme: "light", every: false },
];
const TABS = 3;

const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

async function judge(tab, address, path, view) {
  const findings = [];
  const refused = (message) => message.type() === "error" && findings.push(`${path} [${view}] console: ${message.text()}`);
  const foreign = (request) => !request.url().startsWith(address) && !request.url().startsWith("data:") && findings.push(`${path} [${view}] asks ${request.url()}`);
  tab.on("console", refused);
  tab.on("request", foreign);
  await tab.goto(address + path, { waitUntil: "load" });
  tab.off("console", refused);
  await tab.addScriptTag({ path: axe }).catch(() => tab.evaluate(() => undefined));
  const found = await tab.evaluate(async (tags) => {
    const result = await globalThis.axe.run(document, { runOnly: { type: "tag", values: tags }, resultTypes: ["violations"] });
    const wide = document.documentElement.scrollWidth > document.documentElement.clientWidth + 1;
    const violations = result.violations.map((violation) => `${violation.id}: ${violation.nodes.slice(0, 3).map((node) => node.target.join(" ")).join(" | ")}`);
    return wide ? [...violations, "wider than the window"] : violations;
  }, TAGS);
  tab.off("request", foreign);
  return [...findings, ...found.map((finding) => `${path} [${view}] ${finding}`)];
}

async function judgeAll(browser, address, paths, view) {
  // The judge itself is injected, so the page's policy is set aside here; `policy.mjs` holds it.
  const context = await browser.newContext({ viewport: view.viewport, colorScheme: view.colorScheme, bypassCSP: true, reducedMotion: "reduce" });
  const queue = [...paths];
  const findings = [];
  const work = async () => {
    const tab = await context.newPage();
    for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
      findings.push(...(await judge(tab, address, path, view.name)));
    }
  };
  await Promise.all(Array.from({ length: TABS }, work));
  await context.close();
  return findings;
}

const folder = process.argv[2];
const all = await pages(folder);
const oneOfEach = [...new Map(all.map((path) => [kind(path), path])).values()];
const { address, stop } = await serve(folder);
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"] });
const findings = [];
for (const view of VIEWS) findings.push(...(await judgeAll(browser, address, view.every ? all : oneOfEach, view)));
await browser.close();
stop();
report("accessibility", all.length, findings.sort());
