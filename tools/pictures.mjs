/**
 * `npm run pictures`: draws the pictures of the sample paper, public/images/, from the tables of maps and charts.
 * To be run again when a table changes; the same tables give the same bytes.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { drawBars } from './pictures/bars.mjs';
import { BARS, SPANS } from './pictures/charts.mjs';
import { drawMap } from './pictures/map.mjs';
import { MAPS } from './pictures/maps.mjs';
import { drawSpans } from './pictures/spans.mjs';

const folder = fileURLToPath(new URL('../public/images', import.meta.url));

/** Each table with the function that draws its entries. */
const TABLES = [
  [MAPS, drawMap],
  [BARS, drawBars],
  [SPANS, drawSpans],
];

// Everything there comes from the tables, so that what has left them is gone too.
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
for (const [table, draw] of TABLES)
  for (const [name, entry] of Object.entries(table)) {
    const svg = draw(entry);
    writeFileSync(path.join(folder, `${name}.svg`), svg);
    console.log(`${name}.svg ${Buffer.byteLength(svg)} bytes`);
  }
