// The review queue by keyboard: j and k move, the other keys press the button that says so.
"use strict";
const items = [...document.querySelectorAll("#review > li[tabindex]")];
let at = 0;
function go(to) {
  if (!items.length) return;
  at = Math.max(0, Math.min(items.length - 1, to));
  items[at].focus();
}
document.addEventListener("focusin", (event) => {
  const item = event.target.closest("#review > li");
  if (item) at = items.indexOf(item);
});
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) return;
  if (event.key === "j") go(document.activeElement === items[at] ? at + 1 : at);
  else if (event.key === "k") go(at - 1);
  else if (event.key === "o" && items[at]) location.href = items[at].dataset.open;
  else if (/^[arsm]$/.test(event.key) && items[at]) {
    const found = items[at].querySelector(`[data-key="${event.key}"]`);
    if (found && found.tagName === "BUTTON") found.click();
    else if (found) found.focus();
  } else return;
  event.preventDefault();
});
go(0);
