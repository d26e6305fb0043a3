// Every link and anchor of the site leads somewhere, on every page.
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { pages, report } from "./site.mjs";

const folder = process.argv[2];
const all = await pages(folder);
const anchors = new Map();
const targets = new Map();

const decode = (text) => text.replace(/&#x2f;/gi, "/").replace(/&quot;/g, '"').replace(/&#x27;/gi, "'").replace(/&amp;/g, "&");

for (const path of all) {
  const html = await readFile(join(folder, path), "utf8");
  anchors.set(path, new Set([...html.matchAll(/\sid=(?:"([^"]*)"|([^\s>"]+))/g)].map((match) => decode(match[1] ?? match[2]))));
  targets.set(path, [...html.matchAll(/\s(?:href|src|action)=(?:"([^"]*)"|([^\s>"]+))/g)].map((match) => decode(match[1] ?? match[2])));
}

const known = new Map();
async function exists(path) {
  if (!known.has(path)) known.set(path, await stat(join(folder, decodeURIComponent(path))).then((found) => found.isFile(), () => false));
  return known.get(path);
}

const findings = [];
for (const [path, links] of targets) {
  for (const link of links) {
    if (/^(https?:|mailto:|tel:|data:)/.test(link)) continue;
    const url = new URL(link, "http://site" + path);
    const target = url.pathname.endsWith("/") ? url.pathname + "index.html" : url.pathname;
    if (!(await exists(target))) findings.push(`${path} leads nowhere: ${link}`);
    else if (url.hash && anchors.has(target) && !anchors.get(target).has(decodeURIComponent(url.hash.slice(1)))) findings.push(`${path} no such anchor: ${link}`);
  }
}
report("links", all.length, findings);
