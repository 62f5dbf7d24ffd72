/** Draws a locator map: land and sea, countries in a stronger tone, places, names, and a scale bar. */
import { geoAzimuthalEqualArea, geoDistance } from 'd3-geo';
import { merge, mesh } from 'topojson-client';
import { COUNTRIES } from './countries.mjs';
import { inset } from './inset.mjs';
import { curveOf, lineOf } from './line.mjs';
import { styleOf } from './map-style.mjs';
import { HEIGHT, picture, text, WIDTH } from './picture.mjs';
import { places } from './places.mjs';
import { onPlane } from './plane.mjs';
import { scaleBar } from './scale-bar.mjs';
import { LAKES, RIVERS } from './water.mjs';
import { WORLD } from './world.mjs';

const EARTH_RADIUS_KM = 6371;

/** Right for no place on so wide a map but its centre, a bar of kilometres would mislead. */
const WIDEST_WITH_BAR_KM = 6000;

export function drawMap(map) {
  const projection = geoAzimuthalEqualArea()
    .rotate([-map.centre[0], -map.centre[1]])
    .translate([WIDTH / 2, HEIGHT / 2])
    .scale((WIDTH / map.km) * EARTH_RADIUS_KM);
  const world = onPlane(WORLD, projection, map.tolerance ?? toleranceOf(map.km));
  // A country beyond the horizon could lie around the point opposite to the centre, and would fill the picture.
  const all = world.objects.countries.geometries.filter((country) =>
    firstPoints(country).some((point) => geoDistance(point, map.centre) < Math.PI / 2),
  );
  const named = (names = []) => all.filter(({ properties }) => names.includes(properties.name));
  const filled = (kind, countries) =>
    countries.length > 0 && `<path class="${kind}" d="${lineOf(merge(world, countries))}"/>`;
  const borders = (kind, isMeant) => {
    const lines = mesh(world, world.objects.countries, (a, b) => a !== b && isMeant(a, b));
    return `<path class="${kind}" d="${lineOf(lines)}"/>`;
  };
  const water = (table, names = []) =>
    names.map((name) => curveOf(table[name].map((point) => projection(point))));

  return picture({
    title: map.title,
    style: styleOf(map),
    body: [
      `<rect class="sea" width="${WIDTH}" height="${HEIGHT}"/>`,
      filled('land', all),
      filled('two', named(map.two)),
      filled('one', named(map.one)),
      ...water(LAKES, map.lakes).map((line) => `<path class="lake" d="${line}Z"/>`),
      map.borders !== false && borders('borders', () => true),
      map.frontier && borders('frontier', between(map.frontier)),
      map.riverBorder && borders('river', between(map.riverBorder)),
      ...water(RIVERS, map.rivers).map((line) => `<path class="river" d="${line}"/>`),
      map.route &&
        `<path class="route" d="${lineOf({ type: 'LineString', coordinates: map.route }, projection)}"/>`,
      ...(map.names ?? []).map((name) => countryName(name, map.lang ?? 'en', projection)),
      ...(map.waters ?? []).map(([name, at]) => text('water', projection(at), name, 'middle')),
      ...places(map.places ?? [], projection),
      map.km <= WIDEST_WITH_BAR_KM && scaleBar(map.bar ?? [90, 690], WIDTH / map.km),
      map.inset && inset(map.inset, map.centre),
    ],
  });
}

/** Whether a border has countries of one list on one side and of the other list on the other. */
function between([left, right]) {
  const are = (one, other) =>
    left.includes(one.properties.name) && right.includes(other.properties.name);
  return (a, b) => are(a, b) || are(b, a);
}

/** Of each arc of a country its first point, in degrees. */
function firstPoints({ arcs }) {
  return arcs.flat(2).map((arc) => WORLD.arcs[arc < 0 ? ~arc : arc][0]);
}

/** How far a line may stray: more on a wide map, whose fjords and islets would only weigh. */
function toleranceOf(km) {
  return Math.min(3, 0.8 + km / 1200);
}

/** A name of the table, at its place there or at one that the map gives. */
function countryName(name, lang, projection) {
  const [key, at, words = COUNTRIES[key][lang]] = Array.isArray(name) ? name : [name];
  const [x, y] = projection(at ?? COUNTRIES[key].at);
  const lines = words.toLocaleUpperCase(lang).split('\n');
  return lines.map((line, row) => text('country', [x, y + row * 40], line, 'middle')).join('\n');
}
