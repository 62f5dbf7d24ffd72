/** A post as the file of an article. */
import { type Diagnostic, diagnostic } from '../base/diagnostic.ts';
import type { Instant } from '../base/instant.ts';
import { languageFault } from '../base/known-languages.ts';
import { languageTag } from '../base/language.ts';
import { nameOf } from '../base/paths.ts';
import { slugify } from '../base/slug.ts';
import { listed, scalar } from '../content/front-matter-text.ts';
import type { FieldName, FieldNames } from '../news/fields.ts';
import { type AddressFacts, addresses } from './addresses-of.ts';
import { bodyOf, headlineFrom } from './body-of.ts';
import { type ExportFacts, languagesOf } from './facts.ts';
import type { Wanted } from './file-names.ts';
import { frontMatter } from './front-matter.ts';
import { instantOf, updated, written } from './moments.ts';
import { dateOf, decoded, fateOf, lineOf, metaOf, type PostDate, plain, postName } from './post.ts';
import { writerName, writersOf } from './writers.ts';
import type { WxrRecord } from './wxr.ts';

/** What the paper says of its articles, beside what the export does. */
export interface PaperFacts extends AddressFacts {
  /** Under which keys it reads what. */
  readonly fieldNames: FieldNames;
  /** Names the file of a post. */
  readonly nameFor: (wanted: Wanted) => string;
  /** Takes the place of a version in a language; false if another post has it. */
  readonly isOnlyVersion: (key: string, language: string) => boolean;
  /** What is known of the exports. */
  readonly export: ExportFacts;
  /** Where a link of a text leads now. */
  readonly placeOf: (target: string) => string;
  readonly toMarkdown: (html: string) => string;
}

/** The file of an article. */
export interface ArticleFile {
  /** Below `articles/`, without its ending: `2024/06/2024-06-05-sulmi-ne-banjske`. */
  readonly path: string;
  readonly text: string;
  readonly isDraft: boolean;
  /** When readers see it; null if that is not known. */
  readonly date: Instant | null;
  readonly findings: readonly Diagnostic[];
  /** Names of shortcodes that stay in its text. */
  readonly left: ReadonlySet<string>;
  /** True if its lead picture is not in the exports, and if a block is not that it shares with others. */
  readonly lacksPicture: boolean;
  readonly lacksBlock: boolean;
}

/** Makes the file. */
export function articleOf(item: WxrRecord, paper: PaperFacts): ArticleFile {
  const findings: Diagnostic[] = [];
  const left = new Set<string>();
  const date = dateOf(item, 'wp:post_date');
  let lacksBlock = false;
  const body = bodyOf(item, paper.export, paper.toMarkdown, {
    shortcode: (name) => left.add(name),
    block: () => {
      lacksBlock = true;
    },
  });
  const title = lineOf(item, 'title') || headlineFrom(body);
  const named = title === '' ? `number ${item.text('wp:post_id').trim()}` : `"${title}"`;
  if (lineOf(item, 'title') === '')
    findings.push(
      diagnostic(
        'import/title',
        item.place,
        `the post ${named} has no headline`,
        'It has one that was made of its text. Write a better one.',
      ),
    );
  const isHidden = fateOf(item) === 'draft';
  if (date === null && !isHidden)
    findings.push(
      diagnostic(
        'import/date',
        item.place,
        `the post ${named} has no date`,
        'It is a draft now. Write its date, and take out the line "draft: true".',
      ),
    );
  const isDraft = isHidden || date === null;
  const instant = date === null ? null : instantOf(date, paper.timezone);
  const id = slugify(item.text('wp:post_id'));
  const slug = slugify(postName(item)) || slugify(title) || `post-${id}`;
  const path = paper.nameFor({ ...pathsOf(item, date, slug), id });
  const { section: own, others } = paper.export.sections.of(item);
  const lang = languageIn(item, paper);
  const lead = picture(item, paper);
  const place = {
    // What the file is called is its slug, which of two of one name is another.
    slug: nameOf(path).slice(date === null ? 0 : date.local.indexOf('T') + 1),
    instant,
    section: own,
    lang,
    isDraft,
    tell: (problem: string, help: string) =>
      findings.push(diagnostic('import/address', item.place, `the post ${named} ${problem}`, help)),
  };
  const key = translations(item);
  const isVersion = key !== '' && (isDraft || paper.isOnlyVersion(key, lang ?? languageOf(paper)));
  if (key !== '' && !isVersion)
    findings.push(
      diagnostic(
        'import/translations',
        item.place,
        `the post ${named} is a second version of one article in one language`,
        'It stands for itself. To join it with the others, give it the line "translations:" that they have, and a "lang:" of its own.',
      ),
    );
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
    ['translations', isVersion ? scalar(key) : null],
    ...addresses(item, place, paper),
    ['priority', item.text('wp:is_sticky').trim() === '1' ? '1' : null],
    ['draft', isDraft ? 'true' : null],
  ];
  const front = frontMatter(
    said.flatMap(([field, value]) => (value === null ? [] : [[field, value] as const])),
    paper.fieldNames,
  );
  return {
    path,
    text: `${front}\n${body === '' ? '' : `${body}\n`}`,
    isDraft,
    date: instant,
    findings,
    left,
    lacksBlock,
    lacksPicture: lead === null && /^[1-9]/.test(metaOf(item, '_thumbnail_id')),
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

/** What the desk wrote for lists, else for search engines (Yoast SEO, Rank Math). */
function summary(item: WxrRecord): string | null {
  const text =
    lineOf(item, 'excerpt:encoded') ||
    [metaOf(item, '_yoast_wpseo_metadesc'), metaOf(item, 'rank_math_description')]
      .filter((one) => !PLACEHOLDER.test(one))
      .map(plain)
      .find((one) => one !== '');
  return text === undefined ? null : scalar(text);
}

/** What these plugins fill in: `%%excerpt%%`, `%title%`. */
const PLACEHOLDER = /%%|%[a-z_]+(?:\([^()]*\))?%/;

/** The lead picture. */
function picture(item: WxrRecord, { export: facts, placeOf }: PaperFacts): string | null {
  const found = facts.uploads.get(metaOf(item, '_thumbnail_id'));
  if (found === undefined || found.url === '') return null;
  const src = placeOf(found.url);
  const parts = [
    `src: ${JSON.stringify(src)}`,
    found.alt === '' ? null : `alt: ${JSON.stringify(found.alt)}`,
    found.caption === '' ? null : `caption: ${JSON.stringify(found.caption)}`,
  ].filter((part) => part !== null);
  return `{${parts.join(', ')}}`;
}

const languageOf = ({ locales }: PaperFacts): string => locales[0].language;

/** Its language, where that is not the paper's. */
function languageIn(item: WxrRecord, paper: PaperFacts): string | null {
  const [text = ''] = languagesOf(item);
  if (text === '' || languageFault(text) !== null) return null;
  const tag = languageTag(text);
  return tag === languageOf(paper) ? null : tag;
}

/** What joins it with its other languages; empty if it has none. */
const translations = (item: WxrRecord): string =>
  item.terms.find(({ domain }) => domain === 'post_translations')?.nicename ?? '';
