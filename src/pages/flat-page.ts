/** One of the paper's own pages: About, Imprint. It shows no news, so that no news changes it. */
import { languageName } from '../base/language.ts';
import { href } from '../base/paths.ts';
import type { Bodies } from '../content/bodies.ts';
import type { HtmlBytes } from '../content/html-bytes.ts';
import type { FlatPage } from '../news/flat-page.ts';
import type { TranslationView } from './article.ts';
import type { SiteView } from './chrome.ts';
import * as structured from './crawlers/structured-data.ts';
import { type AlternateView, type PageView, pageView } from './head.ts';
import { links, pageHtml } from './links.ts';
import type { LocalPaper } from './local-paper.ts';
import { type Page, page, type Values } from './page.ts';
import { alternateViews, inOrder, sharedImage } from './share.ts';
import { type DateView, dateView, type ImageView, imageView, type LinkView } from './views.ts';

/** The data of `page.hbs`. */
export interface FlatPageView {
  readonly site: SiteView;
  readonly page: PageView;
  readonly text: FlatPageData;
  /** The text as HTML. */
  readonly body: HtmlBytes | string;
}

/** What such a page shows beside its text. */
export interface FlatPageData {
  readonly headline: string;
  readonly summary: string | null;
  /** When the text was changed last, as its author says. */
  readonly updated: DateView | null;
  readonly image: ImageView | null;
  /** The pages above it: `/about/` of `/about/team/`. */
  readonly way: readonly LinkView[];
  /** The same page in other languages. */
  readonly translations: readonly TranslationView[];
  /** Keys of the front matter that Gazeta does not read. */
  readonly extra: Readonly<Record<string, unknown>>;
}

export function flatPage(own: FlatPage, paper: LocalPaper, bodies: Bodies): Page {
  const { edition, settings, site } = paper;
  const { path, address } = own;
  const { origin } = settings;
  const above = pagesAbove(own, paper);
  const slices = {
    site,
    text: paper.slice(`page ${path}`, () => flatPageData(own, above, paper)),
    body: paper.slice(
      `body ${path}`,
      () => bodies.waiting(own),
      () => own.fileMark,
    ),
    links: paper.slice(`links ${path}`, () => [...links(own, edition, settings)]),
    share: paper.slice(`share ${path}`, () =>
      origin === null
        ? null
        : { image: sharedImage(own, origin, edition, settings), article: null },
    ),
    structured: paper.slice(`structured ${path}`, () =>
      structured.flatPageData(own, above, settings).map(structured.scriptJson),
    ),
    alternates: paper.slice(`languages ${path}`, () => alternates(own, paper)),
  };
  const view = ({ text, ...values }: Values<typeof slices>): FlatPageView => ({
    site: values.site,
    page: pageView('page', address, settings, {
      title: text.headline,
      description: text.summary ?? '',
      language: own.language,
      alternates: values.alternates,
      structured: values.structured,
      share: values.share,
    }),
    text,
    body: pageHtml(values.body, new Map(values.links)),
  });
  return page('page', address, slices, view, path);
}

function flatPageData(own: FlatPage, above: readonly FlatPage[], paper: LocalPaper): FlatPageData {
  const { edition, settings } = paper;
  const { base } = settings;
  const { title, summary, updated, image, language, extra } = own;
  return {
    headline: title,
    summary,
    updated: updated === null ? null : dateView(updated, language, settings),
    image: imageView(own, image, edition, settings),
    way: above.map((one) => ({ name: one.title, href: href(base, one.address) })),
    translations: versionsOf(own, paper).map((one) => ({
      name: languageName(one.language),
      language: one.language,
      href: href(base, one.address),
    })),
    extra,
  };
}

/** Pages in whose folder one is, the outermost first. */
function pagesAbove({ address }: FlatPage, { local }: LocalPaper): readonly FlatPage[] {
  return local.flatPages
    .filter((one) => address !== one.address && address.startsWith(one.address))
    .sort((a, b) => a.address.length - b.address.length);
}

/** The other languages' versions of a page, in the order of the paper's languages. */
function versionsOf(own: FlatPage, { edition }: LocalPaper): readonly FlatPage[] {
  const { version, language } = own;
  if (version === null) return [];
  const all = edition.locales
    .flatMap(({ flatPages }) => flatPages)
    .filter((one) => one.version === version);
  const firsts = all.filter((one) => one === all.find((other) => other.language === one.language));
  return firsts.includes(own) ? firsts.filter((one) => one.language !== language) : [];
}

/** The versions of a page in all languages, its own too. */
function alternates(own: FlatPage, paper: LocalPaper): readonly AlternateView[] {
  const { settings } = paper;
  const versions = inOrder([own, ...versionsOf(own, paper)]);
  const [{ prefix }] = settings.locales;
  const main = versions.find(({ locale }) => locale.prefix === prefix) ?? own;
  return alternateViews(versions, main, ({ address }) => address, settings);
}
