// Files and folders that are dropped go into the form's own field, so that it is sent like any other form.
"use strict";
const drop = document.getElementById("drop");
const field = document.getElementById("files");
const chosen = document.getElementById("chosen");
const MOST = 2000;

function tell() {
  const count = field.files.length;
  chosen.textContent = count ? `${count} ${count === 1 ? "file" : "files"} chosen` : "";
}
function entriesOf(reader) {
  return new Promise((resolve, reject) => reader.readEntries(resolve, reject));
}
async function collect(entry, into) {
  if (into.length >= MOST) return;
  if (entry.isFile) {
    into.push(await new Promise((resolve, reject) => entry.file(resolve, reject)));
  } else if (entry.isDirectory) {
    const reader = entry.createReader();
    for (let some = await entriesOf(reader); some.length; some = await entriesOf(reader)) {
      for (const one of some) await collect(one, into);
    }
  }
}
field.addEventListener("change", tell);
drop.addEventListener("dragover", (event) => { event.preventDefault(); drop.classList.add("over"); });
drop.addEventListener("dragleave", () => drop.classList.remove("over"));
drop.addEventListener("drop", async (event) => {
  event.preventDefault();
  drop.classList.remove("over");
  const entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry()).filter(Boolean);
  const files = [];
  for (const entry of entries) await collect(entry, files);
  const transfer = new DataTransfer();
  for (const file of files) transfer.items.add(file);
  field.files = transfer.files;
  tell();
});
