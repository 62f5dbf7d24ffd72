/**
 * Moving in from WordPress: exports to articles and pages. Two passes over the exports, the first for what has to be known of
 * them as a whole (facts), the second for the files, one at a time. A file that is there already stays as it is.
 */
import { compareText, type Diagnostic, diagnostic } from '../base/diagnostic.ts';
import type { Instant } from '../base/instant.ts';
import { ownText } from '../base/own-text.ts';
import type { Address } from '../base/paths.ts';
import { CONFIG_FILE } from '../content/discover.ts';
import type { NewsSettings } from '../news/article.ts';
import { findSection, type Section, section } from '../news/section.ts';
import { articleOf } from './article-of.ts';
import { claimsOf } from './claims.ts';
import { type Order, piecesOf } from './exports.ts';
import { type ExportFacts, PAGE, typeOf } from './facts.ts';
import { fileNames } from './file-names.ts';
import { lackingIn, nothing, type Tally, tally } from './lacking.ts';
import { type Links, linksOf } from './links.ts';
import type { MadeFile } from './made-file.ts';
import { pageOf } from './page-of.ts';
import { changeOf, fateOf, identityOf } from './post.ts';
import { markdownOf } from './text/markdown-of.ts';
import { readWxr, type WxrRecord } from './wxr.ts';

/** What the paper into which is imported decides. */
export interface Paper
  extends Pick<NewsSettings, 'locales' | 'fieldNames' | 'timezone' | 'permalink' | 'sections'> {
  /** Addresses that lead on from site.yaml. */
  readonly former: readonly Address[];
}

/** What came of articles, or of pages. */
export interface Counts {
  /** Those that were written. */
  readonly written: number;
  /** Those of them that are drafts, and those that readers do not see yet. */
  readonly drafts: number;
  readonly toCome: number;
  /** Those whose files were there already. */
  readonly kept: number;
}

/** What came of it: of articles, and of all. */
export interface Imported extends Counts {
  readonly pages: Counts;
  readonly findings: readonly Diagnostic[];
  /** Full addresses of pictures and other files of the old site that texts name. */
  readonly media: readonly string[];
  /** Items that became nothing, by their types. */
  readonly others: ReadonlyMap<string, number>;
  readonly comments: number;
}

/** Writes the articles and pages below the folder of the paper; `now` tells which of them are to come. */
export function importAll(
  { files, exports, types, progress }: Order,
  site: string,
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
    claims: claimsOf(facts, paper.locales, declared, paper.former),
    nameFor: fileNames(files, `${site}/articles`),
    isOnlyVersion: (key: string, language: string) =>
      versions.size < versions.add(`${key}\n${language}`).size,
    placeOf: links.placeOf,
    toMarkdown: markdownOf({
      ...links,
      altOf: (id) => facts.uploads.get(id)?.alt ?? '',
    }),
  };
  const pageSettings = { ...settings, nameFor: fileNames(files, `${site}/pages`) };
  const findings: Diagnostic[] = [...undeclared(facts, paper.sections), ...tagsInstead(facts)];
  const shortcodes = new Map<string, Tally>();
  const done = new Set<string>();
  const pictures = nothing();
  const blocks = nothing();
  const none = { written: 0, drafts: 0, toCome: 0, kept: 0 };
  const counts = { articles: { ...none }, pages: { ...none } };

  const total = [...facts.types.values()].reduce((a, b) => a + b, 0);
  let items = 0;
  for (const { name, path } of exports) {
    const end = readWxr(name, piecesOf(files, path), (record) => {
      if (record.kind === 'item') progress?.('posts', ++items, total);
      if (record.kind !== 'item' || fateOf(record) === 'none') return;
      const post = identityOf(record);
      const page = facts.pages.get(post);
      if (page === undefined && !types.has(typeOf(record))) return;
      // Exports overlap: of a post the version counts that was changed last.
      if (done.has(post) || facts.changes.get(post) !== changeOf(record)) return;
      done.add(ownText(post));
      if (page === undefined) return take('articles', articleOf(record, settings), record);
      const made = pageOf(record, page, pageSettings);
      if ('leftOut' in made) findings.push(...made.leftOut);
      else take('pages', made, record);
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

  function take(kind: 'articles' | 'pages', file: MadeFile, { place }: WxrRecord): void {
    const path = `${site}/${kind}/${file.path}.md`;
    const count = counts[kind];
    if (!files.create(path, new TextEncoder().encode(file.text))) return void count.kept++;
    count.written++;
    if (file.isDraft) count.drafts++;
    else if (file.date !== null && file.date > now) count.toCome++;
    findings.push(...file.findings);
    if (file.lacksPicture) tally(pictures, kind, place);
    if (file.lacksBlock) tally(blocks, kind, place);
    for (const one of file.left) {
      const known = shortcodes.get(one) ?? nothing();
      shortcodes.set(one, known);
      tally(known, kind, place);
    }
  }

  findings.push(...lackingIn({ shortcodes, pictures, blocks }));
  return {
    ...counts.articles,
    pages: counts.pages,
    findings,
    media: mediaOf(links, facts),
    others: new Map([...facts.types].filter(([type]) => !types.has(type) && type !== PAGE)),
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
      CONFIG_FILE,
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
      CONFIG_FILE,
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
