/** Lines of the plane as the `d` of a path, in tenths of a unit. */
import { geoIdentity, geoPath } from 'd3-geo';
import { HEIGHT, WIDTH } from './picture.mjs';

/** An island smaller than this, in units, would be a speck. */
const SPECK = 13;

/** A little beyond the picture, so that no outline runs along its edge. */
const CLIP = geoIdentity().clipExtent([
  [-6, -6],
  [WIDTH + 6, HEIGHT + 6],
]);

/**
 * The path of a geometry, clipped to the picture unless it comes from a projection of its own; `step` is what its
 * points are rounded to, in tenths.
 */
export function lineOf(geometry, projection = CLIP, step = 1) {
  const recorder = new Recorder(step);
  geoPath(projection, recorder)(geometry);
  return recorder.end();
}

/** A smooth line through points: from the middle of each step to that of the next, bent at the point. */
export function curveOf(points) {
  const show = ([x, y]) => `${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}`;
  const middle = (at) => [0, 1].map((axis) => (points[at][axis] + points[at + 1][axis]) / 2);
  const bends = points.slice(1, -1).map((point, at) => `Q${show(point)} ${show(middle(at + 1))}`);
  return `M${show(points[0])}L${show(middle(0))}${bends.join('')}L${show(points.at(-1))}`;
}

/** What d3 draws on, in place of a canvas. */
class Recorder {
  #step;
  #parts = [];
  #points = [];

  constructor(step) {
    this.#step = step;
  }

  moveTo(x, y) {
    this.#flush('');
    this.lineTo(x, y);
  }

  lineTo(x, y) {
    this.#points.push([x, y].map((value) => Math.round((value * 10) / this.#step) * this.#step));
  }

  closePath() {
    this.#flush('z');
  }

  end() {
    this.#flush('');
    return this.#parts.join('');
  }

  #flush(end) {
    const points = this.#points.filter(
      ([x, y], at, all) => at === 0 || x !== all[at - 1][0] || y !== all[at - 1][1],
    );
    this.#points = [];
    if (points.length < 2 || (end === 'z' && isSpeck(points))) return;
    const [[x, y], ...others] = points;
    const steps = others.map(([nextX, nextY], at) => [
      nextX - points[at][0],
      nextY - points[at][1],
    ]);
    // A minus sign parts two numbers as well as a space does.
    const d = steps.flat().map((value) => `${value < 0 ? '' : ' '}${value / 10}`);
    this.#parts.push(`M${x / 10} ${y / 10}l${d.join('').trimStart()}${end}`);
  }
}

function isSpeck(points) {
  const span = (values) => Math.max(...values) - Math.min(...values);
  const size = Math.max(span(points.map(([x]) => x)), span(points.map(([, y]) => y)));
  return size < SPECK * 10;
}
