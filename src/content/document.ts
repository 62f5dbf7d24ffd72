/** Text to document: an article file's fields as data, its body rendered and put away. */
import { type Diagnostic, diagnostic, type Place, placeAt } from '../base/diagnostic.ts';
import { lineAt, startOfLine } from '../base/lines.ts';
import { type Body, type BodyPart, filesOfPart } from './body.ts';
import { findConflict } from './conflict.ts';
import {
  type CutInFile,
  type FrontMatterField,
  readDataFile,
  readFrontMatter,
} from './front-matter.ts';
import type { Markdown } from './markdown.ts';
import type { Remark } from './outline.ts';
import { readText } from './text.ts';

/** What another part of the site a body points at. */
export interface Reference {
  readonly kind: 'link' | 'image';
  /** As the author wrote it. */
  readonly target: string;
}

/** A file of an article or a person that could be read. It lives until the next one is read. */
export interface Document {
  /** Relative to the site. */
  readonly path: string;
  readonly fields: ReadonlyMap<string, FrontMatterField>;
  /** Texts of the front matter that end where a comment begins. */
  readonly cuts: readonly CutInFile[];
  readonly body: Body;
  readonly references: readonly Reference[];
  /** The plain text of the first paragraph. */
  firstParagraph(): string;
}

/** A parsed file: its document unless it could not be read, and what was found. */
export interface Parsed {
  readonly document: Document | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** What parsing a document needs to know. */
export interface ParseSettings {
  readonly markdown: Markdown;
  /** True if remarks on pictures and headings are wanted: `gazeta check`. */
  readonly remarks: boolean;
  /** The language of a file by its fields. */
  readonly languageOf: (file: {
    readonly path: string;
    readonly fields: ReadonlyMap<string, FrontMatterField>;
  }) => string;
}

const NONE: readonly never[] = [];

const DATA_FILE = /\.ya?ml$/i;

/** Parses one article file. Pure. */
export function parseDocument(path: string, bytes: Uint8Array, settings: ParseSettings): Parsed {
  const text = readText(path, bytes);
  if (typeof text !== 'string') return { document: null, diagnostics: [text] };
  const conflict = findConflict(text);
  if (conflict !== null) {
    const { offset, problem, help } = conflict;
    const [mark = ''] = text.slice(offset).split('\n', 1);
    const place = placeAt(path, text, offset, mark.length);
    return { document: null, diagnostics: [diagnostic('source/conflict', place, problem, help)] };
  }

  const { frontMatter, diagnostics } = DATA_FILE.test(path)
    ? readDataFile(path, text)
    : readFrontMatter(path, text);
  if (frontMatter === null) return { document: null, diagnostics };

  const fields = new Map<string, FrontMatterField>();
  for (const field of frontMatter.fields) fields.set(field.key, field);
  const rendered = settings.markdown(frontMatter.body, settings.languageOf({ path, fields }));
  const placeOf = (line: number, element: string): number =>
    offsetOf(text, text.length - frontMatter.body.length, line, element);
  for (const { line, element } of rendered.refused) {
    const at = placeOf(line, element);
    diagnostics.push(
      diagnostic(
        'body/html',
        placeAt(path, text, at, element.length + 1),
        `<${element}> is left out`,
        'Only plain text elements may stand in an article. If this paper trusts all its authors with HTML, set "html: trusted" in site.yaml.',
      ),
    );
  }
  const comment = openComment(frontMatter.body, rendered.body);
  if (comment >= 0)
    diagnostics.push(
      diagnostic(
        'body/comment',
        placeAt(path, text, text.length - frontMatter.body.length + comment, COMMENT.length),
        'the comment does not end, so nothing that stands after it is shown',
        'End it with --> where the text goes on.',
      ),
    );
  if (settings.remarks)
    for (const { kind, line, about } of rendered.remarks()) {
      diagnostics.push(remark(kind, about, placeAt(path, text, placeOf(line, ''))));
    }
  const { body, dropped } = rendered;
  const document: Document = {
    path,
    fields,
    cuts: frontMatter.cuts,
    body,
    references: referencesIn(body, dropped),
    firstParagraph: rendered.firstParagraph,
  };
  return { document, diagnostics };
}

const COMMENT = '<!--';

/** Where a comment begins that swallows the rest of a text (CommonMark 0.31.2, 4.6, condition 2); negative if none does. */
function openComment(source: string, body: Body): number {
  const at = source.lastIndexOf(COMMENT);
  if (at < 0 || source.includes('-->', at)) return -1;
  // In code, and within a line, it is text.
  const isText = body.some((part) => typeof part === 'string' && part.includes('&lt;!--'));
  return isText ? -1 : at;
}

function remark(kind: Remark['kind'], about: string, place: Place): Diagnostic {
  return kind === 'alt'
    ? diagnostic(
        'check/alt',
        place,
        `the picture "${about}" has no text for those who do not see it`,
        'Say in a few words what it shows: ![What it shows](/images/bridge.jpg), or alt="What it shows" in HTML.',
      )
    : diagnostic(
        'check/heading',
        place,
        `the heading is an ${about.replace(' after', ', after an')}`,
        'The headline is the h1; headings in the text begin with ## and go down one level at a time.',
      );
}

/** Where `<element` stands, looking from a line of the body on, from 1; the beginning of the line without an element. */
function offsetOf(text: string, bodyOffset: number, line: number, element: string): number {
  const offset = startOfLine(text, lineAt(text, bodyOffset) + line - 1);
  if (element === '') return offset;
  const opening = new RegExp(`<${element}`, 'gi');
  opening.lastIndex = offset;
  return opening.exec(text)?.index ?? offset;
}

function referencesIn(body: Body, dropped: readonly string[]): readonly Reference[] {
  if (dropped.length === 0 && body.every((part) => typeof part === 'string')) return NONE;
  return [
    ...body.flatMap(referenceOf),
    ...dropped.map((target): Reference => ({ kind: 'link', target })),
  ];
}

function referenceOf(part: BodyPart): Reference[] {
  if (typeof part !== 'string' && 'link' in part) return [{ kind: 'link', target: part.link }];
  return filesOfPart(part).map((target) => ({ kind: 'image', target }));
}
