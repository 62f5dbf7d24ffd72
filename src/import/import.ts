/**
 * Moving in from WordPress: exports to articles. Two passes over the exports, the first for what has to be known of them as
 * a whole (facts), the second for the articles, one at a time. A file that is there already stays as it is.
 */
import { compareText, type Diagnostic, diagnostic } from '../base/diagnostic.ts';
import type { Files } from '../base/files.ts';
import type { Instant } from '../base/instant.ts';
import { languageFault } from '../base/known-languages.ts';
import { languageTag } from '../base/language.ts';
import { ownText } from '../base/own-text.ts';
import type { FieldNames } from '../news/fields.ts';
import type { Locales } from '../news/locale.ts';
import { findSection, type Section, section } from '../news/section.ts';
import { type ArticleFile, articleOf } from './article-of.ts';
import { claimsOf } from './claims.ts';
import { type ExportFacts, gathering, typeOf } from './facts.ts';
import { fileNames } from './file-names.ts';
import { type Links, linksOf } from './links.ts';
import { markdownOf } from './markdown-of.ts';
import { patternOf } from './pattern.ts';
import { changeOf, fateOf, identityOf } from './post.ts';
import { readWxr } from './wxr.ts';
import { zoneOf } from './zone.ts';

/** An export: its name for messages, and its file. */
export interface ExportFile {
  readonly name: string;
  readonly path: string;
}

/** What a new paper says of itself, as far as the exports tell. */
export interface NewPaper {
  readonly title: string;
  readonly description: string;
  readonly url: string;
  readonly language: string;
  /** The other languages. */
  readonly languages: readonly string[];
  /** Null where the exports do not tell. */
  readonly timezone: string | null;
  readonly permalink: string;
  /** As articles name them, `Rajoni / Kosova`. */
  readonly sections: readonly string[];
}

/** What the paper into which is imported decides. */
export interface Paper {
  readonly locales: Locales;
  readonly fieldNames: FieldNames;
  readonly timezone: string;
  readonly permalink: string;
  /** Null if articles bring their own. */
  readonly sections: readonly Section[] | null;
}

/** What came of it. */
export interface Imported {
  /** Articles that were written. */
  readonly written: number;
  /** Those of them that are drafts, and those that readers do not see yet. */
  readonly drafts: number;
  readonly toCome: number;
  /** Articles whose files were there already. */
  readonly kept: number;
  readonly findings: readonly Diagnostic[];
  /** Full addresses of pictures and other files of the old site that articles name. */
  readonly media: readonly string[];
  /** Items that are no articles, by their types. */
  readonly others: ReadonlyMap<string, number>;
  readonly comments: number;
}

/** Reads the exports as a whole; errors mean that there is nothing in them to import. */
export function surveyExports(
  files: Files,
  exports: readonly ExportFile[],
  types: ReadonlySet<string>,
): { readonly facts: ExportFacts; readonly errors: readonly Diagnostic[] } {
  const gathered = gathering(types);
  const errors: Diagnostic[] = [];
  for (const { name, path } of exports) {
    const archive = archiveOf(files.readStart(path, 2));
    const end = archive === null ? readWxr(name, piecesOf(files, path), gathered.take) : null;
    if (end !== null) gathered.end(end);
    if (end?.isWordPress) continue;
    errors.push(
      archive === null
        ? diagnostic(
            'import/file',
            name,
            'this is no export of WordPress',
            'In WordPress, Tools and then Export makes one, a file that ends in .xml. All content of a large paper comes in several files: name them all.',
          )
        : diagnostic(
            'import/file',
            name,
            `this is ${archive}`,
            'Unpack it, and name the .xml files in it.',
          ),
    );
  }
  const facts = gathered.facts();
  if (errors.length === 0 && ![...types].some((type) => facts.types.has(type)))
    errors.push(
      diagnostic(
        'import/file',
        exports.at(-1)?.name ?? '',
        `there is no ${[...types].join(' and no ')} in it`,
        facts.types.size === 0
          ? 'In WordPress, choose "All content" under Tools, Export.'
          : `What there is: ${counted(facts.types)}. Another type is taken with --types ${[...facts.types.keys()][0]}.`,
      ),
    );
  if (errors.length === 0 && !facts.hasArticles)
    errors.push(
      diagnostic(
        'import/file',
        exports.at(-1)?.name ?? '',
        'all that is in it was thrown away',
        'What WordPress has in its trash becomes no article. In WordPress, choose "All content" under Tools, Export.',
      ),
    );
  return { facts, errors };
}

/** What a paper of these exports says of itself; `zone` is that of the computer. */
export function newPaperOf(facts: ExportFacts, zone: string | undefined): NewPaper {
  const tagOf = (text: string) => (languageFault(text) === null ? languageTag(text) : null);
  const language = tagOf(facts.language) ?? 'en';
  const languages = facts.languages
    .map(tagOf)
    .filter((tag) => tag !== null && tag !== language && tag !== language.split('-')[0]);
  return {
    title: facts.title,
    description: facts.description,
    url: facts.url,
    language,
    languages: [...new Set(languages as string[])],
    timezone: zoneOf(facts.clocks, language, zone),
    permalink: patternOf(facts.placed),
    sections: facts.sections.inOrder().map((names) => names.join(' / ')),
  };
}

/** Writes the articles below the folder of the paper. */
export function importArticles(
  files: Files,
  site: string,
  exports: readonly ExportFile[],
  types: ReadonlySet<string>,
  facts: ExportFacts,
  paper: Paper,
  now: Instant,
): Imported {
  const links = linksOf(facts);
  const versions = new Set<string>();
  const declared =
    paper.sections?.map(({ slug }) => slug) ??
    facts.sections.inOrder().map((names) => section(names).slug);
  const settings = {
    ...paper,
    export: facts,
    claims: claimsOf(facts.placed, paper.locales, declared),
    nameFor: fileNames(files, `${site}/articles`),
    isOnlyVersion: (key: string, language: string) =>
      versions.size < versions.add(`${key}\n${language}`).size,
    placeOf: links.placeOf,
    toMarkdown: markdownOf({
      ...links,
      altOf: (id) => facts.uploads.get(id)?.alt ?? '',
    }),
  };
  const findings: Diagnostic[] = [...undeclared(facts, paper.sections), ...tagsInstead(facts)];
  const shortcodes = new Map<string, { posts: number; first: Diagnostic['place'] }>();
  const done = new Set<string>();
  const lacking = { posts: 0, first: null as Diagnostic['place'] };
  const count = { written: 0, drafts: 0, toCome: 0, kept: 0 };

  for (const { name, path } of exports) {
    const end = readWxr(name, piecesOf(files, path), (record) => {
      if (record.kind !== 'item' || !types.has(typeOf(record)) || fateOf(record) === 'none') return;
      // Exports overlap: of a post the version counts that was changed last.
      const post = identityOf(record);
      if (done.has(post) || facts.changes.get(post) !== changeOf(record)) return;
      done.add(ownText(post));
      const file = articleOf(record, settings);
      if (!write(file)) return void count.kept++;
      count.written++;
      if (file.isDraft) count.drafts++;
      else if (file.date !== null && file.date > now) count.toCome++;
      findings.push(...file.findings);
      if (file.lacksPicture && lacking.posts++ === 0) lacking.first = record.place;
      for (const one of file.left) {
        const known = shortcodes.get(one);
        if (known === undefined) shortcodes.set(one, { posts: 1, first: record.place });
        else known.posts++;
      }
    });
    if (end.cut !== null)
      findings.push(
        diagnostic(
          'import/cut',
          end.cut,
          'the export ends here, before it is complete',
          'The server stopped while it wrote the export. What stands above was imported. Export smaller parts, such as year by year, and import those too: what is there stays.',
        ),
      );
  }

  function write({ path, text }: ArticleFile): boolean {
    return files.create(`${site}/articles/${path}.md`, new TextEncoder().encode(text));
  }

  for (const [name, { posts, first }] of shortcodes)
    findings.push(
      diagnostic(
        'import/shortcode',
        first ?? '',
        `the shortcode [${name}] stays in the text of ${posts === 1 ? 'one article' : `${posts} articles`}`,
        'Readers would see it. Search for it in articles/, and write what it stood for.',
      ),
    );
  if (lacking.posts > 0)
    findings.push(
      diagnostic(
        'import/picture',
        lacking.first ?? '',
        `${lacking.posts === 1 ? 'an article has' : `${lacking.posts} articles have`} a lead picture that is not in the export`,
        'Exports of posts alone do not have them. Export "Media" too, or "All content", and name all files together, before the articles are there.',
      ),
    );
  return {
    ...count,
    findings,
    media: mediaOf(links, facts),
    others: new Map([...facts.types].filter(([type]) => !types.has(type))),
    comments: facts.comments,
  };
}

/** Sections of the exports that the paper does not declare: its articles would be errors. */
function undeclared(facts: ExportFacts, declared: readonly Section[] | null): Diagnostic[] {
  if (declared === null) return [];
  const missing = facts.sections
    .inOrder()
    .map((names) => names.join(' / '))
    .filter((name) => findSection(name, declared) === null);
  if (missing.length === 0) return [];
  return [
    diagnostic(
      'import/section',
      'site.yaml',
      `${missing.length === 1 ? 'a section' : `${missing.length} sections`} of the export ${missing.length === 1 ? 'is' : 'are'} not declared: ${missing.join(', ')}`,
      'Add them to sections, or make them other names of sections that are there: {name: News, aliases: [Latest]}.',
    ),
  ];
}

/** Categories that are tags here. */
function tagsInstead({ sections: { taken } }: ExportFacts): Diagnostic[] {
  if (taken.size === 0) return [];
  return [
    diagnostic(
      'import/section',
      'site.yaml',
      `${taken.size === 1 ? 'a category' : `${taken.size} categories`} of the export cannot be ${taken.size === 1 ? 'a section' : 'sections'}, since the paper has a page of its own at that address: ${[...taken].join(', ')}`,
      `${taken.size === 1 ? 'It is a tag' : 'They are tags'} of the articles. Write a section with another name into these if you want one.`,
    ),
  ];
}

function mediaOf(links: Links, { own }: ExportFacts): string[] {
  return (
    [...links.media]
      .sort(compareText)
      // Of signs that mean something in addresses the encoding has stayed.
      .map((path) => encodeURI(path).replace(/%25(?=[0-9a-f]{2})/gi, '%'))
      .map((path) => `${own.scheme}//${own.host}${own.base}${path}`)
  );
}

/** Bytes that are read at once. */
const PIECE = 1 << 18;

/** A file in pieces: exports may be larger than the memory. */
function* piecesOf(files: Files, path: string): Generator<Uint8Array> {
  const reader = files.reader(path);
  try {
    for (let at = 0; at < reader.size; at += PIECE)
      yield reader.read(at, Math.min(PIECE, reader.size - at));
  } finally {
    reader.close();
  }
}

/** What a file is that is packed; null if it is not. */
function archiveOf(bytes: Uint8Array): string | null {
  const starts = (...signs: number[]) => signs.every((sign, at) => bytes[at] === sign);
  if (starts(0x50, 0x4b)) return 'a ZIP archive';
  return starts(0x1f, 0x8b) ? 'a gzip archive' : null;
}

/** `12 page, 3 attachment`. */
export function counted(types: ReadonlyMap<string, number>): string {
  return [...types].map(([type, number]) => `${number} ${type}`).join(', ');
}
