/** What a new paper needs so that its host publishes it, and builds it again when time has changed it. One table. */
import type { HostName } from '../table.ts';
import { CLOUDFLARE_PAGES } from './cloudflare-pages.ts';
import { GITHUB_PAGES } from './github-pages.ts';
import { GITLAB_PAGES } from './gitlab-pages.ts';
import { NETLIFY } from './netlify.ts';
import { RSYNC, rsync } from './rsync.ts';

/** Where a new paper may be published: a host, or by rsync a server of which nothing is known. */
export type Start = HostName | 'rsync';

/** Files to be written into a new paper. */
export interface Workflow {
  /** The host, as site.yaml names it. */
  readonly host: HostName;
  /** By path; the first one says in its comments what is to be done once. */
  readonly files: Readonly<Record<string, string>>;
}

/** What each start of a paper brings. */
export const WORKFLOWS: Readonly<Record<Start, Workflow>> = {
  any: { host: 'any', files: {} },
  'github-pages': { host: 'github-pages', files: GITHUB_PAGES },
  'gitlab-pages': { host: 'gitlab-pages', files: GITLAB_PAGES },
  netlify: { host: 'netlify', files: NETLIFY },
  'cloudflare-pages': { host: 'cloudflare-pages', files: CLOUDFLARE_PAGES },
  rsync: { host: 'any', files: RSYNC },
  nginx: {
    host: 'nginx',
    files: rsync(
      `# nginx reads the list of old addresses when it is reloaded. Take out the mark of this line where
# you may do so on the server; docs/hosting.md of Gazeta has a whole configuration.
# ssh "\${TARGET%%:*}" 'nginx -t && nginx -s reload'`,
    ),
  },
  caddy: {
    host: 'caddy',
    files: rsync(
      `# Caddy reads the list of old addresses when it is reloaded. Take out the mark of this line where
# you may do so on the server; docs/hosting.md of Gazeta has a whole Caddyfile.
# ssh "\${TARGET%%:*}" 'caddy reload --config /etc/caddy/Caddyfile'`,
    ),
  },
};

/** Their names, in the order in which they are offered. */
export const STARTS = Object.keys(WORKFLOWS) as Start[];
