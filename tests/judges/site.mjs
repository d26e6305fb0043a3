// The site under judgement: its pages, and a server that sends them the way a careful office would.
import { createServer } from "node:http";
import { readdir, readFile } from "node:fs/promises";
import { extname, join, normalize, relative, sep } from "node:path";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
  ".json": "application/json",
  ".csv": "text/csv; charset=utf-8",
  ".ics": "text/calendar; charset=utf-8",
  ".xml": "application/xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
};

// No inline script or style, no request to another host. WebAssembly is the search's own.
const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; connect-src 'self'; " +
  "font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** Every file below `folder` with this ending, as addresses from the site's root, sorted. */
export async function files(folder, ending) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => "/" + relative(folder, join(entry.parentPath ?? entry.path, entry.name)).split(sep).join("/"))
    .sort();
}

/** Every page of the site. Pages of the search index are data, not pages. */
export async function pages(folder) {
  const all = await files(folder, ".html");
  return all.filter((path) => !path.startsWith("/pagefind/"));
}

/** The kind of a page: its address with the varying part left out, so that one page of each kind can be picked. */
export function kind(path) {
  const parts = path.split("/").slice(1, -1);
  return parts.length < 2 ? path : [parts[0], ...parts.slice(2)].map((part, at) => (at === 0 ? part : part.replace(/\d+/g, "#"))).join("/") + `/${parts.length}`;
}

/** Serves `folder` on a free port of the loopback; answers with its address and a way to stop. */
export async function serve(folder) {
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    const file = join(folder, normalize(path.endsWith("/") ? path + "index.html" : path));
    try {
      const body = await readFile(file);
      response.writeHead(200, { "content-type": TYPES[extname(file)] ?? "application/octet-stream", "content-security-policy": POLICY });
      response.end(body);
    } catch {
      response.writeHead(404, { "content-type": "text/plain" });
      response.end("not found");
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { address: `http://127.0.0.1:${server.address().port}`, stop: () => server.close() };
}

/** Prints findings and the line that counts them; sets the exit code. */
export function report(judge, looked, findings) {
  for (const finding of findings) console.log(finding);
  console.log(`${judge}: ${looked - new Set(findings.map((line) => line.split(" ")[0])).size} passed, ${new Set(findings.map((line) => line.split(" ")[0])).size} failed`);
  process.exitCode = findings.length === 0 ? 0 : 1;
}
