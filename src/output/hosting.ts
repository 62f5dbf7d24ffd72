/** What the paper's host is told beside the pages: old and withdrawn addresses, and headers. */
import type { Files } from '../base/files.ts';
import type { Address, OutPath } from '../base/paths.ts';
import type { HtmlMode } from '../content/html.ts';
import type { HostFiles } from '../host/files.ts';
import { headersFile } from '../host/headers.ts';
import { redirectFiles } from '../host/redirects.ts';
import { HOSTS, type HostName } from '../host/table.ts';
import { markOf } from '../memo/mark.ts';
import type { Redirect } from '../news/redirect.ts';
import type { OutputFile } from './collect.ts';

/** What the host is told. */
export interface Hosting extends Omit<HostFiles, 'files'> {
  readonly files: readonly OutputFile[];
  /** Files of `public/` that these take up. */
  readonly taken: ReadonlySet<string>;
}

/** What it is made from. */
export interface HostingSettings {
  readonly host: HostName;
  /** The path of the paper's url, or empty. */
  readonly base: string;
  readonly html: HtmlMode;
}

/** The site's own `public/_redirects` counts before ours, its `public/_headers` in place of ours. */
export function hosting(
  redirects: readonly Redirect[],
  gone: readonly Address[],
  { host, base, html }: HostingSettings,
  files: Files,
  site: string,
  publicFiles: { has(file: string): boolean },
): Hosting {
  const own = 'public/_redirects';
  const source = publicFiles.has(own) ? files.read(`${site}/${own}`) : null;
  const text = source === null ? null : new TextDecoder().decode(source);
  const made = redirectFiles(host, redirects, { base, gone, own: text });
  const headers =
    HOSTS[host].headers !== null && !publicFiles.has('public/_headers')
      ? [{ path: '_headers', text: headersFile({ base, html }) }]
      : [];
  const jekyll =
    HOSTS[host].jekyll && !publicFiles.has('public/.nojekyll')
      ? [{ path: '.nojekyll', text: '' }]
      : [];
  return {
    files: [...made.files, ...headers, ...jekyll].map((file) => ({
      out: file.path as OutPath,
      maker: `the file "${file.path}"`,
      key: markOf(file.text),
      bytes: () => new TextEncoder().encode(file.text),
    })),
    asPages: made.asPages,
    taken: new Set(made.files.map(({ path }) => `public/${path}`)),
    lines: made.lines,
    bytes: made.bytes,
  };
}
