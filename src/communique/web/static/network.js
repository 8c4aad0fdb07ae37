// The network of actors. The layout is the same for the same ties: it begins on a circle and takes no chance.
"use strict";
function colour(name) { return getComputedStyle(document.documentElement).getPropertyValue(name).trim(); }
async function show() {
  const place = document.getElementById("network");
  const found = await fetch(place.dataset.network).then((answer) => answer.json());
  const ids = [...new Set(found.ties.flatMap((tie) => [tie.one, tie.other]))];
  const most = Math.max(1, ...found.ties.map((tie) => tie.events));
  const graph = cytoscape({
    container: place,
    elements: [
      ...ids.map((id) => ({ data: { id, name: found.names[id] || id } })),
      ...found.ties.map((tie, number) => ({
        data: { id: `tie ${number}`, source: tie.one, target: tie.other, width: 1 + 7 * (tie.events / most), score: tie.score ?? 0 },
      })),
    ],
    style: [
      { selector: "node", style: { label: "data(name)", "font-size": 11, color: colour("--ink"), "background-color": colour("--link"), width: 12, height: 12, "text-valign": "top" } },
      { selector: "edge", style: { width: "data(width)", "line-color": colour("--soft"), opacity: 0.55, "curve-style": "haystack" } },
      { selector: "edge[score < 0]", style: { "line-color": colour("--red") } },
      { selector: "edge[score > 0]", style: { "line-color": colour("--green") } },
    ],
    layout: { name: "cose", animate: false, randomize: false, nodeRepulsion: () => 9000, idealEdgeLength: () => 70 },
    maxZoom: 3, minZoom: 0.2,
  });
  graph.on("tap", "node", (event) => { location.href = `/actors/${encodeURIComponent(event.target.id())}`; });
}
show();
