/** The bar that tells how long so many kilometres are, right at the centre of the map. */
import { text } from './picture.mjs';

/** No bar is longer than this, in units. */
const LONGEST = 260;

export function scaleBar([x, y], unitsPerKm) {
  const km = roundLength(LONGEST / unitsPerKm);
  const length = Math.round(km * unitsPerKm * 10) / 10;
  return `<path class="bar" d="M${x} ${y - 12}v12h${length}v-12"/>
${text('km', [x + length / 2, y - 14], `${km} km`, 'middle')}`;
}

/** The greatest of 1, 2, 5, 10, 20, 50, ... that is not above the limit. */
function roundLength(limit) {
  const power = 10 ** Math.floor(Math.log10(limit));
  return [5, 2, 1].map((step) => step * power).find((length) => length <= limit);
}
