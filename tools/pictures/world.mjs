/** The countries of the world, from Natural Earth in the package world-atlas, as a topology in degrees. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** Fine enough for a map of a hundred kilometres. */
export const WORLD = withCrimea(decoded(read('world-atlas/countries-10m.json')));

/** For a globe of the size of a coin. */
export const GLOBE = read('world-atlas/land-110m.json');

function read(name) {
  return JSON.parse(readFileSync(require.resolve(name), 'utf8'));
}

/** The same topology with its arcs in degrees; in the file each point is a step from the one before it. */
function decoded({ transform: { scale, translate }, ...topology }) {
  const arcs = topology.arcs.map((arc) => {
    let [x, y] = [0, 0];
    return arc.map(([dx, dy]) => {
      x += dx;
      y += dy;
      return [x * scale[0] + translate[0], y * scale[1] + translate[1]];
    });
  });
  return { ...topology, arcs };
}

/** Natural Earth draws the lines that are held; Crimea is Ukraine's by law (UN General Assembly, 68/262). */
function withCrimea(topology) {
  const { geometries } = topology.objects.countries;
  const named = (name) => geometries.find(({ properties }) => properties.name === name);
  const isCrimea = (polygon) =>
    polygon[0]
      .flatMap((arc) => topology.arcs[arc < 0 ? ~arc : arc])
      .every(([x, y]) => x > 32.4 && x < 36.7 && y > 44.3 && y < 46.3);
  const [russia, ukraine] = [named('Russia'), named('Ukraine')];
  ukraine.arcs.push(...russia.arcs.filter(isCrimea));
  russia.arcs = russia.arcs.filter((polygon) => !isCrimea(polygon));
  return topology;
}
