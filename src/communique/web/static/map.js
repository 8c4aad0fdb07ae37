// Outlines, dots where it happened, shades for who is involved. No tiles, nothing from elsewhere.
"use strict";
// A ring that crosses the date line goes on beyond 180 degrees, since it would else be drawn across the whole map.
function unwrapped(ring) {
  let before = ring[0][0];
  return ring.map(([longitude, latitude]) => {
    const turns = Math.round((before - longitude) / 360);
    before = longitude + 360 * turns;
    return [before, latitude];
  });
}
function whole(geometry) {
  const deep = geometry.type === "Polygon" ? (part) => part.map(unwrapped) : (part) => part.map((one) => one.map(unwrapped));
  return { type: geometry.type, coordinates: deep(geometry.coordinates) };
}
async function show() {
  const place = document.getElementById("map");
  const [world, found] = await Promise.all([
    fetch("/static/vendor/outlines.json").then((answer) => answer.json()),
    fetch(place.dataset.map).then((answer) => answer.json()),
  ]);
  const map = L.map(place, { attributionControl: false, worldCopyJump: true, minZoom: 1 }).setView([25, 15], 2);
  const most = Math.max(1, ...found.involved.map((one) => one.events));
  const share = new Map(found.involved.map((one) => [one.country, one.events / most]));
  const shapes = topojson.feature(world, world.objects.countries).features.filter((one) => one.id !== "ATA");
  const features = shapes.map((one) => ({ ...one, geometry: whole(one.geometry) }));
  L.geoJSON(features, { interactive: false, style: { className: "outline", fillOpacity: 1 } }).addTo(map);
  const involved = L.geoJSON(features.filter((one) => share.has(one.id)), {
    style: (one) => ({ className: "involved", stroke: false, fillOpacity: 0.12 + 0.5 * Math.sqrt(share.get(one.id)) }),
  }).addTo(map);
  const highest = Math.max(1, ...found.spots.map((spot) => spot.events));
  const spots = L.layerGroup(found.spots.map((spot) => {
    const dot = L.circleMarker([spot.latitude, spot.longitude], {
      className: "spot", radius: 3 + 12 * Math.sqrt(spot.events / highest), weight: 1, fillOpacity: 0.75,
    });
    const label = document.createElement("span");
    label.textContent = `${spot.name}: ${spot.events}`;
    dot.bindTooltip(label);
    dot.on("click", () => {
      const to = new URL(place.dataset.events, location.href);
      to.searchParams.set("where", spot.name);
      location.href = to.href;
    });
    return dot;
  })).addTo(map);
  for (const [id, layer] of [["l-spots", spots], ["l-involved", involved]]) {
    document.getElementById(id).addEventListener("change", (event) => {
      if (event.target.checked) layer.addTo(map); else layer.remove();
    });
  }
}
show();
