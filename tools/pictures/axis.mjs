/** What bars and spans have in common: the heading, the paper, and where a number stands. */
import { HEIGHT, text, WIDTH } from './picture.mjs';

/** The space of a chart; above and below it the theme may cut. */
export const SPACE = { left: 90, right: WIDTH - 90, top: 215, bottom: 715 };

export const STYLE = `
.paper{fill:var(--paper)}
.heading{font-size:50px;font-weight:700}
.label{font-size:42px;stroke:var(--paper);stroke-width:9;paint-order:stroke}
.weak{fill:var(--bar)}
.strong{fill:var(--mark)}
`;

export function heading(title) {
  return [
    `<rect class="paper" width="${WIDTH}" height="${HEIGHT}"/>`,
    text('heading', [SPACE.left, 140], title),
  ];
}

/** From a number to its place between the left and the right. */
export function scaleFrom([first, last], [left, right]) {
  return (value) =>
    Math.round((left + ((value - first) / (last - first)) * (right - left)) * 10) / 10;
}
