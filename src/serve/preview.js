"use strict";

// What a page of the preview does beyond the site: it takes on an edit of its own bytes, shows what is wrong, and says
// that it would be held back.
{
  const own = document.currentScript.dataset.page;
  const kept = `vetrina:${location.pathname}`;
  let shown = { page: own, content: null };

  const make = (name, properties, ...children) => {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  };

  /** Keeps the place, what is open and what is typed over a reload. */
  const keep = () => {
    const fields = [...document.querySelectorAll("input, select, textarea")];
    const state = {
      scroll: [scrollX, scrollY],
      open: [...document.querySelectorAll("details")].map((details) => details.open),
      fields: fields.map((field) => [field.value, field.checked]),
    };
    sessionStorage.setItem(kept, JSON.stringify(state));
  };

  const restore = () => {
    const state = JSON.parse(sessionStorage.getItem(kept) ?? "null");
    sessionStorage.removeItem(kept);
    if (state === null) return;
    document.querySelectorAll("details").forEach((details, at) => (details.open = state.open[at] ?? details.open));
    document.querySelectorAll("input, select, textarea").forEach((field, at) => {
      const [value, checked] = state.fields[at] ?? [field.value, field.checked];
      if (field.value === value && field.checked === checked) return;
      if (field.type !== "file") Object.assign(field, { value, checked });
      field.dispatchEvent(new Event("input", { bubbles: true }));
      field.dispatchEvent(new Event("change", { bubbles: true }));
    });
    scrollTo(...state.scroll);
  };

  /** Puts the new style sheets in the place of the old ones once they are there. */
  const dress = (styles) => {
    const old = [...document.querySelectorAll('link[rel="stylesheet"]:not([data-preview])')];
    styles.forEach((href, at) => {
      const link = make("link", { rel: "stylesheet", href });
      link.onload = () => old[at]?.remove();
      (old[at] ?? document.head.lastElementChild).after(link);
    });
  };

  const overlay = make("section", { id: "vetrina-errors", tabIndex: -1, hidden: true });
  overlay.setAttribute("role", "alertdialog");
  overlay.setAttribute("aria-labelledby", "vetrina-errors-title");
  const english = document.documentElement.lang === "en";
  const title = make("h2", { id: "vetrina-errors-title" });
  const close = make("button", { type: "button", textContent: english ? "Close" : "Chiudi" });
  const list = make("div", {});
  overlay.append(title, close, list);
  let before = null;

  const hide = () => {
    if (overlay.hidden) return;
    overlay.hidden = true;
    before?.focus?.();
  };
  close.onclick = hide;
  overlay.onkeydown = (event) => event.key === "Escape" && hide();

  const finding = ({ message, place, text }) =>
    make("article", {}, make("h3", { textContent: message }), make("p", {}, make("code", { textContent: place })), make("pre", { textContent: text, tabIndex: 0 }));

  let told = "[]";
  const tell = (errors) => {
    const now = JSON.stringify(errors);
    if (now === told) return;
    told = now;
    if (errors.length === 0) return hide();
    title.textContent = english
      ? `Errors: ${errors.length}. The last good version stays.`
      : `Errori: ${errors.length}. Resta l'ultima versione buona.`;
    list.replaceChildren(...errors.map(finding));
    if (overlay.hidden) before = document.activeElement;
    overlay.hidden = false;
    overlay.focus();
  };

  const ribbon = make("p", { id: "vetrina-ribbon", hidden: true });
  const bind = (text) => {
    ribbon.textContent = text;
    ribbon.hidden = text === "";
  };

  const look = async () => {
    const state = await (await fetch(`/_vetrina/state${location.pathname}`)).json();
    tell(state.errors);
    bind(state.ribbon);
    if (state.page === shown.page) {
      shown = state;
    } else if (state.content === shown.content) {
      shown = state;
      dress(state.styles);
    } else {
      keep();
      location.reload();
    }
  };

  const style = make("link", { rel: "stylesheet", href: "/_vetrina/preview.css" });
  style.dataset.preview = "";
  document.head.append(style);
  document.body.append(overlay, ribbon);
  restore();
  const changes = new EventSource("/_vetrina/changes");
  // Whatever changed before the connection stood, or while it was down, is looked at once it stands.
  changes.onopen = look;
  changes.onmessage = look;
}
