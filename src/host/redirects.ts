/**
 * The files that tell a host of old and of withdrawn addresses. What does not fit in them comes back:
 * those become tiny HTML pages, which every host serves.
 */
import { address, isPageAddress, type OutPath, outPath } from '../base/paths.ts';
import type { Redirect } from '../news/redirect.ts';
import { caddyFiles } from './caddy.ts';
import type { HostFiles, HostInput } from './files.ts';
import { nginxFiles } from './nginx.ts';
import { redirectsFile } from './redirects-file.ts';
import { HOSTS, type HostName } from './table.ts';

/** `rules` are given with the newest first: above a host's limit the newest are rules. */
export function redirectFiles(
  name: HostName,
  rules: readonly Redirect[],
  input: HostInput,
): HostFiles {
  const made = filesOf(name, rules, input);
  return { ...made, asPages: made.asPages.map(asPage) };
}

/** A redirect where it can be a page: else in a folder of that name, to which hosts send those who ask without the slash. */
function asPage({ from, to }: Redirect): Redirect {
  return { from: isPageAddress(from) ? from : address(`${from}/`), to };
}

function filesOf(name: HostName, rules: readonly Redirect[], input: HostInput): HostFiles {
  const host = HOSTS[name];
  const distinct = firstOfEach(rules);
  switch (host.redirects) {
    case 'pages':
      return { files: [], asPages: distinct, lines: 0, bytes: 0 };
    case '_redirects':
      return redirectsFile(host, distinct, input);
    case 'nginx-map':
      return { ...nginxFiles(distinct, input), lines: 0, bytes: 0 };
    case 'caddy':
      return { ...caddyFiles(distinct, input), lines: 0, bytes: 0 };
  }
}

/** Without those that lead to their own file, and of several from one file the newest. */
function firstOfEach(rules: readonly Redirect[]): readonly Redirect[] {
  const byFile = new Map<OutPath, Redirect>();
  for (const rule of rules) {
    const file = outPath(rule.from);
    if (file !== outPath(rule.to) && !byFile.has(file)) byFile.set(file, rule);
  }
  return [...byFile.values()];
}
