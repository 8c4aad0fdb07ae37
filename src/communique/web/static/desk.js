// What all pages do: the token goes with htmx's requests, "/" goes to the search, and marks of one report light up together.
"use strict";
document.addEventListener("htmx:configRequest", (event) => {
  event.detail.headers["X-CSRF-Token"] = document.querySelector("meta[name=csrf]").content;
});
document.addEventListener("keydown", (event) => {
  if (event.key === "/" && !/^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) {
    event.preventDefault();
    document.getElementById("find").focus();
  }
});
function light(event, on) {
  const marked = event.target.closest ? event.target.closest("[data-of]") : null;
  if (!marked) return;
  const ids = marked.dataset.of.split(" ");
  for (const other of document.querySelectorAll("[data-of]")) {
    if (other.dataset.of.split(" ").some((id) => ids.includes(id))) other.classList.toggle("lit", on);
  }
}
for (const [name, on] of [["mouseover", true], ["mouseout", false], ["focusin", true], ["focusout", false]]) {
  document.addEventListener(name, (event) => light(event, on));
}
