/** Texts and addresses so that Markdown reads them as they are. */

/** Stands for a line break until it is known what is around it; no text has control characters here. */
export const BREAK = '\u0003';
/** Stands in an empty line of a listing, which is not one too many. */
export const HOLDS_LINE = '\u0004';
/** After an exclamation mark at the end of a text: that would make a picture of a link after it. */
export const CALL = '\u0002';

/** After a bracket at the end of a text: what follows might make a link of it. */
export const CLOSED = '\u0005';

/** `[sic]`, `[...]`: a link has its address behind it, and a note begins with `^`. */
const BRACKETED = /(?<![[!^])\[([^[\]^\\\n][^[\]\\\n]*)\](?![([:{])|[[\]]/g;
/** A line that would make a table of the one before it. */
const COLUMNS = /^(?=[|: \t-]*-)[|: \t-]*\|[|: \t-]*$/gm;

/** A text on one line. */
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** A text so that Markdown reads it as it is. Its lines are lines, or may be. */
export function escaped(text: string): string {
  return text
    .replace(/[\\`]/g, '\\$&')
    .replace(/(?<=^\s*|\S)\*|\*(?=\S|\s*$)/gm, '\\*')
    .replace(BRACKETED, (whole, inside: string | undefined, at: number, all: string) => {
      if (inside === undefined) return `\\${whole}`;
      return at + whole.length === all.length ? whole + CLOSED : whole;
    })
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/^\^|\^(?=\[|$)/g, '\\^')
    .replace(/~(?=~|\s*$)|(?<=^\s*|~)~/g, '\\~')
    .replace(/<(?=[a-z/!?])/gi, '\\<')
    .replace(/&(?=#?[a-z0-9]+;)/gi, '\\&')
    .replace(/!$/, `!${CALL}`)
    .replace(COLUMNS, (line) => line.replace(/[|:-]/, '\\$&'))
    .replace(/(?<=^[ \t]*)(?:[-+](?=\s|$|-+\s*$)|>|=(?==*\s*$)|#(?=#{0,5}(?:\s|$)))/gm, '\\$&')
    .replace(/(?<=^[ \t]*)(\d{1,9})([.)])(?=\s|$)/gm, '$1\\$2');
}

/** An address by itself. */
export function link(address: string): string {
  if (/^(?:https?|mailto):[^\s<>]+$/i.test(address)) return `<${address}>`;
  const name = address.replace(/[?#].*$/, '').replace(/^.*\/(?=.)/, '');
  return `[${escaped(name)}](${destination(address)})`;
}

/** An address in the brackets of a link. */
export function destination(address: string): string {
  const clean = address.replace(/[\s<>]/g, (sign) => encodeURIComponent(sign));
  return /[()\\]/.test(clean) ? `<${clean.replaceAll('\\', '%5C')}>` : clean;
}

/** A text between the quotation marks of a picture's title. */
export const titled = (text: string): string => escaped(text).replace(/"/g, '\\"');

/** A short piece of code in its line. */
export function codeSpan(text: string): string {
  const bare = text.replace(/\s+/g, ' ').trim();
  if (bare === '') return '';
  const runs = new Set((bare.match(/`+/g) ?? []).map((run) => run.length));
  let length = 1;
  while (runs.has(length)) length++;
  const mark = '`'.repeat(length);
  const space = bare.startsWith('`') || bare.endsWith('`') ? ' ' : '';
  return `${mark}${space}${bare}${space}${mark}`;
}

/** A listing. */
export function fenced(text: string): string {
  const runs = text.match(/`{3,}/g) ?? [];
  const fence = '`'.repeat(runs.reduce((longest, run) => Math.max(longest, run.length + 1), 3));
  return `${fence}\n${heldLines(text.replace(/^\n+/, '').trimEnd())}\n${fence}`;
}

/** A text whose empty lines stay as many as they are. */
export const heldLines = (text: string): string => text.replace(/^(?=\n)/gm, HOLDS_LINE);
