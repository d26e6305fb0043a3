// One page of each kind under a strict content security policy, scripts running: nothing may be refused or fail.
import { chromium } from "playwright-core";
import { kind, pages, report, serve } from "./site.mjs";

const folder = process.argv[2];
const all = await pages(folder);
const paths = [...new Map(all.map((path) => [kind(path), path])).values()];
const { address, stop } = await serve(folder);
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"] });
const tab = await browser.newPage();
const findings = [];
let current = "";
tab.on("console", (message) => message.type() === "error" && findings.push(`${current} console: ${message.text()}`));
tab.on("pageerror", (error) => findings.push(`${current} script: ${error.message}`));
tab.on("request", (request) => !request.url().startsWith(address) && findings.push(`${current} asks ${request.url()}`));
for (current of paths) await tab.goto(address + current, { waitUntil: "networkidle" });
await browser.close();
stop();
report("policy", paths.length, findings);
