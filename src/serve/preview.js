"use strict";

// Reloads the page when its own file changed; the browser keeps the place and the filters that stand in the address.
{
  const path = location.pathname.replace(/^\//, "");
  const own = path === "" || path.endsWith("/") ? `${path}index.html` : path;
  const changes = new EventSource("/_vetrina/changes");
  changes.onmessage = (event) => {
    const changed = event.data.split("\n");
    if (changed.includes(own) || changed.includes("*")) {
      location.reload();
    }
  };
}
