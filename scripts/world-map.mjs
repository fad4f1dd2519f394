// Makes seeds/world.tsv, the shapes of the map on the home page, from Natural Earth (public domain) as the npm package
// world-atlas carries it. Only needed to make the file anew:
//
//   npm install --prefix target/world-map world-atlas@2.0.2 topojson-client@3.1.0 d3-geo@3.1.2 i18n-iso-countries@7.14.0
//   node scripts/world-map.mjs target/world-map > seeds/world.tsv
//
// A line is `code⇥path⇥x,y` in the projection Equal Earth. The path is of 1:110m; it is missing where the country has
// none there, and the code is where Natural Earth gives none. The place is for a dot: of a country whose shape is
// missing, or too small to be hit.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";

const need = createRequire(`${resolve(process.argv[2] ?? "target/world-map")}/`);
const { feature } = need("topojson-client");
const iso = need("i18n-iso-countries");
const { geoCentroid, geoEqualEarth, geoPath } = await import(need.resolve("d3-geo").replace("dist/d3-geo.js", "src/index.js"));

const WIDTH = 1600;
const SMALLEST = 12; // of a shape that needs no dot
// Where places lie that Natural Earth draws as a part of another state: longitude, latitude. Antarctica is not drawn.
const PLACES = {
  AQ: [0, -58], BQ: [-68.3, 12.2], BV: [3.4, -54.4], CC: [96.9, -12.2], CX: [105.7, -10.5], GF: [-53.1, 3.9],
  GP: [-61.5, 16.2], MQ: [-61, 14.6], RE: [55.5, -21.1], SJ: [16, 78.5], TK: [-171.8, -9.2], YT: [45.2, -12.8],
};

const atlas = (scale) => {
  const topology = JSON.parse(readFileSync(need.resolve(`world-atlas/countries-${scale}.json`), "utf8"));
  return feature(topology, topology.objects.countries).features.filter((one) => one.id !== "010");
};
const projection = geoEqualEarth().rotate([-11, 0]);
const shapes = atlas("110m");
projection.fitWidth(WIDTH, { type: "FeatureCollection", features: shapes });

/** The shape as whole steps from corner to corner, and its size. */
function draw(shape) {
  const rings = [];
  geoPath(projection, {
    moveTo: (x, y) => rings.push([[Math.round(x), Math.round(y)]]),
    lineTo: (x, y) => rings.at(-1).push([Math.round(x), Math.round(y)]),
    closePath: () => {},
  })(shape);
  let path = "";
  for (const ring of rings) {
    const corners = ring.filter(([x, y], at) => at === 0 || x !== ring[at - 1][0] || y !== ring[at - 1][1]);
    if (corners.length < 3) continue;
    const steps = corners.map(([x, y], at) => (at === 0 ? [x, y] : [x - corners[at - 1][0], y - corners[at - 1][1]]));
    path += `M${steps[0].join(" ")}l${steps.slice(1).map((step) => step.join(" ")).join(" ").replaceAll(" -", "-")}z`;
  }
  const [[left, top], [right, bottom]] = geoPath(projection).bounds(shape);
  return { path, size: Math.min(right - left, bottom - top) };
}

const place = (position) => projection(position).map(Math.round).join(",");
const lines = new Map();
for (const shape of shapes) {
  const code = iso.numericToAlpha2(shape.id) ?? "";
  const { path, size } = draw(shape);
  const dot = code && (!path || size < SMALLEST) ? place(geoCentroid(shape)) : "";
  lines.set(code || shape.properties.name, [code, path, dot]);
}
for (const shape of [...atlas("50m"), ...atlas("10m")]) {
  const code = iso.numericToAlpha2(shape.id);
  if (code && !lines.has(code)) lines.set(code, [code, "", place(geoCentroid(shape))]);
}
for (const [code, position] of Object.entries(PLACES)) lines.set(code, [code, "", place(position)]);

console.log(
  "# Natural Earth 1:110m (public domain, naturalearthdata.com) from the npm package world-atlas 2.0.2 (ISC, Mike Bostock),\n" +
    "# projected and rounded by scripts/world-map.mjs, which says what the columns are.",
);
const [[, top], [, bottom]] = geoPath(projection).bounds({ type: "FeatureCollection", features: shapes });
console.error(`drawn from 0,${Math.floor(top)} to ${WIDTH},${Math.ceil(bottom)}`);
for (const line of [...lines.values()].sort((one, other) => (one[0] < other[0] ? -1 : 1))) console.log(line.join("\t"));
