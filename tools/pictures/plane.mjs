/** A topology on the plane of a picture: projected, and with no more points than can be seen there. */
import { HEIGHT, WIDTH } from './picture.mjs';

/** Borders stay shared, since each arc is made simpler once for both of its sides; `tolerance` is in units. */
export function onPlane(topology, projection, tolerance) {
  const arcs = topology.arcs.map((arc) => {
    const points = arc.map((point) => projection(point));
    // What lies outside need only keep its ends: no line between points beyond one edge crosses the picture.
    return isSeen(points) ? simplified(points, tolerance) : [points[0], points.at(-1)];
  });
  return { ...topology, arcs };
}

function isSeen(points) {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const meets = (values, end) => Math.min(...values) < end + 9 && Math.max(...values) > -9;
  return meets(xs, WIDTH) && meets(ys, HEIGHT);
}

/** Douglas and Peucker: the point that strays most is kept, and both sides of it are looked at again. */
function simplified(points, tolerance) {
  if (points.length < 3) return points;
  const first = points[0];
  const last = points.at(-1);
  let [worst, at] = [0, 0];
  for (let index = 1; index < points.length - 1; index++) {
    const distance = distanceFrom(points[index], first, last);
    if (distance > worst) [worst, at] = [distance, index];
  }
  if (worst < tolerance) return [first, last];
  const halves = [points.slice(0, at + 1), points.slice(at)];
  const [left, right] = halves.map((half) => simplified(half, tolerance));
  return [...left.slice(0, -1), ...right];
}

/** Of a point from the line between two others. */
function distanceFrom([x, y], [ax, ay], [bx, by]) {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : ((x - ax) * dx + (y - ay) * dy) / length;
  const share = Math.min(1, Math.max(0, along));
  return Math.hypot(x - ax - share * dx, y - ay - share * dy);
}
