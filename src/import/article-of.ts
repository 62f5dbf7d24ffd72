/** A post as the file of an article. */
import { type Diagnostic, diagnostic } from '../base/diagnostic.ts';
import { type Instant, isInstantFault, readInstant } from '../base/instant.ts';
import { languageFault } from '../base/known-languages.ts';
import { languageTag } from '../base/language.ts';
import { address, pageFault } from '../base/paths.ts';
import { slugify } from '../base/slug.ts';
import { list, scalar } from '../content/front-matter-text.ts';
import { fromPattern } from '../news/address.ts';
import { cutHeadline } from '../news/headline.ts';
import { section } from '../news/section.ts';
import { type ExportFacts, languagesOf, pathWithin } from './facts.ts';
import { hasBlocks, withParagraphs } from './paragraphs.ts';
import { dateOf, decoded, fateOf, lineOf, metaOf, type PostDate, plain, postName } from './post.ts';
import { withoutShortcodes } from './shortcodes.ts';
import type { WxrRecord } from './wxr.ts';
import { shows } from './zone.ts';

/** What the paper says of its articles, beside what the export does. */
export interface PaperFacts {
  readonly timezone: string;
  readonly permalink: string;
  /** The main language, and where pages of each other one stand. */
  readonly language: string;
  readonly prefixOf: (language: string) => string;
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
}

/** Makes the file. */
export function articleOf(item: WxrRecord, paper: PaperFacts): ArticleFile {
  const findings: Diagnostic[] = [];
  const left = new Set<string>();
  const date = dateOf(item, 'wp:post_date');
  const body = bodyOf(item, paper, left);
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
  const slug =
    slugify(postName(item)) || slugify(title) || `post-${item.text('wp:post_id').trim()}`;
  const { section: own, others } = paper.export.sections.of(item);
  const lang = languageIn(item, paper);
  const lines = [
    `title: ${scalar(title || 'Untitled')}`,
    date === null ? null : `date: ${written(date, paper.timezone)}`,
    updated(item, date, paper.timezone),
    own === null ? null : `section: ${scalar(own.join(' / '))}`,
    listed('tags', [...tagsOf(item), ...others]),
    listed('authors', authorsOf(item, paper.export)),
    summary(item),
    picture(item, paper),
    lang === null ? null : `lang: ${lang}`,
    translations(item),
    ...addresses(item, { slug, instant, section: own, lang }, paper),
    item.text('wp:is_sticky').trim() === '1' ? 'priority: 1' : null,
    isDraft ? 'draft: true' : null,
  ].filter((line) => line !== null);
  const day = date === null ? null : date.local.slice(0, 10);
  const folder = day === null ? 'drafts' : day.slice(0, 7).replace('-', '/');
  return {
    path: `${folder}/${day === null ? '' : `${day}-`}${slug}`,
    text: `---\n${lines.join('\n')}\n---\n\n${body === '' ? '' : `${body}\n`}`,
    isDraft,
    date: instant,
    findings,
    left,
  };
}

/** The text in Markdown. */
function bodyOf(
  item: WxrRecord,
  { export: facts, toMarkdown }: PaperFacts,
  left: Set<string>,
): string {
  const html = item.text('content:encoded');
  if (html.trim() === '') return '';
  const id = item.text('wp:post_id').trim();
  const plainHtml = withoutShortcodes(
    html,
    {
      picture: (number) => facts.uploads.get(number) ?? null,
      own: () => facts.uploadsOf.get(id) ?? [],
    },
    (name) => left.add(name),
  );
  return toMarkdown(hasBlocks(html) ? plainHtml : withParagraphs(plainHtml));
}

/** What a text without a headline begins with. */
function headlineFrom(body: string): string {
  const first = body.split('\n').find((line) => /\p{L}/u.test(line) && !/^[<!>]/.test(line)) ?? '';
  return cutHeadline(
    plain(first.replace(/\\(?=\S)|[*#`]|^- /g, '').replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')),
  );
}

/** The instant as the export tells it, else by the paper's clock. */
function instantOf({ local, instant }: PostDate, zone: string): Instant | null {
  if (instant !== null) return instant;
  const reading = readInstant(local, zone);
  return isInstantFault(reading) ? null : reading;
}

/** By the paper's clock, with the offset where that showed something else or is not clear. */
function written(date: PostDate, zone: string): string {
  const { local, instant } = date;
  const short = local.replace(/:00$/, '');
  const reading = readInstant(local, zone);
  if (instant === null) {
    if (!isInstantFault(reading)) return short;
    // An hour that the clocks skip or repeat: of both readings the earlier one.
    return /Add the offset you mean: (\S+)/.exec(reading.help)?.[1] ?? `${local}Z`;
  }
  if (shows(zone, { local, instant }) && reading === instant) return short;
  const offset = Math.round((Date.parse(`${local}Z`) - instant) / 60_000);
  const isOffset = Math.abs(offset) <= 14 * 60 && offset % 15 === 0;
  if (!isOffset) return new Date(instant).toISOString().replace(/\.\d+Z$/, 'Z');
  const two = (number: number) => String(Math.floor(number)).padStart(2, '0');
  const size = Math.abs(offset);
  return `${short}${offset < 0 ? '-' : '+'}${two(size / 60)}:${two(size % 60)}`;
}

/** When it was changed last, if that was later. */
function updated(item: WxrRecord, date: PostDate | null, zone: string): string | null {
  const modified = dateOf(item, 'wp:post_modified');
  if (modified === null || date === null) return null;
  const [first, last] = [instantOf(date, zone), instantOf(modified, zone)];
  return first === null || last === null || last < first + 60_000
    ? null
    : `updated: ${written(modified, zone)}`;
}

function listed(key: string, items: readonly string[]): string | null {
  const own = [...new Map(items.map((item) => [item.toLowerCase(), item])).values()];
  return own.length === 0 ? null : `${key}: ${list(own)}`;
}

const tagsOf = (item: WxrRecord): string[] =>
  item.terms
    .filter(({ domain }) => domain === 'post_tag' || domain === 'tag')
    .map(({ name }) => plain(name))
    .filter((name) => name !== '');

/** Its authors by name; several where a plugin for that keeps them. */
function authorsOf(item: WxrRecord, { authors }: ExportFacts): string[] {
  const several = item.terms
    .filter(({ domain }) => domain === 'author')
    .map(({ nicename, name }) => {
      const login = nicename.replace(/^cap-/, '');
      return authors.get(login) ?? authors.get(name) ?? plain(name);
    });
  const creator = item.text('dc:creator').trim();
  const all = several.length > 0 ? several : [authors.get(creator) ?? creator];
  return all.filter((name) => name !== '');
}

/** What the desk wrote for lists, else for search engines. */
function summary(item: WxrRecord): string | null {
  const text = lineOf(item, 'excerpt:encoded') || plain(metaOf(item, '_yoast_wpseo_metadesc'));
  return text === '' || text.includes('%%') ? null : `summary: ${scalar(text)}`;
}

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
  return `image: {${parts.join(', ')}}`;
}

/** Its language, where that is not the paper's. */
function languageIn(item: WxrRecord, { language }: PaperFacts): string | null {
  const [text = ''] = languagesOf(item);
  if (text === '' || languageFault(text) !== null) return null;
  const tag = languageTag(text);
  return tag === language ? null : tag;
}

/** What joins it with its other languages. */
function translations(item: WxrRecord): string | null {
  const key = item.terms.find(({ domain }) => domain === 'post_translations')?.nicename ?? '';
  return key === '' ? null : `translations: ${scalar(key)}`;
}

interface Own {
  readonly slug: string;
  readonly instant: Instant | null;
  readonly section: readonly string[] | null;
  readonly lang: string | null;
}

/** Its address where the paper's pattern gives another, and its former slugs. */
function addresses(item: WxrRecord, own: Own, paper: PaperFacts): (string | null)[] {
  const former = (item.meta.get('_wp_old_slug') ?? [])
    .map((slug) => slugify(decoded(slug)))
    .filter((slug) => slug !== '' && slug !== own.slug);
  const link = pathWithin(item.text('link').trim(), paper.export.own);
  const path = link === null || /[?#]/.test(link) || link === '/' ? null : link;
  const fault = path === null ? null : pageFault(path);
  const usual =
    own.instant === null
      ? null
      : `${own.lang === null ? '' : paper.prefixOf(own.lang)}${fromPattern(own.slug, {
          published: own.instant,
          section: own.section === null ? null : section(own.section),
          permalink: paper.permalink,
          timezone: paper.timezone,
        })}`;
  const isUsual =
    path === null || fault !== null || (usual !== null && address(path) === address(usual));
  const around = path === null ? '' : path.replace(/[^/]*\/?$/, '');
  const aliases = isUsual ? former : former.map((slug) => `${around}${slug}/`);
  // A page cannot be there, but it can lead on from there.
  if (path !== null && fault !== null && /^\/[^?#\s]+$/.test(path)) aliases.push(path);
  return [isUsual ? null : `permalink: ${scalar(path)}`, listed('aliases', aliases)];
}
