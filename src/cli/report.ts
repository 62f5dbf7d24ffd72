/** Findings and results as text. The one place where messages get their form. */
import {
  CODES,
  type Code,
  type Diagnostic,
  type Place,
  type Severity,
} from '../base/diagnostic.ts';
import { isoNotBefore } from '../base/instant.ts';
import type { BuildResult } from '../build.ts';
import { isPageFile } from '../content/pages-folder.ts';

/** Paints a text; the identity where colour is not wanted. */
export type Paint = (style: 'red' | 'yellow' | 'cyan' | 'bold' | 'dim', text: string) => string;

export const plain: Paint = (_, text) => text;

const STYLES = { red: 31, yellow: 33, cyan: 36, bold: 1, dim: 2 } as const;

export const coloured: Paint = (style, text) => `\u001b[${STYLES[style]}m${text}\u001b[0m`;

const SEVERITY_STYLE = { error: 'red', warning: 'yellow', notice: 'cyan' } as const;

/**
 * A finding as people read it:
 *
 *     articles/kfor.md:4:7 error article/date: "2026-02-30" is not a day of the calendar
 *       4 | date: 2026-02-30
 *         |       ^^^^^^^^^^
 *       February 2026 has 28 days. Write the date as 2026-02-28 or 2026-02-28T09:00.
 */
export function formatDiagnostic(found: Diagnostic, paint: Paint = plain): string {
  const { place, file, severity, code, message, help } = found;
  const where = visible(place === null ? file : `${file}:${place.line}:${place.column}`);
  const head = [
    where === '' ? '' : `${paint('bold', where)} `,
    paint(SEVERITY_STYLE[severity], severity),
    ` ${code}: ${visible(message)}`,
  ].join('');
  const lines = [head];
  if (place !== null) {
    const { text, mark } = excerpt(place);
    const gutter = ' '.repeat(String(place.line).length);
    lines.push(
      `${place.line} | ${visible(text)}`,
      `${gutter} | ${mark.indent}${paint(SEVERITY_STYLE[severity], '^'.repeat(mark.length))}`,
    );
  }
  if (help !== '') lines.push(...help.split('\n').map(visible));
  return lines.map((line, at) => (at === 0 ? line : `  ${line}`.trimEnd())).join('\n');
}

/**
 * With pictures in the place of signs that would move the cursor, change colours or ring: what an author wrote is shown and not
 * done by the terminal. Tabs stay. No longer and no shorter, so that marks stand where they stood.
 */
function visible(text: string): string {
  return text.replace(CONTROLS, (sign) => {
    const code = sign.charCodeAt(0);
    return code < 0x20 ? String.fromCharCode(0x2400 + code) : code === 0x7f ? '\u2421' : '\ufffd';
  });
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it looks for
const CONTROLS = /[\0-\x08\n-\x1f\x7f-\x9f]/g;

/** The most units of a line that are shown; a paragraph is often one line. */
const EXCERPT = 100;

/** The part of a line around a place, and where to mark it. */
function excerpt({ text, column, length }: Place): {
  text: string;
  mark: { indent: string; length: number };
} {
  const start = text.length <= EXCERPT ? 0 : Math.max(0, column - 1 - EXCERPT / 4);
  const end = Math.min(text.length, start + EXCERPT);
  const shown = [start > 0 ? '…' : '', text.slice(start, end), end < text.length ? '…' : ''].join(
    '',
  );
  // Tabs stay tabs in front of the mark, so that it stands under its text in any terminal.
  const before = (start > 0 ? '…' : '') + text.slice(start, column - 1);
  return {
    text: shown,
    mark: {
      indent: before.replace(/[^\t]/g, ' '),
      length: Math.max(1, Math.min(length, end - column + 1)),
    },
  };
}

/** How many findings of one code are told; the rest are counted. Errors are told all. */
const TOLD = 10;

/** All errors, and of each kind of warning and notice the first few. */
export function formatDiagnostics(diagnostics: readonly Diagnostic[], paint: Paint): string[] {
  const told = new Map<Code, number>();
  const texts: string[] = [];
  for (const found of diagnostics) {
    const number = (told.get(found.code) ?? 0) + 1;
    told.set(found.code, number);
    if (found.severity === 'error' || number <= TOLD) texts.push(formatDiagnostic(found, paint));
  }
  for (const [code, number] of told)
    if (CODES[code][0] !== 'error' && number > TOLD)
      texts.push(`… and ${number - TOLD} more ${code} (--json lists all of them)`);
  return [...texts, ...errorsByKind(diagnostics)];
}

/** Where many errors are of one kind, the few others among them: each kind once, the rarest first. */
function errorsByKind(diagnostics: readonly Diagnostic[]): string[] {
  const kinds = new Map<Code, Diagnostic[]>();
  for (const found of diagnostics) {
    if (found.severity !== 'error') continue;
    const same = kinds.get(found.code);
    if (same === undefined) kinds.set(found.code, [found]);
    else same.push(found);
  }
  const rarest = [...kinds].sort(([, a], [, b]) => a.length - b.length);
  if (rarest.length < 2 || (rarest.at(-1)?.[1].length ?? 0) <= TOLD) return [];
  const lines = rarest.map(([code, [first, ...others]]) => {
    const { place = null, file = '' } = first ?? {};
    const where = visible(place === null ? file : `${file}:${place.line}`);
    return `  ${others.length + 1} ${code}${others.length > 0 ? ', first' : ''} in ${where}`;
  });
  return [['Errors by kind, the rarest first:', ...lines].join('\n')];
}

/** "2 errors, 1 warning", leaving out what there is none of. */
export function countFindings(diagnostics: readonly Diagnostic[]): string {
  const count = (severity: Severity, many: string) => {
    const number = diagnostics.filter((d) => d.severity === severity).length;
    return number === 0 ? [] : [`${number} ${number === 1 ? severity : many}`];
  };
  return [...count('error', 'errors'), ...count('warning', 'warnings')].join(', ');
}

/** The outcome of a build in a few lines. `out` is the folder as the user would write it, `took` milliseconds. */
export function formatResult(
  result: Pick<
    BuildResult,
    'changes' | 'nextChange' | 'articles' | 'heldBack' | 'takenOff' | 'paper'
  >,
  out: string,
  took: number | null = null,
): string {
  const { changes, nextChange, articles, heldBack, takenOff, paper } = result;
  if (changes === null) return `Nothing was published; ${out} is as it was.`;
  const { written, removed, unchanged } = changes;
  const lines = [
    `Published ${count(articles, 'article')} to ${out}: ${count(written.length, 'file')} written, ${removed.length} removed, ${unchanged} unchanged${took === null ? '' : `, in ${duration(took)}`}.`,
  ];
  if (heldBack.length > 0 && takenOff.length > 0)
    lines.push(`Off the site now: ${[count(takenOff.length, 'page'), ...takenOff].join('\n  ')}`);
  if (heldBack.length > 0)
    lines.push(
      `Held back: ${[count(heldBack.length, nounOf(heldBack)), ...heldBack].join('\n  ')}`,
    );
  if (nextChange !== null)
    lines.push(
      `The next change comes by itself at ${isoNotBefore(nextChange, paper.timezone)}; build again then.`,
    );
  return lines.join('\n');
}

/** "812 ms", "1.2 s". */
export function duration(milliseconds: number): string {
  return milliseconds < 1000
    ? `${Math.round(milliseconds)} ms`
    : `${(milliseconds / 1000).toFixed(1)} s`;
}

/** The outcome of a build as data (`--json`). */
export function jsonResult(result: BuildResult, exitCode: number): object {
  const { changes, diagnostics, nextChange, articles, heldBack, takenOff, paper, out } = result;
  return {
    exitCode,
    out,
    articles,
    takenOff,
    heldBack,
    changes,
    nextChange: nextChange === null ? null : isoNotBefore(nextChange, paper.timezone),
    diagnostics,
  };
}

/** The exit code of a build: 3 if it went on in spite of errors, else that of its worst error. */
export function exitCodeOf({ complete, diagnostics }: BuildResult): number {
  const codes = diagnostics.filter((d) => d.severity === 'error').map((d) => exitCode(d.code));
  return complete && codes.length > 0 ? 3 : Math.max(0, ...codes);
}

const USAGE: ReadonlySet<Code> = new Set([
  'plugin/load',
  'plugin/value',
  'site/articles',
  'output/overlap',
  'output/foreign',
]);

function exitCode(code: Code): number {
  if (code.startsWith('config/') || USAGE.has(code)) return 2;
  return code === 'output/file' ? 74 : 1;
}

/** A path as it is written in the folder `here`. */
export function namedFrom(here: string, path: string): string {
  return path.startsWith(`${here}/`) ? path.slice(here.length + 1) : path;
}

/** The output folder, so named. */
export function outNamedFrom(here: string, out: string): string {
  const name = namedFrom(here, out);
  return name === out ? out : `${name}/`;
}

/** A name as a shell takes it. */
export function quoted(name: string): string {
  return /^[\w./-]+$/.test(name) ? name : `'${name.replaceAll("'", "'\\''")}'`;
}

/** What files are: articles, pages, or some of both. */
export function nounOf(files: readonly string[]): 'article' | 'page' | 'file' {
  const pages = files.filter(isPageFile).length;
  return pages === 0 ? 'article' : pages === files.length ? 'page' : 'file';
}

/** "1 file", "2 files". */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
