// The preview in a real browser: an edit shows by itself, a broken file shows where it is broken while the last good
// page stays, mending it takes that away, nothing on disk changes, and only the machine's own names are answered.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { disk, expectations, fill, open, start, status } from "./serving.mjs";

const [program] = process.argv.slice(2);
const FILES = {
  "vetrina.yaml": "title: Prova\nbase_url: https://prova.example\nlanguage: it\nsearch: true\n",
  "content/_index.md": "---\ntitle: Prova\n---\nBenvenuti.\n",
  "content/note.md": "---\ntitle: Note\n---\nPrima stesura.\n",
  "content/bozza.md": "---\ntitle: Bozza\ndraft: true\n---\nDa rivedere.\n",
};

const { expect, conclude } = expectations("preview");

const folder = await mkdtemp(join(tmpdir(), "vetrina-preview-"));
await fill(folder, FILES);
const { preview, address } = await start(program, folder);
const browser = await open();
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
  await expect("the search index is made when it is asked for", fetch(`${address}/pagefind/pagefind-entry.json`).then(async (file) => file.ok && (await file.json()).languages.it.page_count > 0));
  await expect("a file that the index lacks is missing", fetch(`${address}/pagefind/altro.js`).then((file) => file.status === 404));
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
conclude();
