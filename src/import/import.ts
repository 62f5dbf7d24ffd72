/**
 * Moving in from WordPress: exports to articles. Two passes over the exports, the first for what has to be known of them as
 * a whole (facts), the second for the articles, one at a time. A file that is there already stays as it is.
 */
import { compareText, type Diagnostic, diagnostic } from '../base/diagnostic.ts';
import type { Instant } from '../base/instant.ts';
import { ownText } from '../base/own-text.ts';
import type { Address } from '../base/paths.ts';
import type { FieldNames } from '../news/fields.ts';
import type { Locales } from '../news/locale.ts';
import { findSection, type Section, section } from '../news/section.ts';
import { type ArticleFile, articleOf } from './article-of.ts';
import { claimsOf } from './claims.ts';
import { type Order, piecesOf } from './exports.ts';
import { type ExportFacts, typeOf } from './facts.ts';
import { fileNames } from './file-names.ts';
import { lackingIn, type Tally, tally } from './lacking.ts';
import { type Links, linksOf } from './links.ts';
import { changeOf, fateOf, identityOf } from './post.ts';
import { markdownOf } from './text/markdown-of.ts';
import { readWxr } from './wxr.ts';

/** What the paper into which is imported decides. */
export interface Paper {
  readonly locales: Locales;
  readonly fieldNames: FieldNames;
  readonly timezone: string;
  readonly permalink: string;
  /** Null if articles bring their own. */
  readonly sections: readonly Section[] | null;
  /** Addresses that lead on from site.yaml. */
  readonly former: readonly Address[];
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

/** Writes the articles below the folder of the paper; `now` tells which of them are to come. */
export function importArticles(
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
    claims: claimsOf(facts.placed, paper.locales, declared, paper.former),
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
  const shortcodes = new Map<string, Tally>();
  const done = new Set<string>();
  const pictures: Tally = { posts: 0, first: null };
  const blocks: Tally = { posts: 0, first: null };
  const count = { written: 0, drafts: 0, toCome: 0, kept: 0 };

  const total = [...facts.types.values()].reduce((a, b) => a + b, 0);
  let items = 0;
  for (const { name, path } of exports) {
    const end = readWxr(name, piecesOf(files, path), (record) => {
      if (record.kind === 'item') progress?.('posts', ++items, total);
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
      if (file.lacksPicture) tally(pictures, record.place);
      if (file.lacksBlock) tally(blocks, record.place);
      for (const one of file.left) {
        const known = shortcodes.get(one) ?? { posts: 0, first: null };
        shortcodes.set(one, known);
        tally(known, record.place);
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

  findings.push(...lackingIn({ shortcodes, pictures, blocks }));
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
