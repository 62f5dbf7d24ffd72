/** The site.yaml of a new paper, with comments. */
import { scalar } from '../../content/front-matter-text.ts';
import type { HostName } from '../../host/table.ts';
import { EXAMPLE_URL } from './questions.ts';

export interface SettingsFacts {
  readonly title: string;
  readonly language: string;
  readonly sections: readonly string[];
  readonly timezone: string;
  readonly url: string;
  readonly host: HostName;
  /** What the paper is, in a sentence; absent if nobody has said it yet. */
  readonly description?: string;
  /** Its other languages. */
  readonly languages?: readonly string[];
  /** Addresses of an earlier site that are those of no article, and where they lead. */
  readonly redirects?: Readonly<Record<string, string>>;
  /** The pattern of addresses, where it is not the usual one. */
  readonly permalink?: string;
}

/** The text of the file. */
export function settingsText(facts: SettingsFacts): string {
  return `# yaml-language-server: $schema=node_modules/gazeta/schema/site.json

# Settings of the paper. Change a value, save, and build again. These are the first ones;
# node_modules/gazeta/docs/settings.md has them all.

# The name of the paper, as it stands in the masthead and in the feeds.
title: ${scalar(facts.title)}

# What the paper is, in a sentence: for feeds and search engines.
${facts.description ? `description: ${scalar(facts.description)}` : '# description: News of the region'}

# Its public address. Pages, feeds and sitemaps say it in full.${
    facts.url === EXAMPLE_URL ? '\n# THIS ONE IS AN EXAMPLE: change it before you publish.' : ''
  }
url: ${address(facts.url)}

# Its language, as in BCP 47: dates, words of the theme and the order of names follow it.
language: ${scalar(facts.language)}
${languagesText(facts)}
# The times in articles are local times of this zone.
timezone: ${scalar(facts.timezone)}

${permalinkText(facts.permalink)}${sectionsText(facts.sections)}
# A page on which readers search all articles, and its index.
surfaces:
  search: true

# Where it is published: any, cloudflare-pages, netlify, github-pages, gitlab-pages, nginx or caddy.
# It decides how old addresses redirect; see node_modules/gazeta/docs/hosting.md.
host: ${facts.host}
${redirectsText(facts.redirects)}`;
}

function languagesText({ language, languages = [] }: SettingsFacts): string {
  if (languages.length === 0) return '';
  return `languages: [${[language, ...languages].map(scalar).join(', ')}]\n`;
}

function redirectsText(redirects: SettingsFacts['redirects'] = {}): string {
  const lines = Object.entries(redirects).map(([from, to]) => `  ${path(from)}: ${path(to)}`);
  if (lines.length === 0) return '';
  return `
# Addresses that lists and feeds had on the earlier site, and where they lead now.
redirects:
${lines.join('\n')}
`;
}

/** An address within the site. */
const path = (text: string): string => (/^[\w./-]+$/.test(text) ? text : JSON.stringify(text));

function permalinkText(permalink: string | undefined): string {
  if (permalink === undefined) return '';
  return `# The addresses of articles.
permalink: ${JSON.stringify(permalink)}

`;
}

function sectionsText(sections: readonly string[]): string {
  if (sections.length === 0)
    return `# The sections, in the order of the menu. Without this list they are those that articles name.
# sections: [News, Sport]
`;
  return `# The sections, in the order of the menu. An article names its section as it is spelled here;
# letter case and accents do not matter. One can have a colour: {name: ${scalar(sections[0] ?? '')}, color: red}.
sections:
${sections.map((name) => `  - ${scalar(name)}`).join('\n')}
`;
}

/** An address needs no quotes in YAML unless it has signs that mean something there. */
function address(url: string): string {
  return /^https?:\/\/[\w./~-]+$/.test(url) ? url : JSON.stringify(url);
}
