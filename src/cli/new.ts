/** `gazeta new`: an article file with filled front matter, at the right place. */
import { isoLocal } from '../base/instant.ts';
import { languageFault } from '../base/known-languages.ts';
import { nameOf } from '../base/paths.ts';
import { slugify } from '../base/slug.ts';
import { suggest } from '../base/suggest.ts';
import { CONFIG_FILE, openSite } from '../config.ts';
import { discover, sourceTrees } from '../content/discover.ts';
import { list, minutes, scalar } from '../content/front-matter-text.ts';
import type { FieldName, FieldNames } from '../news/fields.ts';
import { findSection, type Section, section, sectionNames } from '../news/section.ts';
import type { Parsed } from './arguments.ts';
import { tellFindings } from './findings.ts';
import { readNow, readTime } from './moment.ts';
import { UsageError, type World } from './world.ts';

/** Runs the command; returns the exit code. */
export function newCommand({ values: options, positionals }: Parsed<'new'>, world: World): number {
  const { files, printer } = world;
  const headline = positionals.join(' ').replace(/\s+/g, ' ').trim();
  if (headline === '')
    throw new UsageError('a headline is missing: gazeta new "Bridge opens after ten years"');
  const unknown = options.lang === undefined ? null : languageFault(options.lang);
  if (unknown !== null)
    throw new UsageError(
      `--lang "${options.lang}" ${unknown.problem}, such as ${unknown.meant ?? 'sq or sr-Latn'}`,
    );

  const site = world.resolve(options.site ?? '.');
  const { config, diagnostics } = openSite(files, site);
  // The first article of a paper makes the folder; a folder without either is the wrong one.
  const isPaper = files.kind(`${site}/${CONFIG_FILE}`) === 'file';
  const errors = diagnostics.filter(
    ({ severity, code }) => severity === 'error' && !(isPaper && code === 'site/articles'),
  );
  if (errors.length > 0) {
    tellFindings(world, errors, true);
    return 2;
  }
  const now = readNow(options.now, site, world);
  const embargo =
    options.embargo === undefined ? null : readTime('--embargo', options.embargo, site, world);
  if (embargo !== null && embargo <= now)
    throw new UsageError(`--embargo "${options.embargo}" has passed`);
  const { sections, timezone, flash } = config.news;
  const own = options.section === undefined ? null : sectionOf(options.section, sections);

  const day = isoLocal(embargo ?? now, timezone).slice(0, 10);
  const keys = new Keys(config.news.fieldNames);
  const text = [
    '---',
    keys.line('title', scalar(headline)),
    keys.line('date', minutes(now, timezone)),
    embargo === null ? null : keys.line('publish', minutes(embargo, timezone)),
    own === null ? null : keys.line('section', scalar(own.names.join(' / '))),
    keys.line('tags', list(options.flash ? [flash.tag] : [])),
    keys.line('authors', list(options.author === undefined ? [] : [options.author])),
    keys.line('summary', ''),
    options.lang === undefined ? null : keys.line('lang', options.lang),
    keys.flag('draft'),
    '---',
    '',
    '',
  ].filter((line) => line !== null);
  const folder = own === null ? 'articles' : `articles/${own.slug}`;
  const name = `${day}-${slugify(headline) || 'article'}`;
  const file = create(world, site, folder, name, new TextEncoder().encode(text.join('\n')));
  printer.out(options.json ? JSON.stringify({ exitCode: 0, file }, null, 2) : `${site}/${file}`);
  if (!options.json)
    printer.message(
      `It is a draft. Take out the line "${keys.flag('draft')}" when it is finished.`,
    );
  return 0;
}

/** Makes the file under a name that no article has; of two articles with one name one would hide the other. */
function create(
  { files }: World,
  site: string,
  folder: string,
  name: string,
  bytes: Uint8Array,
): string {
  const { articles } = discover(sourceTrees(files, site, 1));
  const nameAt = (row: number) => nameOf(articles.at(row).path).replace(/\.[^.]+$/, '');
  const taken = new Set(Array.from({ length: articles.size }, (_, row) => nameAt(row)));
  for (let number = 1; ; number++) {
    const own = number === 1 ? name : `${name}-${number}`;
    const path = `${folder}/${own}.md`;
    if (!taken.has(own) && files.create(`${site}/${path}`, bytes)) return path;
  }
}

function sectionOf(name: string, declared: readonly Section[] | null): Section {
  if (declared === null) return section(sectionNames(name));
  const found = findSection(name, declared);
  if (found !== null) return found;
  const names = declared.map((one) => one.names.join(' / '));
  const meant = suggest(name, names);
  throw new UsageError(
    `"${name}" is not a section of this paper.${meant === null ? '' : ` Did you mean "${meant}"?`} The sections are ${names.join(', ')}`,
  );
}

/** The keys under which this paper's files have their fields. */
class Keys {
  constructor(private readonly names: FieldNames) {}

  /** A line of front matter; null if the paper reads the field under no key of its own. */
  line(field: FieldName, value: string): string | null {
    const key = this.key(field);
    return key === null ? null : `${key.key}: ${value}`.trimEnd();
  }

  /** The line that says yes to a flag, `draft: true` or `published: false`. */
  flag(field: FieldName): string | null {
    const key = this.key(field);
    return key === null ? null : `${key.key}: ${key.negated ? 'false' : 'true'}`;
  }

  private key(field: FieldName): { key: string; negated: boolean } | null {
    for (const candidate of this.names[field])
      if ('key' in candidate && !candidate.key.includes('.')) return candidate;
    return null;
  }
}
