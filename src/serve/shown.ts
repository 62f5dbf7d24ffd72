/** What readers would see of a paper at an instant: any page or file of it by its address, made when it is asked for. */
import { adminFiles } from '../admin/files.ts';
import type { Diagnostic } from '../base/diagnostic.ts';
import { once } from '../base/once.ts';
import { type Address, href, type OutPath, outPath } from '../base/paths.ts';
import type { Mark } from '../memo/mark.ts';
import type { Memo } from '../memo/memo.ts';
import type { Part } from '../memo/parts.ts';
import type { Article } from '../news/article.ts';
import type { Edition } from '../news/edition.ts';
import type { FlatPage } from '../news/flat-page.ts';
import type { RegisteredArticle } from '../news/registered.ts';
import { assets } from '../output/assets.ts';
import type { OutputFile } from '../output/collect.ts';
import { placeOf } from '../output/manifest.ts';
import { ICONS } from '../pages/icons.ts';
import type { Planned } from '../pages/page.ts';
import type { PaperOptions } from '../paper.ts';
import { type Renderer, renderer } from '../render/render.ts';
import type { Theme } from '../render/theme.ts';
import { hostFiles, pageKeys, plannedPages } from '../stages/making.ts';
import type { Facts } from '../stages/seeing.ts';
import type { Workforce } from '../work/workforce.ts';
import { type SizeMaker, sizedPictures } from './sized-pictures.ts';

/** A page as it was made. */
export interface ShownPage {
  readonly kind: Planned['kind'];
  readonly address: Address;
  readonly out: OutPath;
  /** What it is made of: an article's file, or the kind of page in words. */
  readonly maker: string;
  /** Null if its template failed; `faults` tells how. */
  readonly bytes: Uint8Array | null;
  readonly faults: readonly Diagnostic[];
  /** What stands for all that it is made from, by names. */
  readonly parts: readonly Part[];
}

/** What is at an address. */
export type Found =
  | { readonly is: 'page'; readonly page: ShownPage }
  | { readonly is: 'file'; readonly out: OutPath; readonly bytes: Uint8Array }
  /** It is elsewhere now, at an address as links to it are written. */
  | { readonly is: 'moved'; readonly to: string }
  /** A file that it is made from cannot be read. */
  | { readonly is: 'unread'; readonly fault: Diagnostic }
  | { readonly is: 'nothing' };

/** An edition whose pages can be looked at. */
export interface Shown {
  readonly edition: Edition;
  /** What is wrong with the templates whatever the page, and with the editor. */
  readonly faults: { readonly diagnostics: readonly Diagnostic[] };
  /** What a host would give for the path of an address, without the base of the paper. */
  find(path: string): Found;
  /** The page for addresses at which nothing is. */
  notFound(): ShownPage | null;
  /** The article of a file; null if it has none. */
  article(file: string): ShownArticle | null;
  /** The article of a file with a content; null if there is none. */
  articleWith(content: Mark): ShownArticle | null;
  /** The page of the paper that a file is, else the one with that content, if readers see it. */
  flatPage(file: string, content: Mark | undefined): FlatPage | null;
  /** Files that are published as they are, by what stands for their contents. */
  files(): ReadonlyMap<OutPath, Mark>;
}

const ICON_FILES: ReadonlySet<string> = new Set(
  Object.values(ICONS).map(({ address }) => outPath(address)),
);

/** An article, the HTML of its text, and what stands for its file. */
export interface ShownArticle {
  readonly article: Article;
  readonly text: string;
  readonly content: Mark;
}

/** What it is made from. */
interface Sources {
  readonly edition: Edition;
  readonly facts: Facts;
  readonly hands: Workforce;
  readonly theme: Theme;
  /** The paper's icon in all its forms. Drawing them takes a second. */
  readonly icons: () => readonly OutputFile[];
  readonly sizeOf: SizeMaker;
}

export function shown(
  { edition, facts, hands, theme, icons, sizeOf }: Sources,
  options: PaperOptions,
  memo: Memo,
): Shown {
  const { files, site, version } = options;
  const { config, shelf, register } = facts;
  const { base, rail, surfaces } = config.pages;
  const hosted = hostFiles(edition, config, files, site, shelf);
  const redirects = hosted.asPages;
  const pages = { edition, config, bodies: hands.bodies, shelf, theme, version, redirects, memo };
  const keys = pageKeys(pages);
  const editor = adminFiles(
    options,
    config,
    facts.people,
    theme,
    hosted.files,
    Number.POSITIVE_INFINITY,
  );
  const drawing: Renderer = renderer(theme, base, rail, memo, config.helpers);
  const known = drawing.diagnostics.length;

  const iconAt = (out: OutPath) => icons().find((one) => one.out === out);

  const byPlace = once(() => new Map([...plannedPages(pages)].map((one) => [one.place, one])));
  const plannedAt = (out: OutPath): Planned | null => byPlace().get(placeOf(out)) ?? null;
  const copies = once((): Map<OutPath, OutputFile> => {
    const all = [
      ...assets(edition, files, site, shelf, theme, hosted.taken, Number.POSITIVE_INFINITY),
      ...editor.files,
      ...(surfaces.pictures ? sizedPictures(edition.pictures(), shelf, sizeOf) : []),
    ];
    return new Map(all.map((one) => [one.out, one]));
  });

  const made = (planned: Planned): ShownPage => {
    const page = planned.make();
    const before = drawing.diagnostics.length;
    const bytes = drawing.render(page);
    const { kind, address, out, maker } = page;
    // A fault that another page showed before is told once.
    const faults =
      bytes === null ? drawing.diagnostics.slice(known) : drawing.diagnostics.slice(before);
    return {
      kind,
      address,
      out,
      maker,
      bytes: bytes?.slice() ?? null,
      faults,
      parts: keys.parts(planned),
    };
  };
  const pageAt = (out: OutPath): ShownPage | null => {
    const planned = plannedAt(out);
    const page = planned === null ? null : made(planned);
    // Hosts tell letters of both cases apart.
    return page?.out === out ? page : null;
  };
  const fileAt = (out: OutPath): Found | null => {
    const file = copies().get(out) ?? (ICON_FILES.has(out) ? iconAt(out) : undefined);
    if (file !== undefined) return { is: 'file', out, bytes: file.bytes() };
    const page = pageAt(out);
    return page === null ? null : { is: 'page', page };
  };
  const articleOf = (article: RegisteredArticle | null): ShownArticle | null => {
    if (article === null) return null;
    const text = hands.bodies.of(article).map((part) => (typeof part === 'string' ? part : ' '));
    const content = register.columns.content[article.row] as Mark;
    return { article, text: text.join(''), content };
  };
  const moved = new Map(edition.redirects.map(({ from, to }) => [from, to]));

  return {
    edition,
    faults: { diagnostics: [...drawing.diagnostics, ...editor.diagnostics] },
    find(path) {
      const isFolder = path.endsWith('/');
      const there = fileAt(outPath(path as Address));
      if (there !== null) return there;
      const folder = (isFolder ? path : `${path}/`) as Address;
      const to = moved.get(path as Address) ?? moved.get(folder);
      if (to !== undefined) return { is: 'moved', to: href(base, to) };
      if (!isFolder && fileAt(outPath(folder)) !== null)
        return { is: 'moved', to: href(base, folder) };
      return { is: 'nothing' };
    },
    notFound: () => pageAt('404.html' as OutPath),
    article: (file) => articleOf(register.byPath(file)),
    articleWith(content) {
      const { columns, articles } = register;
      return articleOf(articles.find(({ row }) => columns.content[row] === content) ?? null);
    },
    flatPage(file, content) {
      const { flatPages } = edition;
      return (
        flatPages.find(({ path }) => path === file) ??
        flatPages.find(({ fileMark }) => fileMark === content) ??
        null
      );
    },
    files: () => new Map([...copies()].map(([out, { key }]) => [out, key])),
  };
}
