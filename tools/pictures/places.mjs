/** The places of a map: a dot and a name beside it. */
import { round, text } from './picture.mjs';

/** How far the name stands from the dot, to each side, and which of its ends is there. */
const SIDES = {
  right: { dx: 30, dy: 0.35, anchor: 'start' },
  left: { dx: -30, dy: 0.35, anchor: 'end' },
  above: { dx: 0, dy: -0.55, anchor: 'middle' },
  below: { dx: 0, dy: 1.3, anchor: 'middle' },
};

/** Letter heights of the two kinds, in units, as the style has them. */
const SIZE = { place: 54, minor: 42 };

/** `minor` is for places that only help to find the others; `quake` puts waves around the dot. */
export function places(list, projection) {
  return list.map(({ name, at, side = 'right', minor = false, quake = false }) => {
    const [x, y] = projection(at);
    const kind = minor ? 'minor' : 'place';
    const { dx, dy, anchor } = SIDES[side];
    const shift = quake ? 2.6 : 1;
    const label = [x + dx * shift, y + dy * SIZE[kind] * (dx === 0 ? shift : 1)];
    const waves = quake
      ? [38, 66].map((r) => `<circle class="wave" cx="${round(x)}" cy="${round(y)}" r="${r}"/>`)
      : [];
    return [
      ...waves,
      `<circle class="dot" cx="${round(x)}" cy="${round(y)}" r="${minor ? 11 : 16}"/>`,
      text(kind, label, name, anchor),
    ].join('\n');
  });
}
