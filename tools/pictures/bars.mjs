/** Draws a bar chart: each bar lies below its name, so that long names fit and small screens can show them. */
import { heading, SPACE, STYLE, scaleFrom } from './axis.mjs';
import { picture, text } from './picture.mjs';

/** What a bar leaves free at the right for its number. */
const NUMBER = 190;

export function drawBars({ title, heading: words, bars }) {
  const most = Math.max(...bars.map(({ value }) => value));
  const place = scaleFrom([0, most], [0, SPACE.right - SPACE.left - NUMBER]);
  const row = Math.min((SPACE.bottom - SPACE.top) / bars.length, 200);
  const height = Math.min(80, row - 79);
  return picture({
    title,
    style: `${STYLE}.number{font-size:46px;font-weight:700}\n`,
    body: [
      ...heading(words),
      ...bars.flatMap(({ name, value, shown = String(value), strong = false }, at) => {
        const y = SPACE.top + at * row;
        return [
          text('label', [SPACE.left, y + 34], name),
          `<rect class="${strong ? 'strong' : 'weak'}" x="${SPACE.left}" y="${Math.round(y + 50)}" width="${place(value)}" height="${Math.round(height)}"/>`,
          text('number', [SPACE.left + place(value) + 18, y + 50 + height / 2 + 16], shown),
        ];
      }),
    ],
  });
}
