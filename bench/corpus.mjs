/**
 * The articles of the bench: Albanian text of about 3.7 KB each, in eight sections, over eight years, without
 * pictures. The same number of articles gives the same bytes. All tools can read the front matter, so that all
 * get the same files.
 */
import { linkSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { AUTHORS, fileName, LANGUAGES } from './words.mjs';

export const SECTIONS = [
  ...['Rajoni', 'Politika', 'Ekonomia', 'Sport', 'Kultura', 'Bota', 'Teknologji', 'Opinion'],
];

const { words: WORDS, topics, places } = LANGUAGES.sq;
const TAGS = ['flash-news'].concat(
  topics.map(fileName),
  places.flatMap((place) => topics.map((topic) => fileName(`${topic} ${place}`))),
);

const MINUTE = 60_000;
/** In Tirana 2026-11-20 11:00. */
const NEWEST = Date.UTC(2026, 10, 20, 10);
const SPAN = 8 * 365.25 * 24 * 60 * MINUTE;

/** When tools with a clock are to think it is: after the article that is published, and before the one with an embargo. */
export const NOW = '2026-11-20T12:00:00+01:00';
/** And when that one's time has passed. */
export const LATER = '2026-11-20T13:00:00+01:00';

/** Draws from random numbers (mulberry32) that a seed decides. */
function dice(seed) {
  let state = (seed * 2654435761 + 12345) >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (low, high) => low + Math.floor(next() * (high - low + 1));
  return { next, between, pick: (list) => list[Math.floor(next() * list.length)] };
}

const capital = (text) => text[0].toUpperCase() + text.slice(1);

/** With the offset of winter, whatever the day: it is an instant that is meant. */
const local = (instant) => `${new Date(instant + 60 * MINUTE).toISOString().slice(0, 19)}+01:00`;

function bodyOf({ next, between, pick }, phrase) {
  const sentence = () => {
    const text = capital(phrase(between(8, 20)));
    const kind = next();
    if (kind < 0.05) return `${text}, tha [${phrase(3)}](https://example.org/${pick(TAGS)}/).`;
    if (kind < 0.1) return `${text}, **${phrase(2)}**.`;
    if (kind < 0.15) return `${text} *${phrase(2)}*.`;
    if (kind < 0.18) return `${text}: „${phrase(6)}“.`;
    return `${text}.`;
  };
  const blocks = [];
  // Enough text for 3.7 KB with what stands above it.
  const many = between(6, 12);
  const length = between(1800, 3400) / many;
  for (let at = 0; at < many; at++) {
    if (at === 3 && next() < 0.5) blocks.push(`## ${capital(phrase(between(3, 6)))}`);
    if (at === 4 && next() < 0.3) blocks.push(`> ${sentence()} — ${pick(AUTHORS).name}`);
    if (at === 5 && next() < 0.25)
      blocks.push(Array.from({ length: between(3, 5) }, () => `- ${phrase(6)}`).join('\n'));
    let paragraph = sentence();
    while (paragraph.length < length) paragraph += ` ${sentence()}`;
    blocks.push(paragraph);
  }
  return `${blocks.join('\n\n')}\n`;
}

/** From here on, for those that come later: of one text in papers of all sizes, so that sizes can be compared. */
const LATE_SEED = 2_000_000;

/** When those appear that are not in the paper from the start, by how far their number is above the last. */
const LATE = [
  // It shares the day of the newest, as news does.
  NEWEST + 10 * MINUTE,
  NEWEST - Math.floor(SPAN / 2 / 1000) * 1000 + 5 * MINUTE,
  NEWEST + 90 * MINUTE,
];

/** Article `at` of a paper, from 0, the oldest; its path is within the folder of the articles. */
export function article(at, size) {
  const roll = dice(at < size ? at + 1 : LATE_SEED + at - size);
  const { next, between, pick } = roll;
  const phrase = (many) => Array.from({ length: many }, () => pick(WORDS)).join(' ');
  const title = capital(phrase(between(6, 11)));
  const section = pick(SECTIONS);
  const tags = new Set(next() < 0.05 ? ['flash-news'] : []);
  for (const many = between(2, 4); tags.size < many; )
    tags.add(TAGS[1 + Math.floor(next() * next() * (TAGS.length - 1))]);
  const step = Math.floor(SPAN / size / 1000) * 1000;
  const instant = at < size ? NEWEST - (size - 1 - at) * step : LATE[at - size];
  const slug = `${fileName(title).slice(0, 60).replace(/-$/, '')}-${at}`;
  return {
    path: `${fileName(section)}/${slug}.md`,
    title,
    lines: [
      `date: ${local(instant)}`,
      `section: ${section}`,
      `authors: ["${pick(AUTHORS).name}"]`,
      `tags: [${[...tags].join(', ')}]`,
      `summary: "${capital(phrase(between(14, 24)))}."`,
      `slug: ${slug}`,
    ],
    body: bodyOf(roll, phrase),
  };
}

export const textOf = ({ title, lines, body }) =>
  `---\n${[`title: "${title}"`, ...lines].join('\n')}\n---\n\n${body}`;

/** Writes the articles of a paper; returns their paths and how many bytes they have. */
export function makeCorpus(folder, size) {
  for (const section of SECTIONS)
    mkdirSync(path.join(folder, fileName(section)), { recursive: true });
  const paths = [];
  let bytes = 0;
  for (let at = 0; at < size; at++) {
    const one = article(at, size);
    const text = textOf(one);
    writeFileSync(path.join(folder, one.path), text);
    paths.push(one.path);
    bytes += Buffer.byteLength(text);
  }
  return { folder, paths, bytes };
}

/** Gives a tool the corpus as hard links: a million articles are in memory once, not once for each tool. */
export function linkCorpus({ folder, paths }, to) {
  for (const section of SECTIONS) mkdirSync(path.join(to, fileName(section)), { recursive: true });
  for (const one of paths) linkSync(path.join(folder, one), path.join(to, one));
}
