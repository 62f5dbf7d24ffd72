/** The pages of an edition, one after the other: those that do not stand yet are made. */
import type { Diagnostic } from '../base/diagnostic.ts';
import type { Files } from '../base/files.ts';
import { folderOf } from '../base/paths.ts';
import type { SiteConfig } from '../config.ts';
import type { Bodies } from '../content/bodies.ts';
import type { Shelf } from '../content/shelf.ts';
import { type Mark, markOf, markOfData, mix, mixInto } from '../memo/mark.ts';
import type { Memo } from '../memo/memo.ts';
import { type KeptParts, keptParts, type Part } from '../memo/parts.ts';
import type { Edition } from '../news/edition.ts';
import type { Redirect } from '../news/redirect.ts';
import type { Maker } from '../output/claims.ts';
import { type Hosting, hosting } from '../output/hosting.ts';
import type { PublishedKind } from '../output/manifest.ts';
import type { Page, Planned, PlannedRow, TextFile } from '../pages/page.ts';
import { plan } from '../pages/plan.ts';
import { SHIPPED } from '../render/programs.ts';
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
    {
      path: theme,
      shown: 'gazeta/templates',
      entries: survey.theme,
      programs: `${folderOf(theme)}/${SHIPPED}`,
    },
    {
      path: `${site}/templates`,
      shown: 'templates',
      entries: survey.templates,
      programs: null,
    },
  ];
  return loadTheme(files, folders, config.pages.theme, config.pages.base, memo, settled);
}

/** Where pages go. */
export interface Sink {
  /** True if the page stands as it would be made; its key is asked for only if something stands at its place. */
  stands(place: Mark, key: () => Mark, kind: PublishedKind, who: () => Maker): boolean;
  /** True if this is the one to make the page of a number: several threads go through all of them. */
  isOwn(number: number): boolean;
  add(
    page: Page | TextFile,
    bytes: Uint8Array,
    kind: PublishedKind,
    key: Mark,
    parts: KeptParts,
  ): void;
}

/** What pages are made from. */
export interface PageFacts {
  readonly edition: Edition;
  readonly config: SiteConfig;
  readonly bodies: Bodies;
  readonly shelf: Shelf;
  readonly theme: Theme;
  /** Stands for the code. */
  readonly version: string;
  /** Redirects that are pages. */
  readonly redirects: readonly Redirect[];
  readonly memo: Pick<Memo, 'value'>;
}

/** Makes the pages, and tells what is wrong with their templates. */
export function makePages(facts: PageFacts, sink: Sink): { diagnostics: readonly Diagnostic[] } {
  const { base, rail } = facts.config.pages;
  const pages = renderer(facts.theme, base, rail, facts.memo, facts.config.helpers);
  const keys = pageKeys(facts);
  let number = 0;
  const make = (one: Planned): void => {
    const page = one.make();
    const bytes = pages.render(page);
    if (bytes === null) return;
    const parts = keys.parts(one);
    sink.add(page, bytes, publishedKind(one.kind), keyOfParts(parts), keptParts(parts));
  };
  for (const one of planOf(facts)) {
    const kind = publishedKind(one.kind);
    if ('make' in one) {
      number++;
      const isDone = sink.stands(
        one.place,
        () => keys.of(one.kind, one.key()),
        kind,
        () => one.make(),
      );
      if (!isDone && sink.isOwn(number)) make(one);
      continue;
    }
    let at = 0;
    const key = () => keys.of(one.kind, one.keyAt(at));
    const who = () => one.at(at).make();
    for (; at < one.size; at++) {
      number++;
      if (!sink.stands(one.placeAt(at), key, kind, who) && sink.isOwn(number)) make(one.at(at));
    }
  }
  return pages;
}

/** What a page is among published files. */
export function publishedKind(kind: Planned['kind']): PublishedKind {
  return kind === 'article' ? 'article' : 'other';
}

/** What is to be there, one after the other. */
export function* plannedPages(facts: Omit<PageFacts, 'theme' | 'memo'>): Generator<Planned> {
  for (const one of planOf(facts))
    if ('make' in one) yield one;
    else for (let at = 0; at < one.size; at++) yield one.at(at);
}

function planOf(facts: Omit<PageFacts, 'theme' | 'memo'>): Iterable<Planned | PlannedRow> {
  const { edition, config, bodies, shelf, redirects } = facts;
  // A robots.txt of the paper's own stands in the place of ours.
  const hasRobots = shelf.publicFiles.has('public/robots.txt');
  return plan(edition, config.pages, bodies, redirects, hasRobots);
}

/** The whole keys of pages. */
export interface PageKeys {
  /** `keyOfParts` of the parts, by the kind of a page and its own key, without a list for each of a hundred thousand pages. */
  of(kind: Planned['kind'], own: Mark): Mark;
  /** What such a key is made of. */
  parts(page: Planned): readonly Part[];
}

/** A key stands for the template and for what bodies are made with, too: no slice holds these. */
export function pageKeys({
  theme,
  config,
  version,
}: Pick<PageFacts, 'theme' | 'config' | 'version'>): PageKeys {
  const templates = templateMarks(theme);
  const bodies = markOfData(config.markdown);
  const code = markOf(version);
  /** What the keys of a kind have in common. */
  const begun = new Map<Planned['kind'], Mark>();
  const beginning = (kind: Planned['kind']): Mark => {
    let mark = begun.get(kind);
    if (mark === undefined) {
      mark = [code, templates(kind), bodies].reduce<Mark>(mixInto, KEY_PARTS as Mark);
      begun.set(kind, mark);
    }
    return mark;
  };
  return {
    of: (kind, own) => mixInto(beginning(kind), own),
    parts: (page) => [
      ['Gazeta itself', code],
      ['the template', templates(page.kind)],
      [
        config.plugins.length > 0
          ? 'the settings of texts or the plugins'
          : 'the settings of texts',
        bodies,
      ],
      ...page.parts(),
    ],
  };
}

/** How many parts are the same for all pages of a kind. */
const COMMON_PARTS = 3;

/** With the mark of all others. */
const KEY_PARTS = COMMON_PARTS + 1;

function keyOfParts(parts: readonly Part[]): Mark {
  const marks = parts.map(([, mark]) => mark);
  return mix(...marks.slice(0, COMMON_PARTS), mix(...marks.slice(COMMON_PARTS)));
}
