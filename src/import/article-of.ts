/** A post as the file of an article. */
import { type Diagnostic, diagnostic } from '../base/diagnostic.ts';
import { hash } from '../base/hash.ts';
import { type Instant, isInstantFault, readInstant } from '../base/instant.ts';
import { languageFault } from '../base/known-languages.ts';
import { languageTag } from '../base/language.ts';
import { type Address, address, addressFault, nameOf, pageFault } from '../base/paths.ts';
import { slugify } from '../base/slug.ts';
import { list, scalar } from '../content/front-matter-text.ts';
import { fromPattern } from '../news/address.ts';
import type { FieldName, FieldNames } from '../news/fields.ts';
import { cutHeadline } from '../news/headline.ts';
import { type Locales, localeOf } from '../news/locale.ts';
import { section } from '../news/section.ts';
import type { Claims } from './claims.ts';
import { type ExportFacts, languagesOf, pagePath } from './facts.ts';
import type { Wanted } from './file-names.ts';
import { frontMatter } from './front-matter.ts';
import { hasBlocks, withParagraphs } from './paragraphs.ts';
import {
  dateOf,
  decoded,
  fateOf,
  identityOf,
  lineOf,
  metaOf,
  type PostDate,
  plain,
  postName,
} from './post.ts';
import { withoutShortcodes } from './shortcodes.ts';
import type { WxrRecord } from './wxr.ts';
import { shows } from './zone.ts';

/** What the paper says of its articles, beside what the export does. */
export interface PaperFacts {
  readonly timezone: string;
  readonly permalink: string;
  readonly locales: Locales;
  /** Under which keys it reads what. */
  readonly fieldNames: FieldNames;
  readonly claims: Claims;
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
  /** True if its lead picture is not in the exports. */
  readonly lacksPicture: boolean;
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

/** The instant, as the file says it. */
function instantOf(date: PostDate, zone: string): Instant | null {
  const reading = readInstant(written(date, zone), zone);
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
  const offset = (Date.parse(`${local}Z`) - instant) / 60_000;
  const isOffset = Math.abs(offset) <= 14 * 60 && offset % 15 === 0;
  if (!isOffset) return new Date(instant).toISOString().replace(/\.\d+Z$/, 'Z');
  const two = (number: number) => String(Math.floor(number)).padStart(2, '0');
  const size = Math.abs(offset);
  return `${short}${offset < 0 ? '-' : '+'}${two(size / 60)}:${two(size % 60)}`;
}

/** When it was changed last, if that was later. */
function updated(item: WxrRecord, first: Instant | null, zone: string): string | null {
  const modified = dateOf(item, 'wp:post_modified');
  const last = modified === null ? null : instantOf(modified, zone);
  if (modified === null || first === null || last === null) return null;
  return last < first + 60_000 ? null : written(modified, zone);
}

function listed(items: readonly string[]): string | null {
  const own = [...new Map(items.map((item) => [item.toLowerCase(), item])).values()];
  return own.length === 0 ? null : list(own);
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
  return all.map(withoutMail).filter((name) => name !== '');
}

/** Who logs in with an address of mail is named by what stands before its host. */
const withoutMail = (name: string): string => name.replace(/^([^\s@]+)@[^\s@]+\.[^\s@]+$/, '$1');

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

interface Own {
  readonly slug: string;
  readonly instant: Instant | null;
  readonly section: readonly string[] | null;
  readonly lang: string | null;
  readonly isDraft: boolean;
  readonly tell: (problem: string, help: string) => void;
}

/** Its address where the paper's pattern gives another, and its former ones. */
function addresses(
  item: WxrRecord,
  own: Own,
  paper: PaperFacts,
): (readonly [FieldName, string | null])[] {
  const { claims } = paper;
  const post = identityOf(item);
  const link = pagePath(item.text('link').trim(), paper.export.own);
  const path = link === '/' ? null : link;
  const fault = path === null ? null : pageFault(path);
  const usual = usualAddress(own, paper);
  const had = path === null || fault !== null ? usual : address(path);
  const place = had === null || own.isDraft ? had : freeAddress(had, post, own, claims);
  if (place !== null && !own.isDraft) claims.take(place, post);

  const aliases = former(item, had, usual, own, paper);
  // A page cannot be there, but it can lead on from there.
  if (path !== null && fault !== null && addressFault(path) === null)
    aliases.push({ written: path, place: address(path) });
  else if (path !== null && fault !== null)
    own.tell(
      `cannot have its address ${path}, which ${fault}`,
      'Links to it from elsewhere lead nowhere.',
    );
  const kept = own.isDraft
    ? aliases
    : aliases.filter(({ place: alias }) => {
        const isFree = claims.ownerOf(alias, post) === null;
        if (isFree) claims.take(alias, post);
        return isFree && alias.toLowerCase() !== place?.toLowerCase();
      });
  return [
    ['permalink', place === null || place === usual ? null : scalar(place)],
    ['aliases', listed(kept.map(({ written }) => written))],
  ];
}

/** The address that the paper's pattern gives. */
function usualAddress(own: Own, paper: PaperFacts): Address | null {
  if (own.instant === null) return null;
  const { prefix } = localeOf(own.lang ?? languageOf(paper), paper.locales);
  return address(prefix + fromPattern(own.slug, partsOf(own, own.instant, paper)));
}

const partsOf = ({ section: names }: Own, published: Instant, paper: PaperFacts) => ({
  published,
  section: names === null ? null : section(names),
  permalink: paper.permalink,
  timezone: paper.timezone,
});

/** The address that a post had, or, where that is another's, one beside it. */
function freeAddress(had: Address, post: string, own: Own, claims: Claims): Address {
  const owner = claims.ownerOf(had, post);
  if (owner === null) return had;
  const [, before = '/', name = 'post', end = '/'] =
    /^(.*\/)([^/]+?)(\/|\.[^./]+)$/.exec(had) ?? [];
  const id = slugify(post.split(' ')[0] ?? '');
  // Beside it there may be no place either, as among the pages of tags; the number of the post is nobody else's.
  const place =
    [`${before}${name}-2${end}`, `/${slugify(name) || 'post'}-${id}/`, `/post-${id}-${hash(post)}/`]
      .filter((one) => addressFault(one) === null)
      .map(address)
      .find((one) => claims.ownerOf(one, post) === null) ?? address(`/${hash(had + post)}/`);
  own.tell(
    `cannot have its address ${had}, which is that ${owner}`,
    `It is at ${place} now. Another address is a line "permalink:" in it.`,
  );
  return place;
}

/** Addresses under its former slugs. */
function former(
  item: WxrRecord,
  had: Address | null,
  usual: Address | null,
  own: Own,
  paper: PaperFacts,
): { written: string; place: Address }[] {
  const slugs = new Set((item.meta.get('_wp_old_slug') ?? []).map((slug) => decoded(slug.trim())));
  return [...slugs].flatMap((slug) => {
    if (slug === '' || had === null) return [];
    const isPlain = slugify(slug) === slug;
    if (had === usual && isPlain && own.instant !== null) {
      const place = usualAddress({ ...own, slug }, paper);
      return place === null || place === usual ? [] : [{ written: slug, place }];
    }
    const whole = `${had.replace(/[^/]*\/?$/, '')}${slug}/`;
    if (addressFault(whole) !== null || address(whole) === had) return [];
    return [{ written: whole, place: address(whole) }];
  });
}
