// What an editor keeps while writing: a style without a reload, the place and what is open over a reload, one rebuild for
// a thousand files, changes on drives that tell of none, and the disk as it was when the preview is killed at work.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { disk, expectations, fill, open, start } from "./serving.mjs";

const [program] = process.argv.slice(2);
const CARD = (number) => `---\ntype: scheda\ntitle: "Scheda ${number}"\nente: Comune di ${number % 2 ? "Prova" : "Riprova"}\n---\n${"Parole della scheda. ".repeat(40)}\n`;
const PAGE = (number, words) => `---\ntitle: Pagina ${number}\n---\n${words}\n`;
const STYLE = (color) => `body { color: ${color}; }\n`;
const FILES = {
  "vetrina.yaml": "title: Prova\nbase_url: https://prova.example\nlanguage: it\ntheme: comune\n",
  "content/_index.md": "---\ntitle: Prova\n---\nBenvenuti.\n",
  "content/enti/comune-di-prova.md": "---\ntype: ente\ntitle: Comune di Prova\n---\n",
  "content/enti/comune-di-riprova.md": "---\ntype: ente\ntitle: Comune di Riprova\n---\n",
  "content/catalogo/_index.md": "---\ntitle: Catalogo\n---\nPrima stesura.\n",
  "content/lunga.md": PAGE("lunga", `${"Una riga.\n\n".repeat(300)}Prima fine.`),
  "themes/comune/theme.yaml": "parent: vetrina\n",
  "themes/comune/assets/vetrina.css": STYLE("rgb(1, 2, 3)"),
};
for (let number = 0; number < 40; number += 1) FILES[`content/catalogo/scheda-${number}.md`] = CARD(number);

const { expect, conclude } = expectations("writing");
const folder = await mkdtemp(join(tmpdir(), "vetrina-writing-"));
const write = (path, text) => writeFile(join(folder, path), text);
await fill(folder, FILES);
let { preview, address, said } = await start(program, folder);
const browser = await open();
try {
  const tab = await browser.newPage({ viewport: { width: 900, height: 600 } });
  const shows = (text) => tab.getByText(text).first().waitFor({ timeout: 10_000 }).then(() => true);
  const becomes = (fact, value) => tab.waitForFunction(fact, value, { timeout: 10_000 }).then(() => true);

  await tab.goto(`${address}/lunga/`);
  await shows("Prima fine.");
  await tab.evaluate(() => (window.stays = true));
  await write("themes/comune/assets/vetrina.css", STYLE("rgb(4, 5, 6)"));
  await expect("a style is swapped", becomes((color) => getComputedStyle(document.body).color === color, "rgb(4, 5, 6)"));
  await expect("a style needs no reload", tab.evaluate(() => window.stays === true));

  await tab.evaluate(() => scrollTo(0, 900));
  await write("content/lunga.md", FILES["content/lunga.md"].replace("Prima fine", "Seconda fine"));
  await expect("an edit shows", shows("Seconda fine."));
  await expect("the place is kept", becomes((top) => Math.abs(scrollY - top) < 5, 900));

  await tab.goto(`${address}/catalogo/`);
  await shows("Scheda 1");
  const filters = tab.locator(".filters details");
  const closed = (await filters.count()) - 1;
  const wasOpen = await filters.nth(closed).evaluate((details) => details.open);
  await filters.nth(closed).evaluate((details) => (details.open = !details.open));
  await write("content/catalogo/_index.md", FILES["content/catalogo/_index.md"].replace("Prima", "Seconda"));
  await expect("an edit of the list shows", shows("Seconda stesura."));
  await expect("filters are kept", filters.nth(closed).evaluate((details) => details.open).then((now) => now !== wasOpen));

  const turns = () => (said().match(/visibili dopo/g) ?? []).length;
  await pause(1_000);
  const before = turns();
  const many = Array.from({ length: 1_000 }, (_, number) => write(`content/tante-${number}.md`, PAGE(number, "Una di tante.")));
  await Promise.all(many);
  await tab.goto(`${address}/tante-999/`);
  for (let waited = 0; waited < 100 && turns() === before; waited += 1) await pause(100);
  await pause(1_000);
  await expect("a thousand files are one rebuild", turns() - before === 1);

  const untouched = await disk(folder);
  await Promise.all(Array.from({ length: 200 }, (_, number) => write(`content/tante-${number}.md`, PAGE(number, "Cambiata."))));
  await pause(60);
  preview.kill("SIGKILL");
  await Promise.all(Array.from({ length: 200 }, (_, number) => write(`content/tante-${number}.md`, PAGE(number, "Una di tante."))));
  await expect("killed at work it leaves the disk as it was", disk(folder).then((now) => now === untouched));

  ({ preview, address, said } = await start(program, folder, "--poll"));
  await tab.goto(`${address}/lunga/`);
  await expect("it starts again", shows("Seconda fine."));
  await write("content/lunga.md", FILES["content/lunga.md"].replace("Prima fine", "Terza fine"));
  await expect("a change is found by looking for it", shows("Terza fine."));
} finally {
  await browser.close();
  preview.kill("SIGKILL");
  await rm(folder, { recursive: true });
}
conclude();
