// Search: the index that the build made is read here, in the browser; no word leaves the reader's machine. What is
// searched for stands in the address (?q=…&tipo=…&ente=…&anno=…), so that it can be kept, sent and gone back to.
const FILTERS = ["tipo", "ente", "anno"];
const STEP = 10;
const PAUSE = 200;

const form = document.querySelector("[data-cerca]");
const outcome = document.querySelector("[data-esito]");
const list = document.querySelector("[data-trovate]");
const more = document.querySelector("[data-altre]");
const words = outcome.dataset;

const pagefind = await import(document.querySelector("[data-indice]").href);
await pagefind.init();
const filters = await pagefind.filters();

const asked = () => {
  const query = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (value.trim()) query.set(name, value.trim());
  return query;
};

const fillForm = () => {
  const query = new URLSearchParams(location.search);
  for (const field of form.elements) if (field.name) field.value = query.get(field.name) ?? "";
};

const fillFilters = () => {
  for (const name of FILTERS) {
    const field = form.elements[name];
    const values = Object.keys(filters[name] ?? {}).sort((a, b) => a.localeCompare(b, document.documentElement.lang));
    if (name === "anno") values.reverse();
    for (const value of values) field.add(new Option(value, value));
    field.closest("div").hidden = values.length < 2;
  }
};

// What the choices leave: each value says how many pages it would find.
const countFilters = (left) => {
  for (const name of FILTERS) {
    for (const option of form.elements[name].options) {
      if (option.value) option.text = `${option.value} (${left[name]?.[option.value] ?? 0})`;
    }
  }
};

const element = (tag, className, ...content) => {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...content);
  return made;
};

// An excerpt is HTML with marks; only its words and marks are taken over.
const excerpt = (html) => {
  const parsed = new DOMParser().parseFromString(html, "text/html").body;
  return [...parsed.childNodes].map((node) =>
    node.nodeName === "MARK" ? element("mark", "", node.textContent) : node.textContent,
  );
};

const entry = (page) => {
  const link = element("a", "", page.meta.title);
  link.href = page.url;
  const about = FILTERS.flatMap((name) => page.filters[name] ?? []).join(" · ");
  return element("li", "", link, element("p", "state", about), element("p", "", ...excerpt(page.excerpt)));
};

let found = [];

const showMore = async () => {
  const shown = list.children.length;
  const pages = await Promise.all(found.slice(shown, shown + STEP).map((result) => result.data()));
  const first = pages.map(entry).reduce((first, item) => (list.append(item), first ?? item), undefined);
  more.hidden = list.children.length >= found.length;
  return first;
};

const say = (count, text) => {
  if (count === 0) return words.nessuna;
  return `${count}\u00a0${count === 1 ? words.una : words.molte}${text ? ` ${words.per} «${text}»` : ""}`;
};

const search = async (pause) => {
  const query = asked();
  const text = query.get("q");
  const chosen = Object.fromEntries(FILTERS.filter((name) => query.has(name)).map((name) => [name, query.get(name)]));
  const nothing = !text && Object.keys(chosen).length === 0;
  const answer = await pagefind.debouncedSearch(text, { filters: chosen }, pause);
  if (answer === null) return; // The reader typed on.
  countFilters(nothing ? filters : answer.filters);
  found = nothing ? [] : answer.results;
  list.replaceChildren();
  await showMore();
  outcome.textContent = nothing ? "" : say(found.length, text);
};

const address = () => {
  const query = asked().toString();
  return query ? `?${query}` : location.pathname;
};

form.addEventListener("input", () => {
  history.replaceState(null, "", address());
  search(PAUSE);
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  history.pushState(null, "", address());
  search(0);
});
more.addEventListener("click", async () => {
  const first = await showMore();
  first?.querySelector("a").focus();
});
addEventListener("popstate", () => {
  fillForm();
  search(0);
});

fillFilters();
fillForm();
form.hidden = false;
document.querySelector("[data-senza]").hidden = true;
await search(0);
if (!location.search) form.elements.q.focus();
