// Narrowing in place: the links of the filters lead to ready pages; here they filter the list at once instead, and the
// choice stands in the address (?ente=…&mese=…), so that it can be kept, sent and gone back to.
"use strict";
(() => {
  const box = document.querySelector("[data-elenco]");
  if (!box || location.protocol === "file:") return;
  const folder = (path) => path.replace(/index\.html$/, "");
  const whole = folder(new URL(box.querySelector("[data-togli]").href).pathname);
  if (folder(location.pathname) !== whole) return;

  const links = [...box.querySelectorAll("[data-segno]")];
  const cards = [...box.querySelectorAll("[data-segni]")].map((element) => ({
    element,
    marks: element.dataset.segni.split(" "),
  }));
  const count = box.querySelector("[data-quante]");
  const clear = box.querySelector("[data-togli-posto]");

  const chosen = () => [...new URLSearchParams(location.search)].map(([key, value]) => `${key}:${value}`);
  const fits = (marks, choice) => choice.every((mark) => marks.includes(mark));

  const show = () => {
    const choice = chosen().filter((mark) => links.some((link) => link.dataset.segno === mark));
    let left = 0;
    for (const { element, marks } of cards) {
      element.hidden = !fits(marks, choice);
      if (!element.hidden) left += 1;
    }
    count.textContent = `${left}\u00a0${left === 1 ? count.dataset.una : count.dataset.molte}`;
    clear.hidden = choice.length === 0;
    for (const link of links) mark(link, choice);
  };

  // A link counts the cards that would be left if it were chosen beside the other aspects' choices.
  const mark = (link, choice) => {
    const own = link.dataset.segno;
    const aspect = own.split(":")[0] + ":";
    const others = choice.filter((other) => !other.startsWith(aspect));
    const left = cards.filter(({ marks }) => fits(marks, [...others, own])).length;
    link.querySelector(".count").textContent = left;
    if (choice.includes(own)) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  };

  const go = (search) => {
    history.pushState(null, "", search ? `?${search}` : location.pathname);
    show();
  };

  box.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    const link = event.target.closest("a");
    if (!link) return;
    const query = new URLSearchParams(location.search);
    if (link.dataset.segno) {
      const [aspect, value] = link.dataset.segno.split(":");
      if (query.get(aspect) === value) query.delete(aspect);
      else query.set(aspect, value);
    } else if ("togli" in link.dataset) {
      for (const aspect of [...query.keys()]) query.delete(aspect);
    } else return;
    event.preventDefault();
    go(query.toString());
  });
  addEventListener("popstate", show);
  show();
})();

// All the lines of a fact: `?fino=124#r120` marks from line 120 to line 124.
(() => {
  if (!document.querySelector(".righe")) return;
  const last = Number(new URLSearchParams(location.search).get("fino"));
  for (let line = Number(location.hash.slice(2)); line && line <= last; line += 1) {
    document.getElementById(`r${line}`)?.classList.add("segnata");
  }
})();
