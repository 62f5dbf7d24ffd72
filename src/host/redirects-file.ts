/** `_redirects`, the file of Netlify that Cloudflare Pages and GitLab Pages read too. */
import { compareText } from '../base/diagnostic.ts';
import type { Address } from '../base/paths.ts';
import type { Redirect } from '../news/redirect.ts';
import type { HostFiles, HostInput } from './files.ts';
import { formsOf, location } from './forms.ts';
import type { Host, Limits, RuleForm } from './table.ts';

const PATH = '_redirects';
const COMMENT = '# The lines below are written by Gazeta at each build.';

/** `*` and `:name` in an old address would make it a pattern. */
const PATTERN = /\*|:[a-z]/i;

/** All that splits a line in the readers of the hosts: JavaScript's `\s`, and NEL for Go. */
const BLANK = /[\s\u0085]/;

/** The site's own lines, the redirects, and withdrawn addresses where the host has 410. */
export function redirectsFile(
  host: Host,
  rules: readonly Redirect[],
  { base, gone, own }: HostInput,
): HostFiles {
  const form = host.ruleForm;
  if (form === null) throw new Error(`${host.title} reads no ${PATH}`);
  const [first, last] = ownLines(own ?? '', form);
  const taken = new Set([...first, ...last].filter(isRule).map((line) => keyOf(line, form)));
  const sheet = emptySheet(host.limits, [...first, ...last, COMMENT], first.filter(isRule).length);

  /** True if all of it is said now or by the site itself, false if it cannot be. */
  const put = (forms: readonly string[], to: string, status: string): boolean => {
    const lines = linesOf(forms, to, status, form);
    return lines?.every(fitsLine) === true && sheet.add(lines.filter(isFresh));
  };
  const fitsLine = (line: string) => line.length <= (host.limits.ruleCharacters ?? line.length);
  const isFresh = (line: string) => !taken.has(keyOf(line, form));

  const written: Redirect[] = [];
  let full = false;
  for (const { from, to } of rules) {
    const { plain } = formsOf(base, from);
    if (full) break;
    if (put(plain, target(base, to), '301')) written.push({ from, to });
    else full = linesOf(plain, target(base, to), '301', form)?.every(fitsLine) === true;
  }
  const said = new Set<Address>(written.map(({ from }) => from));
  const withdrawn = host.gone === PATH ? gone : [];
  for (const one of withdrawn) put(formsOf(base, one).plain, location(base, one), '410!');
  // `/old/index.html` is asked for least, so it gets the room that is left.
  for (const { from, to } of written) put(formsOf(base, from).index, target(base, to), '301');
  for (const one of withdrawn) put(formsOf(base, one).index, location(base, one), '410!');

  const ours = [...sheet.lines].sort(compareText);
  const all = [...first, ...(ours.length > 0 ? [COMMENT, ...ours] : []), ...last];
  const text = all.map((line) => `${line}\n`).join('');
  return {
    files: text === '' ? [] : [{ path: PATH, text }],
    asPages: rules.filter(({ from }) => !said.has(from)),
    lines: sheet.count(),
    bytes: Buffer.byteLength(text),
  };
}

/** Lines gathered as long as they keep within the limits, of which `others` have used some. */
function emptySheet(limits: Limits, others: readonly string[], rules: number) {
  const lines: string[] = [];
  let bytes = sizeOf(others);
  return {
    lines,
    count: () => rules + lines.length,
    /** Takes all of the lines or none. */
    add: (more: readonly string[]): boolean => {
      const count = rules + lines.length + more.length;
      const size = bytes + sizeOf(more);
      if (count > (limits.rules ?? count) || size > (limits.redirectBytes ?? size))
        return more.length === 0;
      lines.push(...more);
      bytes = size;
      return true;
    },
  };
}

function sizeOf(lines: readonly string[]): number {
  return lines.reduce((sum, line) => sum + Buffer.byteLength(line) + 1, 0);
}

/** The address of a page's folder: Cloudflare Pages refuses rules that lead to `/index.html`. */
function target(base: string, to: Address): string {
  return location(base, to).replace(/\/index\.html$/, '/');
}

/** The lines for the forms of one old address; null if it cannot be said in this file. */
function linesOf(
  forms: readonly string[],
  to: string,
  status: string,
  { slash, names }: RuleForm,
): readonly string[] | null {
  const asked = slash === 'either' ? forms.slice(0, 1) : forms;
  const froms = asked.map((one) => (names === 'encoded' ? encodeURI(one) : one));
  // Where names are compared decoded, "%" in one would still be read as an escape.
  const unsayable = (from: string) =>
    BLANK.test(from) || PATTERN.test(from) || (names === 'decoded' && from.includes('%'));
  return froms.some(unsayable) ? null : froms.map((from) => `${from} ${to} ${status}`);
}

function isRule(line: string): boolean {
  return line.trim() !== '' && !line.trim().startsWith('#');
}

/** What a line is about, so that the site's own rules are not said again. */
function keyOf(line: string, { slash }: RuleForm): string {
  const from = line.trim().split(/\s+/)[0] ?? '';
  return slash === 'either' && from.length > 1 ? from.replace(/\/$/, '') : from;
}

/**
 * The site's own lines before and after ours. Ours come after them, but before the first pattern where
 * the host counts all that follows a pattern as one; there exact rules win over patterns anyway.
 */
function ownLines(own: string, form: RuleForm): readonly [readonly string[], readonly string[]] {
  if (own.trim() === '') return [[], []];
  const lines = own.replace(/\r\n?/g, '\n').replace(/\n+$/, '').split('\n');
  const at = lines.findIndex((line) => isRule(line) && PATTERN.test(keyOf(line, form)));
  if (!form.patternsLast || at < 0) return [lines, []];
  return [lines.slice(0, at), lines.slice(at)];
}
