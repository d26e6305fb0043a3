// The preview in a real browser: an edit shows by itself, a broken file shows where it is broken while the last good
// page stays, mending it takes that away, nothing on disk changes, and only the machine's own names are answered.
import { spawn } from "node:child_process";
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { chromium } from "playwright-core";
import { report } from "./site.mjs";

const [program] = process.argv.slice(2);
const FILES = {
  "vetrina.yaml": "title: Prova\nbase_url: https://prova.example\nlanguage: it\n",
  "content/_index.md": "---\ntitle: Prova\n---\nBenvenuti.\n",
  "content/note.md": "---\ntitle: Note\n---\nPrima stesura.\n",
  "content/bozza.md": "---\ntitle: Bozza\ndraft: true\n---\nDa rivedere.\n",
};

const findings = [];
let looked = 0;
const expect = async (what, fact) => {
  looked += 1;
  const held = await Promise.resolve(fact).then((value) => value !== false, (error) => `${error}`.split("\n")[0]);
  if (held !== true) findings.push(`${what.replaceAll(" ", "-")} ${held}`);
};

/** Starts the preview of a folder; answers with its process and address. */
async function start(folder) {
  const preview = spawn(program, ["serve", "--root", folder, "--port", "18300", "--lang", "it"], { stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  const address = await new Promise((resolve, reject) => {
    preview.stderr.on("data", (bytes) => {
      said += bytes;
      const found = said.match(/http:\/\/[^/\s]+/);
      if (found) resolve(found[0]);
    });
    preview.on("exit", () => reject(new Error(`the preview ended: ${said}`)));
  });
  return { preview, address };
}

/** Every file below a folder with its bytes. */
async function disk(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath ?? entry.path, entry.name));
  const texts = await Promise.all(files.sort().map(async (file) => `${file}\n${await readFile(file, "utf8")}`));
  return texts.join("\n");
}

/** The status that a request with this Host header gets. */
function status(address, host) {
  return new Promise((resolve, reject) => {
    const asked = request(address, { headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    asked.on("error", reject).end();
  });
}

const folder = await mkdtemp(join(tmpdir(), "vetrina-preview-"));
for (const [path, text] of Object.entries(FILES)) {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), text);
}
const { preview, address } = await start(folder);
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"] });
try {
  const tab = await browser.newPage();
  const errors = [];
  tab.on("console", (message) => message.text().includes("Content Security Policy") && errors.push(message.text()));
  const note = join(folder, "content/note.md");
  const overlay = tab.getByRole("alertdialog");
  const shows = (text) => tab.getByText(text).first().waitFor({ timeout: 10_000 }).then(() => true);

  await tab.goto(`${address}/note/`);
  await expect("the page shows", shows("Prima stesura."));
  await expect("only a draft has a ribbon", tab.locator("#vetrina-ribbon").isHidden());
  await writeFile(note, FILES["content/note.md"].replace("Prima", "Seconda"));
  await expect("an edit shows by itself", shows("Seconda stesura."));

  await writeFile(note, "---\ntitle: [rotto\n---\nTerza stesura.\n");
  await expect("a broken file shows its place", overlay.getByText("content/note.md:2").first().waitFor({ timeout: 10_000 }).then(() => true));
  await expect("the overlay has the focus", overlay.evaluate((element) => element === document.activeElement));
  await expect("the last good page stays", shows("Seconda stesura."));
  await tab.keyboard.press("Escape");
  await expect("the overlay closes", overlay.waitFor({ state: "hidden", timeout: 10_000 }).then(() => true));
  await tab.reload();
  await expect("a reload shows the overlay again", overlay.waitFor({ timeout: 10_000 }).then(() => true));

  await writeFile(note, FILES["content/note.md"].replace("Prima", "Quarta"));
  await expect("a mended file shows", shows("Quarta stesura."));
  await expect("the overlay goes", overlay.waitFor({ state: "hidden", timeout: 10_000 }).then(() => true));

  await tab.goto(`${address}/bozza/`);
  await expect("a draft has a ribbon", tab.locator("#vetrina-ribbon").filter({ hasText: "bozza" }).waitFor({ timeout: 10_000 }).then(() => true));
  await tab.goto(`${address}/_vetrina/`);
  await expect("the overview lists the draft", shows("content/bozza.md"));
  await expect("nothing is refused by the policy", errors.length === 0 ? true : Promise.reject(new Error(errors.join("; "))));
  await expect("a foreign host is refused", status(address, "altrove.example").then((code) => code === 421));

  const before = await disk(folder);
  await writeFile(join(folder, "content/altra.md"), "---\ntitle: Altra\n---\nTesto.\n");
  await new Promise((resolve) => setTimeout(resolve, 25));
  preview.kill("SIGKILL");
  await rm(join(folder, "content/altra.md"));
  await expect("nothing on disk has changed", disk(folder).then((after) => after === before));
} finally {
  await browser.close();
  preview.kill("SIGKILL");
  await rm(folder, { recursive: true });
}
report("preview", looked, findings);
