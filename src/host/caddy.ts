/**
 * Old and withdrawn addresses as lines to import within a site of a Caddyfile.
 *
 * "map", caddyserver.com/docs/caddyfile/directives/map: the first input that equals the decoded path
 * counts. "Caddyfile concepts", /docs/caddyfile/concepts: `{...}` is a placeholder even in quotes, and
 * `{$...}` is replaced before anything else is read. Tried with Caddy 2.6.
 */
import { compareText } from '../base/diagnostic.ts';
import type { Redirect } from '../news/redirect.ts';
import type { HostFile, HostInput } from './files.ts';
import { allForms, location } from './forms.ts';

const PATH = '_host/redirects.caddy';
const COMMENT = '# Written by Gazeta at each build, to import in a site of a Caddyfile.';

/**
 * Caddy goes through a map from its top, and only when its value is asked for. So the long one is asked
 * for what is not there only. The query is kept: newsletters count their readers with it.
 */
const MOVED = [
  'map {query} {gazeta_query} {',
  '\t"" ""',
  '\tdefault "?{query}"',
  '}',
  '@gazeta_moved not vars {gazeta_to} ""',
  '@gazeta_folder {',
  '\tpath */',
  '\tnot file {path}index.html',
  '}',
  'route @gazeta_folder {',
  '\tredir @gazeta_moved {gazeta_to}{gazeta_query} 301',
  '}',
  '@gazeta_file {',
  '\tnot path */',
  '\tnot file {path}',
  '}',
  'route @gazeta_file {',
  '\tredir @gazeta_moved {gazeta_to}{gazeta_query} 301',
  '}',
];
const GONE = ['@gazeta_gone vars {gazeta_gone} 1', 'error @gazeta_gone 410'];

export function caddyFiles(
  rules: readonly Redirect[],
  { base, gone }: HostInput,
): { files: readonly HostFile[]; asPages: readonly Redirect[] } {
  const moved = rules.flatMap(({ from, to }) =>
    allForms(base, from).map((form): Entry => [form, location(base, to)]),
  );
  const withdrawn = gone.flatMap((one) => allForms(base, one)).map((form): Entry => [form, '1']);
  const lines = [
    COMMENT,
    ...(moved.length > 0 ? [...mapOf('gazeta_to', moved), ...MOVED] : []),
    ...(withdrawn.length > 0 ? [...mapOf('gazeta_gone', withdrawn), ...GONE] : []),
  ];
  return { files: [{ path: PATH, text: `${lines.join('\n')}\n` }], asPages: [] };
}

/** What is asked for, and the value of the map. */
type Entry = readonly [string, string];

function mapOf(name: string, entries: readonly Entry[]): readonly string[] {
  const outputs = new Map<string, string>();
  for (const [form, output] of entries) {
    const input = quoted(form);
    if (!outputs.has(input)) outputs.set(input, output);
  }
  return [
    `map {path} {${name}} {`,
    ...[...outputs].map(([input, output]) => `\t${input} "${output}"`).sort(compareText),
    '\tdefault ""',
    '}',
  ];
}

/** A path as an input of map; with a brace it is a regular expression, where braces can be escaped. */
function quoted(form: string): string {
  const text = /[{}]/.test(form) ? `~^${form.replace(SPECIAL, escaped)}$` : form;
  return `"${text.replace(/"/g, '\\"')}"`;
}

const SPECIAL = /[\\^$.*+?()[\]{}|]/g;

function escaped(c: string): string {
  return c === '{' ? '\\x7b' : c === '}' ? '\\x7d' : `\\${c}`;
}
