/**
 * Reading exports of WordPress: WXR, "WordPress eXtended RSS" 1.0 to 1.2, which is RSS 2.0 with elements of its own. A stream
 * of records; no more than one is held at a time. It is read as it comes: exports hold control characters, which XML forbids,
 * and names without their namespaces, and are as often cut off by a server's time limit as whole.
 */
import type * as HtmlParser from 'htmlparser2';
import type { Place } from '../base/diagnostic.ts';
import { asLatin, type PieceDecoder, pieceDecoder } from '../base/latin.ts';
import { lazily } from '../base/lazy.ts';

const library = lazily<typeof HtmlParser>('htmlparser2');

/** A category, tag or other term of an item. */
export interface WxrTerm {
  /** The taxonomy: `category`, `post_tag`, `author`, `language`. */
  readonly domain: string;
  /** Its part of addresses, percent-encoded where it is not ASCII. */
  readonly nicename: string;
  readonly name: string;
}

/** An element of an export that has elements in it: an item, an author, a category, a tag, a term. */
export interface WxrRecord {
  /** `item`, or the name of its element without `wp:`. */
  readonly kind: RecordKind;
  /** Where it begins. */
  readonly place: Place;
  /** The text of its first element of a name, `title` or `wp:post_id`; empty if there is none. */
  readonly text: (name: string) => string;
  readonly terms: readonly WxrTerm[];
  /** The values of its `wp:postmeta` by their keys. */
  readonly meta: ReadonlyMap<string, readonly string[]>;
  /** How many comments it has. */
  readonly comments: number;
}

const RECORDS = ['item', 'author', 'category', 'tag', 'term'] as const;
export type RecordKind = (typeof RECORDS)[number];

/** What an export as a whole says. */
export interface WxrEnd {
  /** True if it says that WordPress wrote it, or has an item as only WordPress writes them. */
  readonly isWordPress: boolean;
  /** Where the record begins that the file ends within; null if it is whole. */
  readonly cut: Place | null;
  /** The text of an element of the channel itself: `title`, `wp:base_blog_url`. */
  readonly text: (name: string) => string;
}

/** Control characters but tab and line feed, and what is no character: XML 1.0 (section 2.2) forbids the most of them, and no text means the others. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it looks for
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]/g;

/** A text without them. */
export function withoutControls(text: string): string {
  return text.replace(CONTROLS, '');
}

/** Reads an export that comes in pieces; `file` is its name for messages. */
export function readWxr(
  file: string,
  pieces: Iterable<Uint8Array>,
  take: (record: WxrRecord) => void,
): WxrEnd {
  const lines = lineCounter(file);
  const channel = new Map<string, string>();
  let record: Draft | null = null;
  let cut: Place | null = null;
  let isWhole = false;
  /** The file is at its end, where the parser closes what is open. */
  let isEnding = false;
  let hasPosts = false;
  /** The elements around the present one, below the channel. */
  const open: string[] = [];
  let text = '';
  let term: { domain: string; nicename: string } | null = null;
  let key = '';

  const parser = new (library().Parser)(
    {
      onopentag(name, attributes) {
        text = '';
        if (name === 'rss' || name === 'channel') return;
        open.push(name);
        if (open.length === 1) {
          const kind = kindOf(name);
          if (kind !== null) record = draft(kind, lines.placeOf(parser.startIndex, `<${name}>`));
        } else if (name === 'category')
          term = {
            domain: attributes.domain ?? '',
            nicename: withoutControls(attributes.nicename ?? ''),
          };
        else if (name === 'wp:comment' && record !== null) record.comments++;
      },
      ontext(piece) {
        text += piece;
      },
      onclosetag(name) {
        if (name === 'channel') isWhole ||= !isEnding;
        if (name === 'rss' || name === 'channel') return;
        if (isEnding && record !== null) {
          cut ??= record.place;
          return;
        }
        const value = withoutControls(text);
        text = '';
        open.pop();
        if (open.length === 0) {
          if (record === null) {
            if (!channel.has(name)) channel.set(name, value.trim());
            return;
          }
          hasPosts ||= record.texts.has('wp:post_type');
          const done = record;
          record = null;
          take(finished(done));
        } else if (record !== null && open.length === 1) {
          if (name === 'category' && term !== null)
            record.terms.push({ ...term, name: value.trim() });
          else if (!record.texts.has(name)) record.texts.set(name, value);
        } else if (record !== null && open.length === 2 && open[1] === 'wp:postmeta') {
          const others = record.meta.get(key);
          if (name === 'wp:meta_key') key = value;
          else if (name !== 'wp:meta_value') return;
          else if (others === undefined) record.meta.set(key, [value]);
          else others.push(value);
        }
      },
    },
    { xmlMode: true, decodeEntities: true },
  );

  let decoder: PieceDecoder | null = null;
  for (const bytes of pieces) {
    decoder ??= decoderOf(bytes);
    const clean = decoder.decode(bytes).replaceAll('\r\n', '\n');
    lines.add(clean);
    parser.write(clean);
  }
  isEnding = true;
  parser.end();
  return {
    isWordPress: hasPosts || channel.has('wp:wxr_version'),
    cut: isWhole ? null : (cut ?? lines.placeOf(Number.POSITIVE_INFINITY, '')),
    text: (name) => channel.get(name) ?? '',
  };
}

/** By the encoding that its first line names, which of old exports is not UTF-8. */
function decoderOf(start: Uint8Array): PieceDecoder {
  const line = asLatin(start.subarray(0, 200));
  const label = /^[^<]*<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]+)["']/.exec(line)?.[1] ?? 'utf-8';
  try {
    return pieceDecoder(label);
  } catch {
    return pieceDecoder('utf-8');
  }
}

/** A record as it grows. */
interface Draft {
  readonly kind: RecordKind;
  readonly place: Place;
  readonly texts: Map<string, string>;
  readonly terms: WxrTerm[];
  readonly meta: Map<string, string[]>;
  comments: number;
}

const draft = (kind: RecordKind, place: Place): Draft => ({
  kind,
  place,
  texts: new Map(),
  terms: [],
  meta: new Map(),
  comments: 0,
});

function finished({ texts, ...rest }: Draft): WxrRecord {
  return { ...rest, text: (name) => texts.get(name) ?? '' };
}

function kindOf(name: string): RecordKind | null {
  const bare = name.replace(/^wp:/, '') as RecordKind;
  return RECORDS.includes(bare) ? bare : null;
}

/** Counts lines as a text goes by. */
function lineCounter(file: string) {
  let offset = 0;
  let line = 1;
  let column = 1;
  let ahead = '';
  const goTo = (target: number) => {
    const length = Math.max(0, Math.min(target - offset, ahead.length));
    for (let at = ahead.indexOf('\n'); at >= 0 && at < length; at = ahead.indexOf('\n', at + 1))
      line++;
    const last = ahead.lastIndexOf('\n', length - 1);
    column = last < 0 || length === 0 ? column + length : length - last;
    ahead = ahead.slice(length);
    offset += length;
  };
  return {
    /** What comes next. */
    add(text: string) {
      // A tag that began in the piece before is told as beginning there, at its end.
      goTo(offset + ahead.length);
      ahead = text;
    },
    placeOf(target: number, tag: string): Place {
      goTo(target);
      const shown = `${' '.repeat(column - 1)}${tag}`;
      return { file, line, column, length: Math.max(1, tag.length), text: shown };
    },
  };
}
