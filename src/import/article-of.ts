/** A post as the file of an article. */
import { type Diagnostic, diagnostic } from '../base/diagnostic.ts';
import { nameOf } from '../base/paths.ts';
import { slugify } from '../base/slug.ts';
import { listed, scalar } from '../content/front-matter-text.ts';
import type { FieldName } from '../news/fields.ts';
import { addresses } from './addresses-of.ts';
import type { ExportFacts } from './facts.ts';
import type { Wanted } from './file-names.ts';
import { languageOf, translationsOf } from './language-of.ts';
import { fileText, type MadeFile, type PaperFacts } from './made-file.ts';
import { dateFault, instantOf, updated, written } from './moments.ts';
import { dateOf, decoded, fateOf, type PostDate, plain, postName } from './post.ts';
import { lacksPicture, picture, summary } from './teaser-of.ts';
import { wordsOf } from './words-of.ts';
import { writerName, writersOf } from './writers.ts';
import type { WxrRecord } from './wxr.ts';

/** Makes the file, below `articles/`. */
export function articleOf(item: WxrRecord, paper: PaperFacts): MadeFile {
  const date = dateOf(item, 'wp:post_date');
  const { title, body, named, left, lacksBlock, findings: faults } = wordsOf(item, 'post', paper);
  const findings: Diagnostic[] = [...faults];
  const isHidden = fateOf(item) === 'draft';
  if (date === null && !isHidden) findings.push(dateFault(item, named));
  const isDraft = isHidden || date === null;
  const instant = date === null ? null : instantOf(date, paper.timezone);
  const id = slugify(item.text('wp:post_id'));
  const slug = slugify(postName(item)) || slugify(title) || `post-${id}`;
  const path = paper.nameFor({ ...pathsOf(item, date, slug), id });
  const { section: own, others } = paper.export.sections.of(item);
  const main = paper.locales[0].language;
  const language = languageOf(item) ?? main;
  const lang = language === main ? null : language;
  const lead = picture(item, paper.export, paper.placeOf);
  const place = {
    // What the file is called is its slug, which of two of one name is another.
    slug: nameOf(path).slice(date === null ? 0 : date.local.indexOf('T') + 1),
    instant,
    section: own,
    lang,
    isDraft,
    tell: (problem: string, help: string) =>
      findings.push(diagnostic('import/address', item.place, `${named} ${problem}`, help)),
  };
  const version = { named, language, isDraft };
  const { key, findings: doubled } = translationsOf(item, version, paper.isOnlyVersion);
  findings.push(...doubled);
  const said: readonly (readonly [FieldName, string | null])[] = [
    ['title', scalar(title || 'Untitled')],
    ['date', date === null ? null : written(date, paper.timezone)],
    ['updated', updated(item, instant, paper.timezone)],
    ['section', own === null ? null : scalar(own.join(' / '))],
    ['tags', listed([...tagsOf(item), ...others])],
    ['authors', listed(authorsOf(item, paper.export))],
    ['summary', summary(item)],
    ['image', lead],
    ['lang', lang],
    ['translations', key === null ? null : scalar(key)],
    ...addresses(item, place, paper),
    ['priority', item.text('wp:is_sticky').trim() === '1' ? '1' : null],
    ['draft', isDraft ? 'true' : null],
  ];
  return {
    ...{ path, text: fileText(said, body, paper), isDraft, date: instant, findings },
    ...{ left, lacksBlock, lacksPicture: lacksPicture(item, lead) },
  };
}

/** Where its file is, and where it would be if it had been imported before its slug or day was changed. */
function pathsOf(item: WxrRecord, date: PostDate | null, slug: string): Omit<Wanted, 'id'> {
  if (date === null) return { path: `drafts/${slug}`, former: [] };
  const pathOf = (day: string, name: string) =>
    `${day.slice(0, 7).replace('-', '/')}/${day}-${name}`;
  const own = date.local.slice(0, 10);
  const slugs = (item.meta.get('_wp_old_slug') ?? []).map((old) => slugify(decoded(old)));
  const days = (item.meta.get('_wp_old_date') ?? []).filter((day) => /^\d{4}-\d\d-\d\d$/.test(day));
  const former = [own, ...days.slice(0, FEW)].flatMap((day) =>
    [slug, ...slugs.filter((old) => old !== '').slice(0, FEW)].map((old) => pathOf(day, old)),
  );
  return { path: pathOf(own, slug), former: former.slice(1) };
}

/** Nobody renames a post more often. */
const FEW = 10;

const tagsOf = (item: WxrRecord): string[] =>
  item.terms
    .filter(({ domain }) => domain === 'post_tag' || domain === 'tag')
    .map(({ name }) => plain(name))
    .filter((name) => name !== '');

/** Its authors by name. */
const authorsOf = (item: WxrRecord, { authors }: ExportFacts): string[] =>
  writersOf(item)
    .map((writer) => writerName(writer, authors))
    .filter((name) => name !== '');
