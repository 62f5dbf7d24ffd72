/** What the files of a paper say: the part of a build that knows the site's folder, and where things stand in it. */
import { type Diagnostic, diagnostic, type Where } from '../base/diagnostic.ts';
import { type Files, FilesError } from '../base/files.ts';
import { CHANGED } from '../base/files-error.ts';
import { thrownAt } from '../base/thrown-at.ts';
import type { SiteConfig } from '../config.ts';
import type { Body } from '../content/body.ts';
import type { Source } from '../content/discover.ts';
import { type Parsed, parseDocument, type Reference } from '../content/document.ts';
import { locateInFrontMatter, locateReference } from '../content/locate.ts';
import { markdown } from '../content/markdown.ts';
import { daysIn, mentionsIn } from '../content/mentions.ts';
import { type Mark, markOf, markOfBytes, markOfData, mix } from '../memo/mark.ts';
import type { Memo } from '../memo/memo.ts';
import { type Entry, toEntry } from '../news/entry.ts';
import { type FlatPages, toFlatPages } from '../news/flat-page.ts';
import { languageIn } from '../news/language.ts';
import { type People, type PeopleData, toPeople } from '../news/person.ts';
import type { FieldSource } from '../news/reader.ts';
import { unreadArticle } from '../news/unread-article.ts';

/** Reads the files of a paper. Paths are relative to the site. */
export interface Reading {
  /** The bytes of a file; `size` is that with which it was listed, if it was. */
  read(source: { readonly path: string; readonly size?: number }): Uint8Array;
  parse(path: string, bytes: Uint8Array): Parsed;
  /**
   * The body of a file, parsed anew. Throws a FilesError of the code CHANGED if it is not the file of the mark, if one is
   * given: a file that was edited since its entry was made may be embargoed now, and its page would be made of both.
   */
  bodyOf(one: { readonly path: string; readonly fileMark?: Mark }): Body;
  /** Where a reference stands in a file; where a value of the front matter does. */
  locate(path: string, text: string): Where;
  locateValue(path: string, text: string): Where;
}

export function reading(files: Files, site: string, config: SiteConfig): Reading {
  const settings = {
    markdown: markdown({ ...config.markdown, extras: true }),
    remarks: true,
    languageOf: (file: FieldSource) => languageIn(file, config.news),
  };
  const read = ({ path, size }: { readonly path: string; readonly size?: number }) =>
    files.read(`${site}/${path}`, size);
  const parse = (path: string, bytes: Uint8Array): Parsed => {
    try {
      return parseDocument(path, bytes, settings);
    } catch (error) {
      // Without plugins it is a bug of ours.
      if (config.markdown.extensions.length === 0) throw error;
      return { document: null, diagnostics: [pluginFault(path, site, error)] };
    }
  };
  return {
    read,
    parse,
    bodyOf({ path, fileMark }) {
      const bytes = read({ path });
      if (fileMark !== undefined && markOfBytes(bytes) !== fileMark)
        throw new FilesError(`${site}/${path}`, CHANGED, 'read');
      return parse(path, bytes).document?.body ?? [];
    },
    locate: (path, text) => locateReference(path, read({ path }), text),
    locateValue: (path, text) => locateInFrontMatter(path, read({ path }), text),
  };
}

function pluginFault(path: string, site: string, error: unknown): Diagnostic {
  const message = error instanceof Error ? error.message : String(error);
  const at = thrownAt(site, error);
  const where = at === null ? '' : `: ${at.file}, line ${at.line}`;
  return diagnostic(
    'plugin/markdown',
    path,
    `a plugin failed on this text${where}: ${message}`,
    'Mend the plugin that reads Markdown, or take it out of plugins: in site.yaml.',
  );
}

/** The people of the paper, and what stands for them and for all else that entries follow from. */
export function readPeople(
  sources: readonly Source[],
  { read, parse }: Reading,
  config: SiteConfig,
  drafts: boolean,
  memo: Memo,
): { data: PeopleData; options: Mark } {
  const { texts, mark: options } = textsOf(sources, read, config, drafts);
  const data = memo.value('people', options, () =>
    toPeople(
      texts.map(({ path, bytes }) => parse(path, bytes)),
      config.news,
    ),
  );
  return { data, options };
}

/** The paper's own pages. */
export function readFlatPages(
  sources: readonly Source[],
  { read, parse }: Reading,
  config: SiteConfig,
  drafts: boolean,
  memo: Memo,
): FlatPages {
  const { texts, mark } = textsOf(sources, read, config, drafts);
  return memo.value('flat pages', mark, () =>
    toFlatPages(
      texts.map(({ path, bytes }) => ({
        path,
        mark: markOfBytes(bytes),
        parsed: parse(path, bytes),
        mentions: () => mentioned(bytes, config),
      })),
      config.news,
      { drafts },
    ),
  );
}

/** The texts of files, and what stands for them and for what is made of them. */
function textsOf(
  sources: readonly Source[],
  read: Reading['read'],
  config: SiteConfig,
  drafts: boolean,
) {
  const texts = sources.map(({ path }) => ({ path, bytes: read({ path }) }));
  const mark = mix(
    markOfData([config.news, config.markdown, drafts]),
    ...texts.flatMap(({ path, bytes }) => [markOf(path), markOfBytes(bytes)]),
  );
  return { texts, mark };
}

/** What a file that cannot be read seems to refer to. */
function mentioned(bytes: Uint8Array, config: SiteConfig): readonly Reference[] {
  return mentionsIn(bytes, config.markdown.own).map((target) => ({ kind: 'link', target }));
}

/** What is made of the file of an article, and its body. */
export function readEntry(
  path: string,
  bytes: Uint8Array,
  { parse }: Reading,
  config: SiteConfig,
  people: People,
  drafts: boolean,
): { entry: Entry; body: Body } {
  const parsed = parse(path, bytes);
  const mentions = () =>
    unreadArticle(path, { references: mentioned(bytes, config), days: daysIn(bytes) }, config.news);
  return {
    entry: toEntry(parsed, config.news, people, { drafts }, mentions),
    body: parsed.document?.body ?? [],
  };
}
