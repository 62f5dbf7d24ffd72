/** `gazeta new`: the file of an article, in the folder of its section. Its name begins with the day on which readers see it. */
import { type Instant, isoLocal } from '../base/instant.ts';
import { nameOf } from '../base/paths.ts';
import { slugify } from '../base/slug.ts';
import { suggest } from '../base/suggest.ts';
import { list, minutes, scalar } from '../content/front-matter-text.ts';
import type { NewsSettings } from '../news/article.ts';
import { findSection, type Section, section, sectionNames } from '../news/section.ts';
import type { Parsed } from './arguments.ts';
import type { FieldLines } from './field-lines.ts';
import type { NewFile } from './new-file.ts';
import { UsageError } from './world.ts';

export function newArticle(
  headline: string,
  options: Parsed<'new'>['values'],
  { now, embargo }: { now: Instant; embargo: Instant | null },
  keys: FieldLines,
  { sections, timezone, flash }: NewsSettings,
): NewFile {
  const own = options.section === undefined ? null : sectionOf(options.section, sections);
  const day = isoLocal(embargo ?? now, timezone).slice(0, 10);
  return {
    folder: own === null ? 'articles/' : `articles/${own.slug}/`,
    name: `${day}-${slugify(headline) || 'article'}`,
    lines: [
      keys.line('title', scalar(headline)),
      keys.line('date', minutes(now, timezone)),
      embargo === null ? null : keys.line('publish', minutes(embargo, timezone)),
      own === null ? null : keys.line('section', scalar(own.names.join(' / '))),
      keys.line('tags', list(options.flash ? [flash.tag] : [])),
      keys.line('authors', list(options.author === undefined ? [] : [options.author])),
      keys.line('summary', ''),
      options.lang === undefined ? null : keys.line('lang', options.lang),
    ],
    hides({ articles }, path) {
      const bare = (one: string) => nameOf(one).replace(/\.[^.]+$/, '');
      const name = bare(path);
      for (let row = 0; row < articles.size; row++)
        if (bare(articles.at(row).path) === name) return true;
      return false;
    },
  };
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
