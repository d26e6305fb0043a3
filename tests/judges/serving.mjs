// What the judges of the preview share: a site, the preview of it, a browser, and what is expected of them.
import { spawn } from "node:child_process";
import { mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import { request } from "node:http";
import { dirname, join } from "node:path";
import { chromium } from "playwright-core";
import { report } from "./site.mjs";

/** Collects what does not hold; `conclude` says it. */
export function expectations(judge) {
  const findings = [];
  let looked = 0;
  const expect = async (what, fact) => {
    looked += 1;
    const held = await Promise.resolve(fact).then((value) => value !== false, (error) => `${error}`.split("\n")[0]);
    if (held !== true) findings.push(`${what.replaceAll(" ", "-")} ${held}`);
  };
  return { expect, conclude: () => report(judge, looked, findings) };
}

/** Writes the files of a site. */
export async function fill(folder, files) {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}

/** A browser that asks nobody but the preview. */
export function open() {
  const args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args });
}

/** Starts the preview of a folder; answers with its process, its address and what it has said so far. */
export async function start(program, folder, ...options) {
  const preview = spawn(program, ["serve", "--root", folder, "--port", "18300", "--lang", "it", ...options], { stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  const address = await new Promise((resolve, reject) => {
    preview.stderr.on("data", (bytes) => {
      said += bytes;
      const found = said.match(/http:\/\/[^/\s]+/);
      if (found) resolve(found[0]);
    });
    preview.on("exit", () => reject(new Error(`the preview ended: ${said}`)));
  });
  return { preview, address, said: () => said };
}

/** Every file below a folder with its bytes. */
export async function disk(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath ?? entry.path, entry.name));
  const texts = await Promise.all(files.sort().map(async (file) => `${file}\n${await readFile(file, "utf8")}`));
  return texts.join("\n");
}

/** The status that a request with this Host header gets. */
export function status(address, host) {
  return new Promise((resolve, reject) => {
    const asked = request(address, { headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    asked.on("error", reject).end();
  });
}
