/**
 * What each static host wants and how much it takes. One table, read by everything in this room.
 *
 * The sources stand at each host; all were read in November 2026. `null` is "no limit known".
 * A limit that is smaller on the free plan is the free plan's: who pays knows it.
 */

/** The hosts that Gazeta knows; `any` is one of which nothing is assumed. */
export type HostName =
  | 'any'
  | 'cloudflare-pages'
  | 'netlify'
  | 'github-pages'
  | 'gitlab-pages'
  | 'nginx'
  | 'caddy';

/** How a host is told of old addresses; `pages` is tiny HTML pages, which every host serves. */
export type RedirectForm = 'pages' | '_redirects' | 'nginx-map' | 'caddy';

/** How a host reads the old address of a line of `_redirects`. */
export interface RuleForm {
  /** Whether a rule for `/old/` is also one for `/old`. */
  readonly slash: 'exact' | 'either';
  /** Whether the address is compared percent-encoded or decoded. */
  readonly names: 'encoded' | 'decoded';
  /** Whether rules with `*` or `:name` must stand after all others. */
  readonly patternsLast: boolean;
}

/** Sizes count in bytes. */
export interface Limits {
  readonly files: number | null;
  readonly filesInFolder: number | null;
  readonly fileBytes: number | null;
  readonly siteBytes: number | null;
  /** Lines of `_redirects` without `*` and `:name`. */
  readonly rules: number | null;
  readonly ruleCharacters: number | null;
  readonly redirectBytes: number | null;
  readonly headerRules: number | null;
  readonly headerCharacters: number | null;
}

export interface Host {
  /** Its name in messages. */
  readonly title: string;
  readonly redirects: RedirectForm;
  readonly ruleForm: RuleForm | null;
  /** How withdrawn addresses answer 410; null if the host cannot, and they answer 200. */
  readonly gone: Exclude<RedirectForm, 'pages'> | null;
  /**
   * How it reads a file `_headers` in which two rules for one address name the same header: it joins them, unless the
   * second takes the first out with a `!`, or it takes the second. Null if it reads no such file.
   */
  readonly headers: 'joined' | 'second' | null;
  /** Whether it leaves out folders that begin with `_` unless there is a file `.nojekyll`. */
  readonly jekyll: boolean;
  readonly limits: Limits;
}

const NO_LIMITS: Limits = {
  files: null,
  filesInFolder: null,
  fileBytes: null,
  siteBytes: null,
  rules: null,
  ruleCharacters: null,
  redirectBytes: null,
  headerRules: null,
  headerCharacters: null,
};

const MIB = 1024 * 1024;
const GB = 1_000_000_000;

export const HOSTS: Readonly<Record<HostName, Host>> = {
  any: {
    title: 'an unknown host',
    jekyll: false,
    redirects: 'pages',
    ruleForm: null,
    gone: null,
    headers: null,
    limits: NO_LIMITS,
  },

  // Limits: "Limits", developers.cloudflare.com/pages/platform/limits/ (free plan; paid plans have
  // 100,000 files). Redirects: "Redirects", /pages/configuration/redirects/ (1,000 characters a line,
  // statuses 200 and 30x only, so no 410; they win over files). Headers: "Headers",
  // /pages/configuration/headers/. 404: "Serving Pages", /pages/configuration/serving-pages/. That a
  // rule without `*` is compared with the encoded path letter for letter, and that after the first
  // rule with `*` or `:name` all others count among the 100 of that kind: the published source of the
  // asset server and of the parser, github.com/cloudflare/workers-sdk (pages-shared/asset-server,
  // workers-shared/utils/configuration). The 100 KB of `_redirects` are not in the documents: a site
  // that grew over them reported that the rest was dropped in silence (wppoland.com, "Cloudflare
  // _redirects 100KB cap"); not verified, but harmless if wrong, since more redirects become pages.
  'cloudflare-pages': {
    title: 'Cloudflare Pages',
    jekyll: false,
    redirects: '_redirects',
    ruleForm: { slash: 'exact', names: 'encoded', patternsLast: true },
    gone: null,
    headers: 'joined',
    limits: {
      ...NO_LIMITS,
      files: 20_000,
      fileBytes: 25 * MIB,
      rules: 2_000,
      ruleCharacters: 1_000,
      redirectBytes: 100_000,
      headerRules: 100,
      headerCharacters: 2_000,
    },
  },

  // Files in a folder: "Site deploys overview", docs.netlify.com/site-deploys/overview/. Redirects:
  // "Redirects and rewrites", /routing/redirects/ (case-sensitive, url-encoded; from 10,000 on the
  // deploy might fail) and "Redirect options", /routing/redirects/redirect-options/ (the slash at the
  // end does not matter; any status may be given; a file wins over a rule unless its status has "!").
  // 410: the documents do not name it; Netlify's support calls `/foo /410.html 410` "a valid redirect
  // and http status code that netlify otherwise supports" (github.com/netlify/netlify-playground/issues/22),
  // and others measured it (github.com/pomerium/documentation/pull/1510). A forced rule to its own
  // address is the form of their support guide, `/page /page 200! Role=admin`. 404: only the one at
  // the root is found without a rule. Not found: a limit of a file's size, of rules in `_headers`.
  netlify: {
    title: 'Netlify',
    jekyll: false,
    redirects: '_redirects',
    ruleForm: { slash: 'either', names: 'encoded', patternsLast: false },
    gone: '_redirects',
    headers: 'second',
    limits: { ...NO_LIMITS, filesInFolder: 54_000, rules: 10_000 },
  },

  // "GitHub Pages limits", docs.github.com/en/pages/getting-started-with-github-pages/github-pages-limits.
  // It has neither `_redirects` nor `_headers`, and one 404.html at the root. Git takes no file above
  // 100 MiB; that concerns only sites published from a branch, so it is not here.
  'github-pages': {
    title: 'GitHub Pages',
    jekyll: true,
    redirects: 'pages',
    ruleForm: null,
    gone: null,
    headers: null,
    limits: { ...NO_LIMITS, siteBytes: GB },
  },

  // Redirects: "GitLab Pages redirects", docs.gitlab.com/user/project/pages/redirects/ (1,000 rules,
  // 64 KB, statuses 200, 301 and 302, files win, the project's path belongs in front). Site: "GitLab.com
  // settings", docs.gitlab.com/user/gitlab_com/ (1 GB). 200,000 files and folders: gitlab.com/gitlab-org/
  // gitlab/-/issues/405048 and /500273; each page has a folder, so half of that are pages. That the old
  // address is compared decoded and without the slash at its end: the daemon's source,
  // internal/redirects/redirects.go and matching.go. Whether 404.html in a folder is honoured was not
  // found; the documents name the one at the root only. A self-managed GitLab may have other limits.
  'gitlab-pages': {
    title: 'GitLab Pages',
    jekyll: false,
    redirects: '_redirects',
    ruleForm: { slash: 'either', names: 'decoded', patternsLast: false },
    gone: null,
    headers: null,
    limits: {
      ...NO_LIMITS,
      files: 100_000,
      siteBytes: GB,
      rules: 1_000,
      redirectBytes: 64_000,
    },
  },

  // Tried with nginx 1.22 (tests/host.test.ts). The limits of a map's keys: host/nginx.ts.
  nginx: {
    title: 'nginx',
    jekyll: false,
    redirects: 'nginx-map',
    ruleForm: null,
    gone: 'nginx-map',
    headers: null,
    limits: NO_LIMITS,
  },

  // Tried with Caddy 2.6 (tests/host.test.ts).
  caddy: {
    title: 'Caddy',
    jekyll: false,
    redirects: 'caddy',
    ruleForm: null,
    gone: 'caddy',
    headers: null,
    limits: NO_LIMITS,
  },
};
