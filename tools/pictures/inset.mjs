/** A small globe in a corner, with a point where the map lies. */
import { geoOrthographic } from 'd3-geo';
import { feature } from 'topojson-client';
import { lineOf } from './line.mjs';
import { WIDTH } from './picture.mjs';
import { GLOBE } from './world.mjs';

const RADIUS = 112;
const LAND = feature(GLOBE, GLOBE.objects.land);

export function inset(side, [longitude, latitude]) {
  const centre = [side === 'left' ? 190 : WIDTH - 190, 205];
  // Tilted a little towards the equator, as one is used to see it.
  const projection = geoOrthographic()
    .rotate([-longitude, -latitude * 0.6])
    .translate(centre)
    .scale(RADIUS);
  const [x, y] = projection([longitude, latitude]).map((value) => Math.round(value));
  return `<circle class="globe" cx="${centre[0]}" cy="${centre[1]}" r="${RADIUS}"/>
<path class="continents" d="${lineOf(LAND, projection, 10)}"/>
<circle class="rim" cx="${centre[0]}" cy="${centre[1]}" r="${RADIUS}"/>
<circle class="dot" cx="${x}" cy="${y}" r="11"/>`;
}
