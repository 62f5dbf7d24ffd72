/**
 * `npm run fonts`: makes the typeface of the theme, templates/assets/fonts/ and templates/styles/fonts.css,
 * from the package of Literata. To be run again when the package or the letters change.
 *
 * One roman with two axes serves headlines and text: the weight from 400 to 700, and the optical size, which makes
 * letters finer as they grow. The italic has one weight: it is only fetched where a text uses it. The packages'
 * own cuts are larger and put the letters of the Balkans with those of all Europe, so that a page in Albanian
 * and one in Croatian would cost twice as much as they need to.
 */
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import georgia from '@capsizecss/metrics/georgia';
import literata from '@capsizecss/metrics/literata';
import notoSerif from '@capsizecss/metrics/notoSerif';
import timesNewRoman from '@capsizecss/metrics/timesNewRoman';
import subsetFont from 'subset-font';

const root = fileURLToPath(new URL('..', import.meta.url));
const packed = path.dirname(
  createRequire(import.meta.url).resolve('@fontsource-variable/literata/package.json'),
);

/** Letters by file: the cut of the package that has them, and their code points. */
const CUTS = [
  {
    name: 'latin',
    from: 'latin',
    letters:
      '20-7E, A0-FF, 152-153, 2013-2014, 2018-201E, 2020-2022, 2026, 2030, 2039-203A, 20AC, 2122, 2190-2193, 2212',
  },
  // Albanian needs none of these; Bosnian, Croatian, Montenegrin, Serbian, Romanian, Slovene and Turkish do.
  {
    name: 'balkan',
    from: 'latin-ext',
    letters:
      '102-103, 106-107, 10C-10D, 110-111, 11E-11F, 130, 15A-15B, 15E-161, 179-17A, 17D-17E, 218-21B',
  },
  {
    name: 'latin-ext',
    from: 'latin-ext',
    letters:
      '100-101, 104-105, 108-10B, 10E-10F, 112-11D, 120-12F, 132-151, 154-159, 15C-15D, 162-178, 17B-17C, 1E9E',
  },
  { name: 'cyrillic', from: 'cyrillic', letters: '400-45F, 490-491, 2116' },
];

/** Weight and optical size; no text of the theme is smaller than 14 pixels. */
const STYLES = [
  {
    style: 'normal',
    ending: '',
    weight: '400 700',
    axes: { wght: { min: 400, max: 700 }, opsz: { min: 14, max: 60 } },
  },
  { style: 'italic', ending: '-italic', weight: '400', axes: { wght: 400, opsz: 14 } },
];

/** The typefaces of systems that stand in for it, stretched to its measures. */
const FALLBACKS = [
  { family: 'Literata as Georgia', local: ['Georgia'], metrics: georgia },
  { family: 'Literata as Noto', local: ['Noto Serif'], metrics: notoSerif },
  {
    family: 'Literata as Times',
    local: ['Times New Roman', 'Liberation Serif'],
    metrics: timesNewRoman,
  },
];

const folder = path.join(root, 'templates/assets/fonts');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
copyFileSync(path.join(packed, 'LICENSE'), path.join(folder, 'OFL.txt'));

const rules = [];
for (const { style, ending, weight, axes } of STYLES)
  for (const { name, from, letters } of CUTS) {
    const source = readFileSync(path.join(packed, `files/literata-${from}-opsz-${style}.woff2`));
    const font = await subsetFont(source, textOf(letters), {
      targetFormat: 'woff2',
      variationAxes: axes,
    });
    const file = `literata-${name}${ending}.woff2`;
    writeFileSync(path.join(folder, file), font);
    console.log(`${file} ${font.length} bytes`);
    rules.push(
      face({
        'font-family': '"Literata"',
        'font-style': style,
        'font-weight': weight,
        'font-display': 'optional',
        src: `url("../assets/fonts/${file}") format("woff2")`,
        'unicode-range': letters.replace(/(^|, )/g, '$1U+'),
      }),
    );
  }
for (const { family, local, metrics } of FALLBACKS) rules.push(fallback(family, local, metrics));

writeFileSync(
  path.join(root, 'templates/styles/fonts.css'),
  `/*
 * The theme's typeface, Literata (SIL Open Font License, assets/fonts/OFL.txt). Made by tools/fonts.mjs.
 * It is optional: a page that is shown before it has come stays as it is, so that nothing jumps, and the next page
 * has it. Until then a typeface of the system stands in its place, stretched to its measures.
 */

${rules.join('\n\n')}
`,
);

/** A rule with these descriptors. */
function face(descriptors) {
  const lines = Object.entries(descriptors).map(([name, value]) => `  ${name}: ${value};`);
  return `@font-face {\n${lines.join('\n')}\n}`;
}

/** A face of the system with the width and height of ours (CSS Fonts 5, 11: size-adjust and the overrides). */
function fallback(family, local, { xWidthAvg, unitsPerEm }) {
  const size = literata.xWidthAvg / literata.unitsPerEm / (xWidthAvg / unitsPerEm);
  const share = (units) => `${((100 * units) / literata.unitsPerEm / size).toFixed(2)}%`;
  return face({
    'font-family': `"${family}"`,
    src: local.map((name) => `local("${name}")`).join(', '),
    'size-adjust': `${(100 * size).toFixed(2)}%`,
    'ascent-override': share(literata.ascent),
    'descent-override': share(-literata.descent),
    'line-gap-override': share(literata.lineGap),
  });
}

/** The letters of ranges of code points such as `20-7E, A0`. */
function textOf(letters) {
  return letters
    .split(', ')
    .flatMap((range) => {
      const [first, last = first] = range.split('-').map((code) => Number.parseInt(code, 16));
      return Array.from({ length: last - first + 1 }, (_, at) => String.fromCodePoint(first + at));
    })
    .join('');
}
