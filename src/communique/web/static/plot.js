// The score of a pair by month, drawn by Vega-Lite with Vega's interpreter, since the policy allows no new code.
"use strict";
function colour(name) { return getComputedStyle(document.documentElement).getPropertyValue(name).trim(); }
async function draw(place) {
  const answer = await fetch(place.dataset.plot);
  if (!answer.ok) return;
  const values = (await answer.json()).filter((period) => period.score !== null);
  if (!values.length) { place.textContent = "No event with a score took place."; return; }
  const text = colour("--soft");
  const axis = { labelColor: text, titleColor: text, domainColor: text, tickColor: text, gridColor: colour("--line") };
  const months = { ...axis, format: "%b %Y", labelOverlap: true, ...(values.length < 13 && { values: values.map((p) => ({ year: +p.period.slice(0, 4), month: +p.period.slice(5, 7) })) }) };
  const spec = {
    width: Math.max(260, place.clientWidth - 70), height: 220, background: null, data: { values },
    encoding: { x: { field: "period", type: "temporal", title: null, axis: months } },
    layer: [
      { mark: { type: "rule", color: text }, encoding: { x: null, y: { datum: 0 } } },
      { mark: { type: "line", color: colour("--link"), point: { color: colour("--link") } },
        encoding: { y: { field: "score", type: "quantitative", title: "mean PLOVER score", scale: { domain: [-10, 10] }, axis } } },
    ],
  };
  const compiled = vegaLite.compile(spec).spec;
  const view = new vega.View(vega.parse(compiled, null, { ast: true }), {
    expr: vega.expressionInterpreter, renderer: "canvas", container: place, hover: false,
  });
  await view.runAsync();
}
for (const place of document.querySelectorAll("[data-plot]")) draw(place);
