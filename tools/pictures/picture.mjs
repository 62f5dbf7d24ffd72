/** The frame of every picture: its size, its colours in light and dark, its text. */

/** Three by two, as the cards and the lead picture of the theme. Cut to 16:9, 62 units go above and below. */
export const WIDTH = 1200;
export const HEIGHT = 800;

/** Texts stand in the typeface of the system: a picture in an `img` cannot load one. */
const FONT = 'system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Liberation Sans",sans-serif';

const LIGHT = {
  sea: '#e9eeee',
  land: '#e8e3d8',
  coast: '#b4c3c5',
  one: '#dcb090',
  two: '#dacdb1',
  bar: '#98856a',
  border: '#fffdf8',
  paper: '#f2efe8',
  text: '#17181c',
  faint: '#4a463e',
  water: '#2a4852',
  mark: '#a3201a',
};

const DARK = {
  sea: '#1a1d22',
  land: '#2b2e33',
  coast: '#3c454d',
  one: '#5f4439',
  two: '#463f3b',
  bar: '#7a6f62',
  border: '#15171b',
  paper: '#202328',
  text: '#f0ede6',
  faint: '#cbc6ba',
  water: '#b5ccd5',
  mark: '#ff8a7f',
};

/** The whole file. Only the rules that the picture needs go into it. */
export function picture({ title, style, body }) {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}">
<title>${escaped(title)}</title>
<style>
svg{${variables(LIGHT)}}
@media (prefers-color-scheme:dark){svg{${variables(DARK)}}}
text{font-family:${FONT};fill:var(--text)}
${style.trim()}
</style>
${body.filter(Boolean).join('\n')}
</svg>
`;
}

/** A text with its class, and `start`, `middle` or `end` of it at the point. */
export function text(kind, [x, y], content, anchor = 'start') {
  const side = anchor === 'start' ? '' : ` text-anchor="${anchor}"`;
  return `<text class="${kind}" x="${round(x)}" y="${round(y)}"${side}>${escaped(content)}</text>`;
}

export function round(number) {
  return Math.round(number * 10) / 10;
}

function variables(colours) {
  return Object.entries(colours)
    .map(([name, value]) => `--${name}:${value}`)
    .join(';');
}

function escaped(content) {
  return content.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}
