/** The pages of an edition, one after the other: those that do not stand yet are made. */
import type { Diagnostic } from '../base/diagnostic.ts';
import type { Files } from '../base/files.ts';
import type { SiteConfig } from '../config.ts';
import type { Bodies } from '../content/bodies.ts';
import type { Shelf } from '../content/shelf.ts';
import { type Mark, markOfData, mix } from '../memo/mark.ts';
import type { Memo } from '../memo/memo.ts';
import type { Edition, Redirect } from '../news/edition.ts';
import type { Maker } from '../output/claims.ts';
import { type Hosting, hosting } from '../output/hosting.ts';
import type { PublishedKind } from '../output/manifest.ts';
import type { Page, TextFile } from '../pages/page.ts';
import { plan } from '../pages/plan.ts';
import { renderer } from '../render/render.ts';
import { templateMarks } from '../render/template-marks.ts';
import { loadTheme, type Theme } from '../render/theme.ts';
import type { Survey } from '../survey.ts';

/** What the host is told. */
export function hostFiles(
  edition: Edition,
  config: SiteConfig,
  files: Files,
  site: string,
  shelf: Shelf,
): Hosting {
  const { surfaces, base } = config.pages;
  return hosting(
    surfaces.redirects ? edition.redirects : [],
    edition.withdrawn.map(({ address }) => address),
    { host: config.host, base, html: config.markdown.html },
    files,
    site,
    shelf.publicFiles,
  );
}

/** The theme of the package, with the site's own files in front. */
export function themeOf(
  files: Files,
  { site, theme }: { readonly site: string; readonly theme: string },
  config: SiteConfig,
  survey: Pick<Survey, 'theme' | 'templates'>,
  memo: Pick<Memo, 'value'>,
  settled: number,
): ReturnType<typeof loadTheme> {
  const folders = [
    { path: theme, shown: 'gazeta/templates', entries: survey.theme },
    { path: `${site}/templates`, shown: 'templates', entries: survey.templates },
  ];
  return loadTheme(files, folders, config.pages.theme, config.pages.base, memo, settled);
}

/** Where pages go. */
export interface Sink {
  /** True if the page stands as it would be made. */
  stands(place: Mark, key: Mark, kind: PublishedKind, who: () => Maker): boolean;
  /** True if this is the one to make the page of a number: several threads go through all of them. */
  isOwn(number: number): boolean;
  add(page: Page | TextFile, bytes: Uint8Array, kind: PublishedKind, key: Mark): void;
}

/** What pages are made from. */
export interface PageFacts {
  readonly edition: Edition;
  readonly config: SiteConfig;
  readonly bodies: Bodies;
  readonly shelf: Shelf;
  readonly theme: Theme;
  /** Redirects that are pages. */
  readonly redirects: readonly Redirect[];
  readonly memo: Pick<Memo, 'value'>;
}

/** Makes the pages, and tells what is wrong with their templates. */
export function makePages(
  { edition, config, bodies, shelf, theme, redirects, memo }: PageFacts,
  sink: Sink,
): { diagnostics: readonly Diagnostic[] } {
  const { base, rail } = config.pages;
  const pages = renderer(theme, base, rail, memo);
  const templates = templateMarks(theme);
  // What bodies are made with is no part of any slice.
  const bodiesMark = markOfData(config.markdown);
  let number = 0;
  for (const one of plan(edition, config.pages, bodies, redirects)) {
    number++;
    // A robots.txt of the paper's own stands in the place of ours.
    if (one.kind === 'robots' && shelf.publicFiles.has('public/robots.txt')) continue;
    const kind = one.kind === 'article' ? 'article' : 'other';
    const key = mix(templates(one.kind), bodiesMark, one.key);
    if (sink.stands(one.place, key, kind, one.make) || !sink.isOwn(number)) continue;
    const page = one.make();
    const bytes = pages.render(page);
    if (bytes !== null) sink.add(page, bytes, kind, key);
  }
  return pages;
}
