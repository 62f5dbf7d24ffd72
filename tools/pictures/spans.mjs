/** Draws rows on one axis of time or distance: a span in a row, and points with what they are. */
import { heading, SPACE, STYLE, scaleFrom } from './axis.mjs';
import { picture, text } from './picture.mjs';

const RULES = `
.ground{stroke:var(--faint);stroke-width:2;opacity:.5}
.tick{font-size:38px;fill:var(--faint)}
.span{stroke:var(--bar);stroke-width:26}
.point{fill:var(--mark);stroke:var(--paper);stroke-width:4}
.point-name{font-size:38px;font-weight:700;stroke:var(--paper);stroke-width:9;paint-order:stroke}
`;

/** Left of the first tick and right of the last one, so that their words fit. */
const INDENT = 40;

export function drawSpans({ title, heading: words, from, to, ticks, rows }) {
  const place = scaleFrom([from, to], [SPACE.left + INDENT, SPACE.right - INDENT]);
  const foot = SPACE.bottom - 70;
  const height = (foot - SPACE.top) / rows.length;
  return picture({
    title,
    style: STYLE + RULES.trimStart(),
    body: [
      ...heading(words),
      ...ticks.flatMap(([value, name]) => [
        `<path class="ground" d="M${place(value)} ${SPACE.top - 20}V${foot}"/>`,
        text('tick', [place(value), foot + 50], name, 'middle'),
      ]),
      ...rows.flatMap((row, at) => drawRow(row, SPACE.top + at * height, height, place)),
    ],
  });
}

function drawRow({ name, span, points }, top, height, place) {
  const y = Math.round(top + Math.min(height - 35, 135));
  return [
    text('label', [SPACE.left, top + 30], name),
    `<path class="ground" d="M${SPACE.left} ${y}H${SPACE.right}"/>`,
    span && `<path class="span" d="M${place(span[0])} ${y}H${place(span[1])}"/>`,
    ...points.flatMap(([value, words, anchor = 'middle']) => [
      `<circle class="point" cx="${place(value)}" cy="${y}" r="17"/>`,
      text('point-name', [place(value), y - 28], words, anchor),
    ]),
  ];
}
