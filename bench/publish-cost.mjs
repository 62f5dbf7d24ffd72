#!/usr/bin/env node
/**
 * Counts the files that one edit of a paper rewrites, at several sizes of the paper, and writes
 * bench/publish-cost.md. It holds no times, so each run gives the same text.
 */
import { execFile } from 'node:child_process';
import {
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { article, localTime, makePaper, sectionsIn, tagsIn } from './make-paper.mjs';
import { AUTHORS, fileName } from './words.mjs';

const HELP = `Usage: node bench/publish-cost.mjs [options]     (after npm run compile)

Makes papers of several sizes, builds each, edits it in one way after another, and counts
what each build rewrites. Prints a table and writes it to bench/publish-cost.md.

  --sizes LIST   numbers of articles, with commas (default: 1000,10000)
  --keep         keep the papers, and say where they are
  --help         this text`;

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const NOW = '2026-11-20T12:00';
const LANGUAGE = 'sq';
/** In Belgrade 2026-11-20 11:00, when the newest article of a made paper appears, and five years before. */
const NEWEST = Date.UTC(2026, 10, 20, 10);
const FIVE_YEARS_AGO = Date.UTC(2021, 10, 20, 10);

/** The limits of src/news/calendar.ts, and how far from them a list must be. */
const FRONT_SIZE = 30;
const PAGE_SIZE = 50;
const PERIOD_SIZE = 300;
const MARGIN = 3;

// ---- Which section, author, tags and days

/** A made paper as lists: what stands on fronts and in archives. */
function listsOf(size) {
  const lists = new Map();
  const add = (key, published) => {
    const list = lists.get(key);
    if (list === undefined) lists.set(key, [published]);
    else list.push(published);
  };
  for (let at = 0; at < size; at++) {
    const { published, section, authors, tags } = article(at, { size, languages: [LANGUAGE] });
    add('paper', published);
    add(section, published);
    for (const one of [...authors, ...tags]) add(one, published);
  }
  return lists;
}

/**
 * True if an article more or less at an instant leaves the form of a list as it is: the list has an
 * archive, a page of it holds the instant already, and nothing is near a limit.
 */
function isCalm(list, instant) {
  if (list.length <= FRONT_SIZE + MARGIN) return false;
  const newer = list.filter((published) => published > instant).length;
  if (newer > 0 && newer <= FRONT_SIZE + MARGIN) return false;
  const day = localTime(instant).slice(0, 10);
  for (const length of [4, 7, 10]) {
    const path = day.slice(0, length);
    const within = list.filter((published) => localTime(published).startsWith(path)).length;
    if (within === 0 || Math.abs(within - PERIOD_SIZE) <= MARGIN) return false;
    const onPage = within % PAGE_SIZE;
    // One more or less opens no page and empties none.
    if (within < PERIOD_SIZE) return onPage > 1 && onPage < PAGE_SIZE - 1;
  }
  return false;
}

/** The same section, author and tags at every size: the most frequent that are calm at all of them. */
function choose(papers) {
  const isFit = (key) =>
    papers.every(({ lists, past }) =>
      [NEWEST, past].every((instant) => isCalm(lists.get(key) ?? [], instant)),
    );
  const sections = sectionsIn(LANGUAGE);
  const isPlain = (name) =>
    !name.includes(' / ') && !sections.some((one) => one.startsWith(`${name} / `));
  const section = sections.filter(isPlain).find(isFit);
  const author = AUTHORS.map(({ name }) => name).find(isFit);
  const tags = tagsIn(LANGUAGE).filter(isFit).slice(0, 3);
  if (section === undefined || author === undefined || tags.length < 3)
    throw new Error('at these sizes no section, author and three tags are away from all limits');
  if (!isFit('paper')) throw new Error('at these sizes the paper itself is near a limit');
  return { section, author, tags };
}

/** A minute after the article of the paper that is nearest to five years ago. */
function pastOf(lists) {
  const distance = (instant) => Math.abs(instant - FIVE_YEARS_AGO);
  const [first, ...others] = lists.get('paper');
  return others.reduce((a, b) => (distance(b) < distance(a) ? b : a), first) + 60_000;
}

// ---- The articles that are edited

const BODY = [
  'Këshilli i komunës vendosi sot për urën mbi lumë.',
  'Banorët e presin prej shumë vitesh. Punimet fillojnë në pranverë.',
];

/** An article of the chosen section, author and tags; `more` are further lines, `text` further text. */
function textOf({ section, author, tags }, instant, title, more = [], text = []) {
  const lines = [
    `title: ${JSON.stringify(title)}`,
    `date: ${localTime(instant)}`,
    `section: ${section}`,
    `authors: [${JSON.stringify(author)}]`,
    `tags: [${tags.map((tag) => JSON.stringify(tag)).join(', ')}]`,
    'summary: Punimet fillojnë në pranverë.',
    ...more,
  ];
  return `---\n${lines.join('\n')}\n---\n\n${[...BODY, ...text].join('\n\n')}\n`;
}

/** The edits of a paper: which files get which text, null for none. */
function editsOf(chosen, past) {
  const folder = `articles/${fileName(chosen.section)}`;
  const minute = 60_000;
  const newest = { path: `${folder}/ura-e-re.md`, at: NEWEST + 10 * minute, title: 'Ura e re' };
  const old = { path: `${folder}/ura-e-vjeter.md`, at: past, title: 'Ura e vjetër' };
  const form = ({ at, title }, more, text) => textOf(chosen, at, title, more, text);
  const addressOf = (at, slug) => `${localTime(at).slice(0, 10).replaceAll('-', '/')}/${slug}/`;
  const own = (at, slug) => [addressOf(at, slug)];
  const isOwnOfOld = own(old.at, 'ura-e-vjeter');
  const corrected = ['Ura është 120 metra e gjatë.'];
  const note = ['corrections:', '  - {date: 2026-11-20T11:40+01:00, text: "Ura është e gjatë."}'];
  const css = readFileSync(join(ROOT, 'templates/assets/site.css'), 'utf8');
  return {
    base: { [newest.path]: form(newest), [old.path]: form(old) },
    edits: [
      {
        name: 'publish the newest article',
        files: { [`${folder}/lajmi.md`]: textOf(chosen, NEWEST + 30 * minute, 'Lajmi') },
        own: own(NEWEST, 'lajmi'),
      },
      {
        name: 'correct the body of one of today',
        files: { [newest.path]: form(newest, [], corrected) },
        own: own(newest.at, 'ura-e-re'),
      },
      {
        name: 'correct the body of one of five years ago',
        files: { [old.path]: form(old, [], corrected) },
        own: isOwnOfOld,
      },
      {
        name: 'the same, and say so (`corrections:`)',
        files: { [old.path]: form(old, note, corrected) },
        own: isOwnOfOld,
      },
      {
        name: 'change a headline of five years ago',
        files: { [old.path]: form({ ...old, title: 'Ura e vjetër rihapet' }) },
        own: isOwnOfOld,
      },
      {
        name: 'backdate: a new one of five years ago',
        files: { [`${folder}/lajmi.md`]: textOf(chosen, past + 60_000, 'Lajmi') },
        own: own(past, 'lajmi'),
      },
      {
        name: 'withdraw one of five years ago',
        files: { [old.path]: form(old, ['withdrawn: true']) },
        own: isOwnOfOld,
      },
      { name: 'delete one of five years ago', files: { [old.path]: null }, own: isOwnOfOld },
      {
        name: 'rename one of five years ago, with its old address',
        files: { [old.path]: form(old, ['slug: ura-e-gurit', 'aliases: [ura-e-vjeter]']) },
        own: own(old.at, 'ura-e-gurit'),
        former: isOwnOfOld,
      },
      {
        name: 'change the CSS of the theme',
        files: { 'templates/assets/site.css': `${css}\n.story { color: inherit; }\n` },
        own: [],
      },
    ],
  };
}

// ---- Building

/** The files that a build wrote and removed. */
async function build(site) {
  const list = `${site}.changes.json`;
  const options = ['build', '--site', site, '--now', NOW, '--changes', list, '--quiet'];
  await promisify(execFile)(process.execPath, [join(ROOT, 'bin/gazeta.js'), ...options]);
  const { written, removed, retired } = JSON.parse(readFileSync(list, 'utf8'));
  return { written, removed: [...removed, ...retired], all: [...written, ...removed, ...retired] };
}

/** Puts files in place; returns what undoes that. */
function apply(site, files) {
  const before = {};
  for (const [path, text] of Object.entries(files)) {
    const file = join(site, path);
    before[path] = existsSync(file) ? readFileSync(file, 'utf8') : null;
    // The file may be one with that of the copy: it is replaced and never written into.
    rmSync(file, { force: true });
    if (text === null) continue;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return before;
}

/** A copy of a folder whose files are the same ones; a build replaces files and writes into none. */
function copyByLinks(from, to) {
  mkdirSync(to);
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) copyByLinks(source, target);
    else linkSync(source, target);
  }
}

/** What an edit rewrites, by kind; the paper is as before when it is done. */
async function measure(site, built, edit, { sections, isUndone }) {
  const before = apply(site, edit.files);
  const { all, removed } = await build(site);
  const read = (folder, out) => {
    const file = join(folder, 'dist', out);
    return existsSync(file) ? readFileSync(file, 'utf8') : '';
  };
  const kinds = new Map();
  for (const out of all) {
    const found = kindOf(out, edit, sections);
    const kind = found === OTHER ? reasonOf(read(built, out), read(site, out), edit) : found;
    kinds.set(kind, [...(kinds.get(kind) ?? []), out]);
  }
  if (isUndone) {
    apply(site, before);
    const undone = await build(site);
    if (undone.all.sort().join('\n') !== [...all].sort().join('\n'))
      throw new Error(`"${edit.name}" and its undoing did not change the same files`);
  } else {
    rmSync(site, { recursive: true });
    copyByLinks(built, site);
  }
  return { name: edit.name, kinds, total: all.length, removed: removed.length };
}

// ---- Kinds of files

const OTHER = 'other article';
const RAIL = 'rail';
const RELATED = 'related';
const SHIFTED = 'related, shifted';

/** All kinds, in the order of the table. */
const KINDS = [
  ...['article', 'former address', RAIL, RELATED, SHIFTED, OTHER, 'home', 'latest'],
  ...['section front', 'author', 'tag', 'series', 'archive', 'directory', 'corrections', '404'],
  ...['fragment', 'feed of the paper', 'feed of a section', 'feed of flash news', 'sitemap index'],
  ...[
    'sitemap of a month',
    'sitemap of pages',
    'news sitemap',
    'search',
    'robots',
    'manifest',
    'asset',
    'other',
  ],
];

const FIXED = {
  'index.html': 'home',
  'latest/index.html': 'latest',
  'sections/index.html': 'directory',
  'authors/index.html': 'directory',
  'tags/index.html': 'directory',
  'corrections/index.html': 'corrections',
  '404.html': '404',
  '_fragments/latest/index.html': 'fragment',
  'search/index.html': 'search',
  'feed.xml': 'feed of the paper',
  'atom.xml': 'feed of the paper',
  'feed.json': 'feed of the paper',
  'flash.xml': 'feed of flash news',
  'sitemap.xml': 'sitemap index',
  'sitemap-pages.xml': 'sitemap of pages',
  'news-sitemap.xml': 'news sitemap',
  'robots.txt': 'robots',
  'manifest.webmanifest': 'manifest',
};

/** The kind of a file, from its path. */
function kindOf(out, { own, former = [] }, sections) {
  if (Object.hasOwn(FIXED, out)) return FIXED[out];
  const address = out.replace(/index\.html$/, '');
  if (own.includes(address)) return 'article';
  if (former.includes(address)) return 'former address';
  if (/^(?:.*\/)?\d{4}\/(?:\d{2}\/){0,2}(?:page-\d+\/)?$/.test(address)) return 'archive';
  if (/^\d{4}\/\d{2}\/\d{2}\/[^/]+\/$/.test(address)) return OTHER;
  if (/^sitemap-\d{4}-\d{2}(?:-\d+)?\.xml$/.test(out)) return 'sitemap of a month';
  if (out.startsWith('_assets/')) return 'asset';
  if (out.startsWith('_search/')) return 'search';
  const [, list = '', isFeed] = /^(.+\/)(feed\.xml)?$/.exec(address) ?? [];
  if (sections.includes(list)) return isFeed ? 'feed of a section' : 'section front';
  return /^(author|tag|series)s?\/[^/]+\/$/.exec(address)?.[1] ?? 'other';
}

/** Why the page of another article changed. */
function reasonOf(before, after, { own, former = [] }) {
  const cut = (html) => {
    const [, related = ''] = /<section class="related".*?>(.*?)<\/section>/s.exec(html) ?? [];
    return { related, rest: html.replace(related, '') };
  };
  const [a, b] = [cut(before), cut(after)];
  const names = ({ related }) => [...own, ...former].some((one) => related.includes(`/${one}"`));
  const withoutRail = ({ rest }) => rest.replace(/<aside class="rail.*?<\/aside>/s, '');
  if (own.length === 0 || withoutRail(a) !== withoutRail(b)) return OTHER;
  if (a.rest !== b.rest) return RAIL;
  return names(a) || names(b) ? RELATED : SHIFTED;
}

// ---- The report

const INTRO = `# What publishing rewrites

How many files one edit writes or removes, by the size of the paper. \`node bench/publish-cost.mjs\` makes
papers of made-up articles over eight years (bench/make-paper.mjs), with one language and all
surfaces, the search too; builds each, edits it and builds again. Each edit starts from the same
state. At the smallest size it is also undone and built once more: an edit and its undoing change the
same files.
`;

const LEGEND = `*article* is the page of the edited article, *rail* pages of articles that name it under "Latest news" (some also as
related), *related* pages that name it, or did, among related articles only, *related, shifted* pages that never
named it and whose related articles are others now.
`;

function chosenText({ section, author, tags }, papers) {
  const frequent = [section, author, ...tags].map((key) => {
    const counts = papers.map(({ lists }) => lists.get(key).length);
    return `${key} (${counts.join(', ')})`;
  });
  return `To be comparable, the edited articles are alike at every size: two are added to each made paper before its first
build, one of 2026-11-20 11:10 and one a minute after the article that is nearest to 2021-11-20. They, and the new
ones, have one section, one author and three tags, and no flash news, picture, series or correction; no other
article links to them. Section, author and tags are the most frequent ones that have an archive at each size and are
more than ${MARGIN} articles away from the limits of src/news/calendar.ts (${FRONT_SIZE} and ${PERIOD_SIZE}; one from a full page of ${PAGE_SIZE}) in every year, month and day
concerned, before and after the edit; in brackets their articles: ${frequent.join('; ')}. The day, month and year of an edit
hold other articles of the paper, and the lists have archive pages for that time already.
`;
}

function breakdown({ kinds, total, removed }) {
  const parts = KINDS.filter((kind) => kinds.has(kind)).map(
    (kind) => `${kind} ${kinds.get(kind).length}`,
  );
  const gone = removed === 0 ? '' : `; ${removed} of them removed`;
  return `**${total}**: ${parts.join(', ')}${gone}`;
}

const REASONS = {
  [RAIL]: 'articles just after the edited one, ten at most',
  [RELATED]:
    'articles name the closest of the last 50 of each of their tags, so the number follows how the next ones are tagged; at most 50 for each tag of the edited article',
  [SHIFTED]:
    'a tag counts with its last 50 uses: one article more or less moves what the next 50 of each of its tags see, and the order of others with it',
  archive: 'the archive of a list has years, months or days by the number of its articles',
};

function differences(rows, sizes) {
  const lines = rows.flatMap((results) => {
    const differing = KINDS.filter((kind) => {
      const counts = results.map(({ kinds }) => kinds.get(kind)?.length ?? 0);
      return new Set(counts).size > 1;
    });
    if (differing.length === 0) return [];
    const { name } = results[0];
    if (name.includes('CSS'))
      return [
        `- **${name}**: every page names the style sheet by its fingerprint, so all of them.`,
      ];
    return [
      `- **${name}**`,
      ...differing.map((kind) => {
        const files = results.map(({ kinds }, place) => {
          const all = kinds.get(kind) ?? [];
          const shown = all.slice(0, 4).map((out) => `\`/${out.replace(/index\.html$/, '')}\``);
          const more = all.length > 4 ? ` and ${all.length - 4} more` : '';
          return `${sizes[place]}: ${all.length === 0 ? 'none' : shown.join(', ')}${more}`;
        });
        const why = REASONS[kind] === undefined ? '' : ` Why: ${REASONS[kind]}.`;
        return `  - ${kind}. ${files.join('; ')}.${why}`;
      }),
    ];
  });
  return lines.length === 0 ? ['None.'] : lines;
}

function report(papers, chosen, rows) {
  const sizes = papers.map(({ size }) => size);
  return [
    INTRO,
    chosenText(chosen, papers),
    `| edit | ${sizes.map((size) => `${size} articles`).join(' | ')} |`,
    `| --- |${' --- |'.repeat(sizes.length)}`,
    ...rows.map((results) => `| ${results[0].name} | ${results.map(breakdown).join(' | ')} |`),
    '',
    LEGEND,
    '## What differs between the sizes',
    '',
    ...differences(rows, sizes),
    '',
  ].join('\n');
}

/** The results of all edits at one size. */
async function measurePaper({ size, past }, chosen, folder, isUndone) {
  const site = join(folder, `paper-${size}`);
  makePaper({ size, folder: site, languages: [LANGUAGE] });
  const { base, edits } = editsOf(chosen, past);
  apply(site, base);
  await build(site);
  const built = `${site}-built`;
  copyByLinks(site, built);
  const sections = sectionsIn(LANGUAGE).map(
    (name) => `${name.split(' / ').map(fileName).join('/')}/`,
  );
  const results = [];
  for (const edit of edits) {
    const result = await measure(site, built, edit, { sections, isUndone });
    console.error(`${size} articles, ${edit.name}: ${result.total} files`);
    results.push(result);
  }
  return results;
}

async function main() {
  const { values } = parseArgs({
    options: {
      sizes: { type: 'string', default: '1000,10000' },
      keep: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) return console.log(HELP);
  const sizes = values.sizes.split(',').map(Number);
  if (!sizes.every((size) => Number.isInteger(size) && size > 0))
    throw new Error('--sizes are whole numbers, with commas');
  if (!existsSync(join(ROOT, 'lib/cli/main.js'))) throw new Error('run npm run compile first');
  const papers = sizes.map((size) => {
    const lists = listsOf(size);
    return { size, lists, past: pastOf(lists) };
  });
  const chosen = choose(papers);
  const folder = mkdtempSync(join(tmpdir(), 'publish-cost-'));
  try {
    const bySize = await Promise.all(
      papers.map((paper) => measurePaper(paper, chosen, folder, paper.size === Math.min(...sizes))),
    );
    const rows = bySize[0].map((_, place) => bySize.map((results) => results[place]));
    const text = report(papers, chosen, rows);
    writeFileSync(join(ROOT, 'bench/publish-cost.md'), text);
    console.log(text);
  } finally {
    if (values.keep) console.error(`The papers are in ${folder}`);
    else rmSync(folder, { recursive: true, force: true });
  }
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
