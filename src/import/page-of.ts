/** A page of WordPress, such as About and Imprint, as a file of the paper's own pages. */
import { type Diagnostic, diagnostic } from '../base/diagnostic.ts';
import { type Address, address } from '../base/paths.ts';
import { slugify } from '../base/slug.ts';
import { listed, scalar } from '../content/front-matter-text.ts';
import type { FieldName } from '../news/fields.ts';
import { localeOf } from '../news/locale.ts';
import { addressesIn } from '../pages/addresses.ts';
import { type Claimant, placed } from './addresses-of.ts';
import { keyOf } from './front-matter.ts';
import { languageOf, translationsOf } from './language-of.ts';
import { fileText, type MadeFile, type PaperFacts } from './made-file.ts';
import { dateFault, instantOf, written } from './moments.ts';
import { addressAt, fileAt, languageAt } from './page-file.ts';
import type { PagePlace } from './page-places.ts';
import { dateOf, fateOf, identityOf, lineOf } from './post.ts';
import { lacksPicture, picture, summary } from './teaser-of.ts';
import { wordsOf } from './words-of.ts';
import type { WxrRecord } from './wxr.ts';

/** What the paper says of its pages. */
interface PageFacts extends PaperFacts {
  /** Addresses that lead on from site.yaml. */
  readonly former: readonly Address[];
}

/** Makes the file, below `pages/`; or tells, where there is something to tell, why the page is left out. */
export function pageOf(
  item: WxrRecord,
  at: PagePlace,
  paper: PageFacts,
): MadeFile | { readonly leftOut: readonly Diagnostic[] } {
  const path = pathIn(languageOf(item), at, paper);
  if (isHome(path, paper)) return { leftOut: [homeFault(item)] };
  const words = wordsOf(item, 'page', paper);
  const { title, body, named, left, lacksBlock } = words;
  if (body === '' && leadsOn(path, paper)) return { leftOut: [] };

  const findings: Diagnostic[] = [...words.findings];
  const when = appearance(item, named, paper);
  findings.push(...when.findings);
  const isDraft = when.field === 'draft' || fateOf(item) === 'draft';
  const tell = (problem: string, help: string) =>
    findings.push(diagnostic('import/address', item.place, `${named} ${problem}`, help));
  const { place, aliases, wanted } = placesOf(item, path, { isDraft, tell }, paper);
  const former = aliases.map((one) => fileAt(one.place));
  const file = paper.nameFor({ ...wanted, former });
  const inFolder = languageAt(file, paper);
  const language = languageOf(item) ?? inFolder;
  const isUsual = place === addressAt(file, language, paper);
  const version = translationsOf(item, { named, language, isDraft }, paper.isOnlyVersion);
  findings.push(...version.findings);
  if (body === '' && !isDraft) findings.push(textFault(item, named, file, place, language, paper));
  const lead = picture(item, paper.export, paper.placeOf);
  // When it was changed last is not said: WordPress counts whatever was saved, a menu or the settings of a plugin, and of a
  // text that holds for years readers take it as a word of its authors.
  const said: readonly (readonly [FieldName, string | null])[] = [
    ['title', scalar(title || 'Untitled')],
    [when.field, when.written],
    ['summary', summary(item)],
    ['image', lead],
    ['lang', language === inFolder ? null : language],
    ['translations', version.key === null ? null : scalar(version.key)],
    ['permalink', isUsual ? null : scalar(place)],
    ['aliases', listed(aliases.map((one) => one.written))],
    ['draft', isDraft ? 'true' : null],
  ];
  return {
    ...{ path: file, text: fileText(said, body, paper), isDraft, date: when.instant, findings },
    ...{ left, lacksBlock, lacksPicture: lacksPicture(item, lead) },
  };
}

/** Where it was. What no link tells is among the pages of its language. */
function pathIn(language: string | null, { path, isLinked }: PagePlace, paper: PaperFacts): string {
  if (isLinked || language === null) return path;
  const { prefix } = localeOf(language, paper.locales);
  return path.startsWith(`${prefix}/`) ? path : prefix + path;
}

/** The address of a page and its former ones, and its file as it would be if no other had it. */
function placesOf(item: WxrRecord, path: string, own: Claimant, { claims }: PaperFacts) {
  const usual = address(`/${fileAt(path)}/`);
  const { place: had, aliases } = placed(item, { path, usual }, own, claims);
  const place = had ?? usual;
  // Not the number alone: `contact-2` is what WordPress itself calls a second page of one name.
  const id = `id${slugify(item.text('wp:post_id'))}`;
  // A draft takes the file of none that readers see.
  const isTaken = own.isDraft && claims.ownerOf(place, identityOf(item)) !== null;
  const wanted = isTaken ? `${fileAt(place)}-${id}` : fileAt(place);
  return { place, aliases, wanted: { path: wanted, id } };
}

/** When a page appears that is to come; all others were always there. One that cannot say when is a draft. */
function appearance(item: WxrRecord, named: string, { fieldNames, timezone }: PaperFacts) {
  const none = { written: null, instant: null, findings: [] };
  if (item.text('wp:status').trim() !== 'future') return { ...none, field: 'date' as const };
  const date = dateOf(item, 'wp:post_date');
  if (date === null)
    return {
      ...{ ...none, field: 'draft' as const },
      findings: fateOf(item) === 'draft' ? [] : [dateFault(item, named)],
    };
  const field = (['date', 'publish'] as const).find((one) => keyOf(one, fieldNames) !== null);
  const time = written(date, timezone);
  if (field !== undefined)
    return { ...none, field, written: time, instant: instantOf(date, timezone) };
  const found = diagnostic(
    'import/date',
    item.place,
    `${named} is to appear at ${time}, and no key of the paper can say that`,
    'It is a draft now. Give date a name under fields in site.yaml, such as date: [date], and write that in the place of "draft: true".',
  );
  return { ...none, field: 'draft' as const, findings: [found] };
}

/** True at the root of the paper, and of each of its languages. */
const isHome = (path: string, { locales }: PaperFacts): boolean =>
  locales.some(({ prefix }) => path.replace(/\/?$/, '/').toLowerCase() === `${prefix}/`);

function homeFault(item: WxrRecord): Diagnostic {
  const title = lineOf(item, 'title');
  const named = title === '' ? `number ${item.text('wp:post_id').trim()}` : `"${title}"`;
  return diagnostic(
    'import/address',
    item.place,
    `the page ${named} is the home page of the old site, and the paper has its own there`,
    `It was left out. What of its text is to stay can be a page, pages/${slugify(title) || 'welcome'}.md; what the home page shows is theme: home: in site.yaml.`,
  );
}

/** True if the paper itself says where the address leads: what was empty there was replaced. */
const leadsOn = (path: string, { former }: PageFacts): boolean =>
  former.some((one) => one.toLowerCase() === path.replace(/\/?$/, '/').toLowerCase());

/** WordPress fills some pages by itself: with the list of posts, or what a template of the old theme holds. */
function textFault(
  item: WxrRecord,
  named: string,
  file: string,
  place: Address,
  language: string,
  { locales }: PaperFacts,
): Diagnostic {
  const { latest } = addressesIn(localeOf(language, locales).prefix);
  return diagnostic(
    'import/text',
    item.place,
    `${named} has no text in the export`,
    `Write it in pages/${file}.md. If WordPress listed the news there, remove that file, and lead readers on in site.yaml: redirects: {"${place}": ${latest}}.`,
  );
}
