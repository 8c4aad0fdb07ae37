// The progress of a reading, as the server tells it.
"use strict";
const job = document.getElementById("job");
const bar = document.getElementById("bar");
const source = new EventSource(job.dataset.progress);
source.addEventListener("message", (event) => {
  const told = JSON.parse(event.data);
  for (const place of job.querySelectorAll("[data-of-job]")) {
    const value = told[place.dataset.ofJob];
    place.textContent = value === null ? "" : String(value);
  }
  const reasons = document.getElementById("reasons");
  reasons.replaceChildren(...told.reasons.map((reason) => {
    const item = document.createElement("li");
    item.textContent = reason;
    return item;
  }));
  if (told.state === "done" || told.state === "failed") {
    bar.value = 1;
    source.close();
  }
});
source.addEventListener("error", () => source.close());
