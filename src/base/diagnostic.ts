/**
 * Faults in content, templates and settings are data, not exceptions: a build gathers all of them,
 * and one place (cli/report) turns them into text. Exceptions are for bugs and for broken disks.
 */
import { lineAt } from './lines.ts';

/** How much a finding weighs: an error stops the publication, the others do not. */
export type Severity = 'error' | 'warning' | 'notice';

/**
 * Every code that Gazeta can give, with its weight and what it means in one line.
 * docs/errors.md is this table with examples; a test keeps the two alike.
 */
export const CODES = {
  'source/empty': ['error', 'the file has nothing in it'],
  'source/ending': ['warning', 'a text file among the articles whose name does not end in .md'],
  'source/name': [
    'warning',
    'a file of public/ or beside the articles whose name cannot be used in an address',
  ],
  'source/encoding': ['error', 'the file is not UTF-8 text'],
  'source/nul': ['error', 'the file has a NUL byte, which text never has'],
  'source/conflict': ['error', 'the file holds both sides of a conflict'],
  'front-matter/missing': ['error', 'the file does not begin with front matter'],
  'front-matter/unclosed': ['error', 'the front matter has no end'],
  'front-matter/language': ['error', 'front matter in a language that is not read'],
  'front-matter/yaml': ['error', 'the front matter is not valid YAML'],
  'front-matter/toml': ['error', 'the front matter is not valid TOML'],
  'front-matter/json': ['error', 'the front matter is not valid JSON'],
  'front-matter/duplicate-key': ['error', 'a key that decides what is published appears twice'],
  'front-matter/repeated-key': ['warning', 'another key appears twice; the last one counts'],
  'front-matter/comment': ['warning', 'a text that ends where a comment begins'],
  'front-matter/misspelled-key': [
    'error',
    'a key that looks like one that decides when readers see the article',
  ],
  'front-matter/unknown-key': ['warning', 'a key that looks like a misspelling'],
  'article/title': ['error', 'the article has no headline'],
  'article/date-missing': ['error', 'the article has a date neither inside nor in its file name'],
  'article/date': ['error', 'an instant that cannot be read or is not in the calendar'],
  'article/local-time': ['error', 'a local time that the clock change skips or repeats'],
  'article/order': ['error', 'instants that contradict one another'],
  'article/section': ['error', 'a section that site.yaml does not declare'],
  'article/value': ['error', 'a value of the wrong kind for its key'],
  'article/permalink': ['error', 'an address that cannot be published'],
  'article/address': ['error', 'an address that is also that of something else at that time'],
  'article/replaces': ['error', 'the article that it takes the place of is not there'],
  'article/related': ['error', 'a related article that is not there'],
  'article/translations': ['error', 'two versions of one article in one language'],
  'author/name': ['error', 'the author has no name'],
  'author/duplicate': ['error', 'two files for one author'],
  'author/name-shared': ['warning', 'two authors with one name; it means the first'],
  'page/title': ['error', 'a page has no title'],
  'body/html': ['warning', 'raw HTML that was left out'],
  'body/comment': ['warning', 'a comment that does not end, and swallows the text after it'],
  'body/link': ['warning', 'a link to an article file that is not there'],
  'body/link-hidden': ['warning', 'a link to an article that readers cannot see yet'],
  'body/file': ['warning', 'a picture or file that is not there'],
  'body/picture': ['warning', 'a file named as a picture that browsers cannot show as one'],
  'picture/sizes': ['warning', 'a picture that cannot be made smaller'],
  'check/linked': ['warning', 'a folder behind a link, whose files are not read'],
  'check/link': ['warning', 'a link within the site that leads nowhere'],
  'check/anchor': ['warning', 'a link to a place that is not on its page'],
  'check/alt': ['warning', 'a picture without a text for those who do not see it'],
  'check/taken-at': ['warning', 'a photograph that says where it was taken'],
  'check/heading': ['warning', 'a heading that skips a level'],
  'check/flash': ['warning', 'flash news past its time'],
  'check/tags': ['warning', 'tags that differ by letter case or accents only'],
  'check/markdown': ['warning', 'Markdown that stays as it is typed'],
  'check/author-name': ['warning', 'an author whose name may be misspelled, or be several'],
  'check/embargo': ['notice', 'an embargo that lifts within the hour'],
  'check/author': ['notice', 'an author without articles'],
  'check/section': ['notice', 'a section without articles'],
  'check/template': ['warning', 'a template or a file beside it that no page uses'],
  'check/labels': [
    'warning',
    'words of the theme that a language of the paper lacks, or that no template says',
  ],
  'check/time': ['notice', 'a day without a time'],
  'check/date': ['notice', 'an instant far ahead'],
  'check/text': ['notice', 'an article without any text'],
  'check/translations': ['notice', 'an article that is the only version of itself'],
  'template/missing': ['error', 'a template that every site needs is not there'],
  'template/syntax': ['error', 'a template that Handlebars cannot read'],
  'template/helper': ['error', 'a helper that does not exist, or cannot be called like this'],
  'template/partial': ['error', 'a partial that does not exist'],
  'template/render': ['error', 'a template that failed while a page was made'],
  'template/log': ['notice', 'what a template logged of a page with {{log}}'],
  'template/asset': ['error', 'a file of assets/ whose name cannot be an address'],
  'template/style': ['error', 'a style sheet that cannot be read, or names what is not there'],
  'template/labels': ['error', 'a file of labels that is not valid'],
  'config/name': ['error', 'settings that have another name than site.yaml'],
  'config/yaml': ['error', 'site.yaml is not valid YAML'],
  'config/unknown-key': ['error', 'a setting that does not exist'],
  'config/value': ['error', 'a setting with a value of the wrong kind'],
  'config/contrast': ['warning', 'a colour of the paper that is hard to read'],
  'plugin/load': ['error', 'a plugin that cannot be loaded'],
  'plugin/value': ['error', 'a file that is not a plugin, or exports something unknown'],
  'plugin/changed': ['notice', 'plugins that were changed while a preview runs'],
  'plugin/markdown': ['error', 'a plugin that failed on a text'],
  'site/articles': ['error', 'there is no articles folder'],
  'site/unread': [
    'error',
    'a link that leads nowhere, a folder that is none, or a name that cannot be opened',
  ],
  'site/empty': ['error', 'no articles where some were published'],
  'site/icon': ['error', 'the icon is not there, or cannot be drawn'],
  'site/logo': ['warning', 'a logo that is not there'],
  'site/pictures': ['error', 'pictures cannot be made smaller on this computer'],
  'site/url': ['notice', 'without a url some parts of the site are left out'],
  'host/near-limit': ['notice', 'the site comes near to a limit of its host'],
  'host/limit': ['warning', 'the site is over a limit of its host'],
  'import/file': ['error', 'a file that is no export of WordPress'],
  'import/cut': ['error', 'an export that is not complete'],
  'import/title': ['warning', 'a post or a page without a headline'],
  'import/date': [
    'warning',
    'a post without a date, or a page that is to come and cannot say when',
  ],
  'import/text': ['warning', 'a page that has no text in the export'],
  'import/shortcode': ['warning', 'a shortcode that stays in the text of articles or pages'],
  'import/address': ['warning', 'a post or a page that cannot have the address that it had'],
  'import/translations': ['warning', 'a second version of one article or page in one language'],
  'import/picture': ['warning', 'lead pictures that are not in the export'],
  'import/block': ['warning', 'blocks that posts share and that are not in the export'],
  'import/fields': ['error', 'settings under which articles cannot say what they must'],
  'import/section': [
    'warning',
    'sections of an export that the paper does not declare, or cannot have',
  ],
  'output/overlap': [
    'error',
    'the output folder lies where the sources are, or drafts would be among published pages',
  ],
  'output/foreign': ['error', 'the output folder holds files that Gazeta did not write'],
  'output/removals': ['error', 'the build would remove many published articles'],
  'output/clash': [
    'error',
    'two pages or files with one address, or a file where another needs a folder',
  ],
  'output/name': ['error', 'a name that cannot be written'],
  'output/file': ['error', 'a file could not be read or written, say for want of rights'],
  'output/kept': ['warning', 'the site is published, but the store could not be written'],
} as const satisfies Record<string, readonly [Severity, string]>;

/** The name of a kind of finding, such as `article/date`. */
export type Code = keyof typeof CODES;

/** A stretch of one line of one file. Lines and columns count from 1, columns in UTF-16 units. */
export interface Place {
  /** The file as the reader of the message knows it, usually relative to the site. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** Units to underline; at least 1. */
  readonly length: number;
  /** The whole line, to be shown. */
  readonly text: string;
}

/** One finding. */
export interface Diagnostic {
  readonly code: Code;
  readonly severity: Severity;
  /** What is wrong, naming the offending text. No full stop. */
  readonly message: string;
  /** What to do about it, in whole sentences. May be several lines; empty when nothing can be added. */
  readonly help: string;
  /** The file it is about, or an empty string for the site as a whole. */
  readonly file: string;
  /** Where in the file; null when the finding is about the whole file. */
  readonly place: Place | null;
}

/** Where a finding is: a place, a file as a whole, or (empty string) the site. */
export type Where = Place | string;

/** Makes a finding; its severity follows from its code. */
export function diagnostic(code: Code, where: Where, message: string, help = ''): Diagnostic {
  const severity = CODES[code][0];
  return typeof where === 'string'
    ? { code, severity, message, help, file: where, place: null }
    : { code, severity, message, help, file: where.file, place: where };
}

/** The place of `length` units from `offset` in `text`, kept to one line. */
export function placeAt(file: string, text: string, offset: number, length = 1): Place {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const newline = text.indexOf('\n', start);
  const end = newline < 0 ? text.length : newline;
  const room = Math.max(1, end - offset);
  return {
    file,
    line: lineAt(text, start),
    column: offset - start + 1,
    length: Math.min(Math.max(1, length), room),
    text: text.slice(start, end),
  };
}

/** True if any finding is an error. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((d) => d.severity === 'error');
}

/** Findings in the order of file, line, column and code, so that the same faults read the same. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return [...diagnostics].sort(
    (a, b) =>
      compareText(a.file, b.file) ||
      (a.place?.line ?? 0) - (b.place?.line ?? 0) ||
      (a.place?.column ?? 0) - (b.place?.column ?? 0) ||
      compareText(a.code, b.code) ||
      compareText(a.message, b.message),
  );
}

/** Orders text by its UTF-16 units: the same on every machine and in every locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
