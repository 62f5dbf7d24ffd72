/**
 * Old and withdrawn addresses as the inner lines of two `map` blocks of nginx.
 *
 * "Module ngx_http_map_module", nginx.org/en/docs/http/ngx_http_map_module.html: keys are compared
 * with the decoded and normalised `$uri`, without regard to letter case, and may not stand twice; in
 * a value `$` begins a variable, and cannot be escaped. Tried with nginx 1.22.
 */
import { compareText } from '../base/diagnostic.ts';
import type { Redirect } from '../news/redirect.ts';
import type { HostFile, HostInput } from './files.ts';
import { allForms, location } from './forms.ts';

const COMMENT = '# Written by Gazeta at each build, for a map block of nginx.';

/** A longer key would need a larger map_hash_bucket_size than docs/hosting.md names (1024). */
const MAX_KEY_BYTES = 900;

/** nginx reads its configuration through a buffer of 4096 bytes, which a value has to fit in. */
const MAX_VALUE_BYTES = 4000;

export function nginxFiles(
  rules: readonly Redirect[],
  { base, gone }: HostInput,
): { files: readonly HostFile[]; asPages: readonly Redirect[] } {
  const targets = new Set(rules.flatMap(({ to }) => allForms(base, to).map(lower)));
  const fits = ({ from, to }: Redirect) =>
    allForms(base, from).every(isShort) && location(base, to).length <= MAX_VALUE_BYTES;
  const moved = rules
    .filter(fits)
    .flatMap(({ from, to }) =>
      allForms(base, from).map((form): Entry => [form, location(base, to)]),
    );
  const withdrawn = gone
    .flatMap((one) => allForms(base, one))
    .filter(isShort)
    .map((form): Entry => [form, '1']);
  return {
    files: [
      { path: '_host/gone.map', text: mapText(withdrawn, new Set()) },
      { path: '_host/redirects.map', text: mapText(moved, targets) },
    ],
    asPages: rules.filter((rule) => !fits(rule)),
  };
}

/** What is asked for, and the value of the map. */
type Entry = readonly [string, string];

/** Lines of a map. An address that differs from a target by letter case only is a regular expression. */
function mapText(entries: readonly Entry[], targets: ReadonlySet<string>): string {
  const lines = new Map<string, string>();
  for (const [form, value] of entries) {
    const exact = targets.has(lower(form));
    const key = exact ? form : lower(form);
    const text = exact ? `~^${form.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}$` : form;
    if (!lines.has(key)) lines.set(key, `${quoted(text)} ${quoted(value)};`);
  }
  return `${[COMMENT, ...[...lines.values()].sort(compareText)].join('\n')}\n`;
}

function isShort(form: string): boolean {
  return Buffer.byteLength(form) <= MAX_KEY_BYTES;
}

/** As nginx compares: it knows the letters of ASCII only. */
function lower(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

/** A text in nginx's double quotes, where only these two are special. */
function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}
