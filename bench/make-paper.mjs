#!/usr/bin/env node
/**
 * Makes a paper of any size, to build and to measure: the same size, languages and seed give the same
 * bytes. An article depends on the size of the paper by its date only, so that a larger paper is a
 * denser one over the same eight years.
 */
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { AUTHORS, fileName, LANGUAGES, SECTIONS } from './words.mjs';

const HELP = `Usage: node bench/make-paper.mjs N FOLDER [options]

Writes a made-up paper of N articles into FOLDER, which must be empty or not be there: site.yaml,
articles/, authors/ and public/. The articles lie over eight years up to 2026-11-20 11:00,
whatever N is. The same N and options give the same bytes.

  --languages LIST   of ${Object.keys(LANGUAGES).join(', ')}, with commas; the first is the main one (default: sq).
                     With several, feeds of authors and tags and a hub are on
  --seed NUMBER      another paper of the same kind (default: 1)
  --help             this text`;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** 2026-11-20 11:00 in Belgrade. */
const NEWEST = Date.UTC(2026, 10, 20, 10);
const SPAN = 8 * 365.25 * 24 * HOUR;

/** The tag that marks flash news. */
export const FLASH_TAG = 'flash-news';
/** How many pictures the articles share. */
const PICTURES = 12;

/** What all articles of a paper have in common. */
function common({ size, languages = ['sq'], seed = 1 }) {
  const unknown = languages.find((one) => !Object.hasOwn(LANGUAGES, one));
  if (languages.length === 0 || unknown !== undefined)
    throw new Error(`there are no words for the language "${unknown ?? ''}"`);
  return { size, languages: [...new Set(languages)], seed };
}

/** Random numbers from 0 to 1 (mulberry32), of which each purpose has its own row. */
function random(...seeds) {
  let state = seeds.reduce(
    (mixed, one) => Math.imul(mixed ^ (one + 1), 0x9e3779b1) ^ (mixed >>> 15),
    7,
  );
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Draws from a row of random numbers. */
function dice(next) {
  const below = (count) => Math.floor(next() * count);
  return {
    next,
    below,
    chance: (share) => next() < share,
    between: (low, high) => low + below(high - low + 1),
    pick: (list) => list[below(list.length)],
    /** The first of a list often, the last seldom. */
    pickSkewed: (list) => list[Math.floor(next() ** 2 * list.length)],
  };
}

const TAGS = new Map(
  Object.entries(LANGUAGES).map(([language, { topics, places }]) => [
    language,
    [...topics, ...places.flatMap((place) => topics.map((topic) => `${topic} ${place}`))],
  ]),
);

/** The tags in a language, the most frequent first. */
export function tagsIn(language) {
  return TAGS.get(language) ?? [];
}

const NAMES = new Map(
  Object.keys(LANGUAGES).map((language) => {
    let whole = '';
    const names = SECTIONS.map((one) => {
      if (one.part) return `${whole} / ${one[language]}`;
      whole = one[language];
      return whole;
    });
    return [language, names];
  }),
);

/** The names of the sections in a language, as articles name them. */
export function sectionsIn(language) {
  return NAMES.get(language) ?? [];
}

/** When an article is published, in milliseconds. */
function instantOf(at, size) {
  const instant = NEWEST - ((size - 1 - at) * SPAN) / size;
  return Math.floor(instant / MINUTE) * MINUTE;
}

/** `2026-11-20T11:00+01:00`: the time in Belgrade, with its offset. */
export function localTime(instant) {
  const year = new Date(instant).getUTCFullYear();
  // Summer time lasts from the last Sunday of March to that of October, 01:00 UTC.
  const lastSunday = (month) => {
    const last = new Date(Date.UTC(year, month + 1, 0, 1));
    return last.getTime() - last.getUTCDay() * 24 * HOUR;
  };
  const offset = instant >= lastSunday(2) && instant < lastSunday(9) ? 2 : 1;
  const local = new Date(instant + offset * HOUR).toISOString().slice(0, 16);
  return `${local}+0${offset}:00`;
}

/** Article `at` of a paper, from 0, the oldest: what stands above its text, as data. */
export function article(at, options) {
  const { size, languages, seed } = common(options);
  // Some articles next to one another are one story in all languages; they have one desk and one hand.
  const story = Math.floor(at / languages.length);
  const shared = dice(random(seed, 1, story));
  const own = dice(random(seed, 2, at));
  const isTranslated = languages.length > 1 && shared.chance(0.25);
  const language = isTranslated ? languages[at % languages.length] : own.pickSkewed(languages);
  const { next, below, chance, between, pick, pickSkewed } = isTranslated ? shared : own;

  const section = sectionsIn(languages[0])[below(SECTIONS.length)];
  const authors = chance(0.04) ? [] : [pickSkewed(AUTHORS)];
  if (chance(0.08)) authors.push(pickSkewed(AUTHORS));
  const ranks = new Set();
  for (const many = between(2, 4); ranks.size < many; ) ranks.add(Math.floor(next() ** 2 * 200));
  const tags = [...ranks].map((rank) => tagsIn(language)[rank]);
  const isFlash = chance(0.05);
  const picture = chance(0.2) ? below(PICTURES) : null;
  const series = chance(0.02) ? pick(LANGUAGES[language].series) : null;

  const title = titleOf(language, own);
  const name = `${fileName(title).slice(0, 50).replace(/-+$/, '')}-${at}`;
  const folder = fileName(section.split(' / ')[0]);
  return {
    at,
    path: `articles/${folder}/${name}.md`,
    slug: name,
    published: instantOf(at, size),
    language,
    title,
    section,
    authors: [...new Set(authors.map((one) => one.name))],
    tags: isFlash ? [FLASH_TAG, ...tags] : tags,
    picture,
    series,
    translations: isTranslated ? `story-${story}` : null,
    isCorrected: own.chance(0.03),
    aliases: own.chance(0.01) ? [own.chance(0.5) ? `/archive/${at}/` : `former-${name}`] : [],
    hasSummary: own.chance(0.8),
    kicker: own.chance(0.1) ? own.pick(LANGUAGES[language].kickers) : null,
    priority: own.chance(0.02) ? own.between(1, 9) : 0,
    linked: linkedTo(at, own),
  };
}

/** The place of an older article that this one links to; null for most. */
function linkedTo(at, { chance, next }) {
  return at > 0 && chance(0.15) ? at - 1 - Math.floor(next() ** 2 * Math.min(at, 300)) : null;
}

function titleOf(language, { pick, between, below }) {
  const { words, quotes, topics } = LANGUAGES[language];
  const phrase = (many) => Array.from({ length: many }, () => pick(words)).join(' ');
  const plain = capital(phrase(between(4, 9)));
  const [open, close] = quotes;
  switch (below(40)) {
    case 0:
    case 1:
      return `${open}${plain}${close}: ${phrase(2)}`;
    case 2:
      return `"${plain}", ${phrase(2)}`;
    case 3:
      return `${pick(topics)} & ${pick(topics)}: ${phrase(3)}`;
    case 4:
      return `${plain} <${phrase(1)}> 3 > 2`;
    case 5:
      return `${plain}: Çelë, Жарко & Bërxhan`;
    case 6:
      return `${pick(topics)}: '${phrase(3)}'`;
    default:
      return plain;
  }
}

/** The file of article `at`. */
export function articleText(at, options) {
  const one = article(at, options);
  const { language, authors, published } = one;
  const { languages, seed } = common(options);
  const roll = dice(random(seed, 3, at));
  const { words, picture, credit, correction } = LANGUAGES[language];
  const phrase = (many) => Array.from({ length: many }, () => roll.pick(words)).join(' ');

  const lines = [`title: ${quoted(one.title)}`, `date: ${localTime(published)}`];
  lines.push(`section: ${one.section}`);
  if (authors.length > 0) lines.push(`authors: [${authors.map(quoted).join(', ')}]`);
  lines.push(`tags: [${one.tags.map(quoted).join(', ')}]`);
  if (one.hasSummary) lines.push(`summary: ${quoted(`${capital(phrase(roll.between(10, 22)))}.`)}`);
  if (one.kicker !== null) lines.push(`kicker: ${one.kicker}`);
  if (one.picture !== null) {
    const more = roll.chance(0.5)
      ? `, caption: ${quoted(phrase(5))}, credit: ${quoted(credit)}`
      : '';
    const focus = roll.chance(0.3) ? ', focus: 50% 30%' : '';
    const alt = quoted(`${picture}: ${phrase(3)}`);
    lines.push(`image: {src: /images/picture-${one.picture}.svg, alt: ${alt}${more}${focus}}`);
  }
  if (language !== languages[0]) lines.push(`lang: ${language}`);
  if (one.translations !== null) lines.push(`translations: ${one.translations}`);
  if (one.series !== null) lines.push(`series: ${one.series}`);
  if (one.priority > 0) lines.push(`priority: ${one.priority}`);
  if (one.aliases.length > 0) lines.push(`aliases: [${one.aliases.map(quoted).join(', ')}]`);
  if (one.isCorrected) {
    const text = quoted(`${correction} ${roll.between(2, 9000)}.`);
    // Within the hour, so that the newest too is put right before the paper is built.
    lines.push(`corrections:\n  - {date: "${localTime(published + 30 * MINUTE)}", text: ${text}}`);
  }
  return `---\n${lines.join('\n')}\n---\n\n${bodyOf(one, options, roll, phrase)}\n`;
}

function bodyOf({ linked, path, language }, options, { pick, between, below, chance }, phrase) {
  const { quotes } = LANGUAGES[language];
  const [open, close] = quotes;
  const sentence = () => {
    const text = capital(phrase(between(7, 18)));
    switch (below(20)) {
      case 0:
        return `${text}, [${phrase(3)}](https://example.org/${fileName(phrase(2))}/).`;
      case 1:
        return `${text} **${phrase(2)}**.`;
      case 2:
        return `${text} *${phrase(2)}*.`;
      case 3:
        return `${text}: ${open}${phrase(6)}${close}.`;
      case 4:
        return `${text} & ${phrase(2)} < ${between(2, 90)} %.`;
      default:
        return `${text}.`;
    }
  };
  const paragraph = () => Array.from({ length: between(2, 5) }, sentence).join(' ');
  const list = (mark) =>
    Array.from(
      { length: between(3, 5) },
      (_, item) => `${mark(item)} ${phrase(between(3, 8))}`,
    ).join('\n');

  const blocks = Array.from({ length: between(4, 8) }, paragraph);
  const within = (block) => blocks.splice(between(1, blocks.length - 1), 0, block);
  if (chance(0.4)) within(`## ${capital(phrase(between(2, 5)))}`);
  if (chance(0.25)) within(list(() => '-'));
  if (chance(0.1)) within(list((item) => `${item + 1}.`));
  if (chance(0.3)) within(`> ${paragraph()}\n>\n> — ${pick(AUTHORS).name}`);
  if (chance(0.08)) {
    const row = () => `| ${phrase(2)} | ${between(1, 999)} |`;
    within([`| ${phrase(1)} | % |`, '| --- | ---: |', row(), row(), row()].join('\n'));
  }
  if (chance(0.08)) {
    blocks[0] += `[^1]`;
    blocks.push(`[^1]: ${sentence()}`);
  }
  if (linked !== null) {
    const other = article(linked, options);
    blocks[1] += ` ${capital(phrase(3))} [${phrase(3)}](${relativePath(path, other.path)}).`;
  }
  return blocks.join('\n\n');
}

/** From one article to another: both lie in a folder of `articles/`. */
function relativePath(from, to) {
  return dirname(from) === dirname(to)
    ? to.slice(dirname(to).length + 1)
    : `../${to.split('/').slice(1).join('/')}`;
}

/** The settings of the paper. */
export function siteText(options) {
  const { languages } = common(options);
  const [main, ...others] = languages;
  const { title, description } = LANGUAGES[main];
  const names = sectionsIn(main);
  const sections = SECTIONS.map((one, place) => {
    const titles = others.map((language) => `${language}: ${quoted(one[language])}`).join(', ');
    const more = [
      `name: ${quoted(names[place])}`,
      ...(others.length > 0 ? [`titles: {${titles}}`] : []),
      ...(one.part ? [] : [`color: ${one.color}`]),
    ];
    return `  - {${more.join(', ')}}`;
  });
  const lines = [
    `title: ${quoted(title)}`,
    `description: ${quoted(description)}`,
    'url: https://paper.example/',
    'timezone: Europe/Belgrade',
    `language: ${main}`,
  ];
  if (others.length > 0) {
    const record = (language) => {
      const own = LANGUAGES[language];
      return `  - {language: ${language}, title: ${quoted(own.title)}, description: ${quoted(own.description)}}`;
    };
    lines.push('languages:', ...others.map(record));
  }
  lines.push('sections:', ...sections);
  lines.push('surfaces:', '  search: true');
  lines.push('flash:', `  tag: ${FLASH_TAG}`, '  lifetime: 24 hours', '  max: 5');
  if (others.length > 0)
    lines.push('feeds:', '  hub: https://hub.example/', '  authors: true', '  tags: true');
  return `${lines.join('\n')}\n`;
}

/** The files of `authors/`, by path: every third author has one, and all desks. */
function authorFiles(seed) {
  const files = new Map();
  for (const [place, { name, isDesk }] of AUTHORS.entries()) {
    if (place % 3 !== 0 && !isDesk) continue;
    const roll = dice(random(seed, 4, place));
    const phrase = (many) =>
      Array.from({ length: many }, () => roll.pick(LANGUAGES.en.words)).join(' ');
    const lines = [`name: ${quoted(name)}`];
    if (isDesk) lines.push('kind: desk');
    lines.push(`role: ${quoted(capital(phrase(3)))}`, `bio: ${quoted(`${capital(phrase(12))}.`)}`);
    const id = fileName(name);
    if (!isDesk) lines.push(`links: {Mastodon: "https://social.example/@${id}"}`);
    if (place % 2 === 0) files.set(`authors/${id}.yaml`, `${lines.join('\n')}\n`);
    else
      files.set(`authors/${id}.md`, `---\n${lines.join('\n')}\n---\n\n${capital(phrase(30))}.\n`);
  }
  return files;
}

function pictureText(number) {
  const hue = (number * 360) / PICTURES;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="960" height="540" viewBox="0 0 960 540"><rect width="960" height="540" fill="hsl(${hue} 40% 80%)"/><circle cx="${80 * number + 40}" cy="180" r="90" fill="hsl(${hue} 60% 50%)"/></svg>\n`;
}

/** Writes a paper; returns how many bytes its articles have. */
export function makePaper({ folder, ...options }) {
  const { size, languages, seed } = common(options);
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw new Error(`the folder ${folder} is not empty`);
  const known = new Set();
  const write = (path, text) => {
    const file = join(folder, path);
    const parent = dirname(file);
    if (!known.has(parent)) mkdirSync(parent, { recursive: true });
    known.add(parent);
    writeFileSync(file, text);
    return Buffer.byteLength(text);
  };
  const paper = { size, languages, seed };
  write('site.yaml', siteText(paper));
  for (const [path, text] of authorFiles(seed)) write(path, text);
  for (let number = 0; number < PICTURES; number++)
    write(`public/images/picture-${number}.svg`, pictureText(number));
  let bytes = 0;
  for (let at = 0; at < size; at++) bytes += write(article(at, paper).path, articleText(at, paper));
  return { bytes };
}

function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A text in YAML's double quotes, which are those of JSON. */
function quoted(text) {
  return JSON.stringify(text);
}

function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      languages: { type: 'string', default: 'sq' },
      seed: { type: 'string', default: '1' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) return console.log(HELP);
  const [size, folder, ...more] = positionals;
  if (!/^[1-9]\d*$/.test(size ?? '') || folder === undefined || more.length > 0)
    throw new Error('a size and a folder are needed');
  if (!/^\d+$/.test(values.seed)) throw new Error('the seed is a whole number');
  const { bytes } = makePaper({
    size: Number(size),
    folder: resolve(folder),
    languages: values.languages.split(','),
    seed: Number(values.seed),
  });
  console.log(`${size} articles, ${bytes} bytes, in ${folder}`);
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    main();
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n\n${HELP}`);
    process.exitCode = 2;
  }
}
