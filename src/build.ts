/** The build, to be read from top to bottom. Every stage's rules live in its own layer. */
import type { Diagnostic } from './base/diagnostic.ts';
import type { Files } from './base/files.ts';
import { findings } from './base/findings.ts';
import { type Instant, rememberPeriods } from './base/instant.ts';
import { type OutPath, outPath } from './base/paths.ts';
import { CONFIG_FILE, openSite } from './config.ts';
import { bodyStore } from './content/bodies.ts';
import { parseDocument } from './content/document.ts';
import { locateInFrontMatter, locateReference } from './content/locate.ts';
import { markdown } from './content/markdown.ts';
import { pictureReader } from './content/picture.ts';
import { keptPictures, withPictures } from './content/picture-columns.ts';
import { shelfOf } from './content/shelf.ts';
import { preflight } from './host/preflight.ts';
import { StoreDamaged } from './memo/heap.ts';
import { type Mark, markOf, markOfBytes, markOfData, mix } from './memo/mark.ts';
import { borrowedMemo, lastingMemo, type Memo, passingMemo } from './memo/memo.ts';
import { holds, readRoot, writeRoot } from './memo/root.ts';
import { advise } from './news/advice.ts';
import type { Article } from './news/article.ts';
import { edit } from './news/edition.ts';
import { columnsOf, enterAll } from './news/enter.ts';
import { toEntry } from './news/entry.ts';
import { addressFaults, heldBack, pictureFaults, referenceFaults } from './news/faults.ts';
import { languageIn } from './news/language.ts';
import { byNames, toPeople } from './news/person.ts';
import type { FieldSource } from './news/reader.ts';
import { relate } from './news/relations.ts';
import { type Event, upcoming } from './news/schedule.ts';
import { assets } from './output/assets.ts';
import { collector } from './output/collect.ts';
import { foreignFault, overlapFault, removalFault } from './output/guard.ts';
import { hosting } from './output/hosting.ts';
import { drawIcons } from './output/icons.ts';
import { recordFolder } from './output/journal.ts';
import { linkInspector } from './output/links.ts';
import { lockSite } from './output/lock.ts';
import { nameCheck } from './output/names.ts';
import { type Changes, publisher, type Takeover } from './output/publish.ts';
import { plan } from './pages/plan.ts';
import { reservedAddresses } from './pages/reserved.ts';
import { renderer } from './render/render.ts';
import { templateMarks } from './render/template-marks.ts';
import { loadTheme } from './render/theme.ts';
import { ownFiles } from './settings/logos.ts';
import { namedInTheme } from './settings/named.ts';
import { markOfSurvey, newestIn, survey } from './survey.ts';

/** What a build is asked to do. All paths are absolute and use `/`. */
export interface BuildOptions {
  readonly files: Files;
  /** The site's folder. */
  readonly site: string;
  /** The output folder; null for the one that site.yaml names. */
  readonly out: string | null;
  /** The folder of the default theme. */
  readonly theme: string;
  /** The instant whose edition is published. */
  readonly now: Instant;
  /** Drafts too; never what is under embargo. */
  readonly drafts: boolean;
  readonly takeover: Takeover;
  /**
   * `publish` writes the site; `check` makes every page and writes nothing; `schedule` only finds what
   * will happen by itself.
   */
  readonly purpose: 'publish' | 'check' | 'schedule';
  /** True if many published articles may go. */
  readonly allowRemovals: boolean;
  /** True if what earlier builds found and made is believed while its sources are the same. */
  readonly cache: boolean;
  /** True if every file is read, sources and output, whatever their sizes and times. */
  readonly verify: boolean;
  /** Stands for the code that builds: what another made is made anew. */
  readonly version: string;
}

/** What a build did. */
export interface BuildResult {
  /** False if errors forbade to go on; articles that were left out do not. */
  readonly complete: boolean;
  /** Null if nothing was published; then the output folder is as it was. */
  readonly changes: Changes | null;
  /** All that was found, sorted by file and line. */
  readonly diagnostics: readonly Diagnostic[];
  /** When the output will differ by itself; null if never. */
  readonly nextChange: Instant | null;
  /** All that will happen by itself, the next first; asked for by the purpose `schedule`. */
  readonly upcoming: readonly ToldEvent[];
  readonly articles: number;
  /** Pages of articles that were published before and are not now, under the output folder. */
  readonly takenOff: readonly OutPath[];
  /** Files of articles, relative to the site, that were left out for a fault (`onError: hold-back`). */
  readonly heldBack: readonly string[];
  /** What the paper decides, as far as a summary needs it. */
  readonly paper: PaperFacts;
  /** The output folder. */
  readonly out: string;
}

/** An event, and what is told of its article. */
export interface ToldEvent extends Omit<Event, 'article'> {
  readonly article: Pick<Article, 'path' | 'address' | 'title' | 'published'>;
}

/** Its zone, and where it stands: `origin` is null while it has no url. */
export interface PaperFacts {
  readonly timezone: string;
  readonly origin: string | null;
  readonly base: string;
}

/** Builds a site. Throws a FilesError if a disk fails, or SiteBusy; what was published before stays. */
export function build(options: BuildOptions): BuildResult {
  const { files, site, version } = options;
  const store = `${site}/.gazeta`;
  const release = options.purpose === 'publish' ? lockSite(files, store) : () => undefined;
  try {
    const memo = openMemo(options, store);
    try {
      return buildWith(memo, options, store);
    } catch (error) {
      if (!(error instanceof StoreDamaged)) throw error;
      // What is damaged is nothing: the build begins anew, and leaves a store that is whole.
      files.remove(`${store}/memo`);
      const empty = openMemo({ ...options, cache: options.purpose === 'publish' }, store);
      try {
        return buildWith(empty, options, store);
      } finally {
        empty.close();
      }
    } finally {
      memo.close();
    }
  } finally {
    release();
  }

  function openMemo({ cache, purpose }: BuildOptions, folder: string): Memo {
    if (cache && purpose === 'publish') return lastingMemo(files, folder, version);
    const scratch = files.scratch(`${folder}/passing`);
    return cache ? borrowedMemo(files, folder, version, scratch) : passingMemo(scratch);
  }
}

/** What a build that finds nothing changed tells again. */
type Told = Pick<
  BuildResult,
  'diagnostics' | 'nextChange' | 'articles' | 'heldBack' | 'paper' | 'out'
> & { readonly unchanged: number };

function buildWith(memo: Memo, options: BuildOptions, store: string): BuildResult {
  const { files, site, now, drafts, version, cache, verify } = options;
  const found = findings();
  const { note } = found;

  // What is there. If that is what the last build found, and nothing was to change by itself, all is done.
  const there = survey(files, site, options.theme);
  const given = mix(markOfSurvey(there), markOf(options.out ?? ''), Number(drafts));
  const rootPath = `${store}/root`;
  const isWhole = (out: string) =>
    publisher(files, out, recordFolder(store, out), 'refuse', verify).trusted;
  const root = cache && !verify ? readRoot<Told>(files, rootPath, version) : null;
  if (options.purpose === 'publish' && root !== null && holds(root, given, now)) {
    const { unchanged, ...told } = root.told;
    if (isWhole(told.out))
      return {
        ...told,
        complete: true,
        changes: { written: [], removed: [], unchanged },
        upcoming: [],
        takenOff: [],
      };
  }

  const { config } = note(openSite(files, site, memo));
  found.onError = config.onError;
  const out = options.out ?? `${site}/${config.output}`;
  const { timezone, sections, flash, locales } = config.news;
  const { origin, base } = config.pages;
  // The list grows while the build runs, and is kept as it is then.
  rememberPeriods(timezone, memo.value('zone', markOf(timezone), () => []));
  const nothing = {
    complete: false,
    changes: null,
    nextChange: null,
    upcoming: [],
    articles: 0,
    takenOff: [],
    heldBack: [],
    paper: { timezone, origin, base },
    out,
  };
  const publishing = () => options.purpose === 'publish' && !found.fatal;
  note(overlapFault(site, out));
  const records = recordFolder(store, out);
  const target = publishing() ? publisher(files, out, records, options.takeover, verify) : null;
  if (target !== null) note(foreignFault(target, out, options.takeover));
  if (found.fatal) return { ...nothing, diagnostics: found.sorted() };

  const scratch = files.scratch(`${store}/bodies`);
  try {
    // What it says. A file that is what it was is not read again.
    const settled = target === null ? 0 : files.clock(`${store}/clock`) - GRANULE;
    const { sources } = there;
    const shelf = shelfOf(sources.attachments, there.publicFiles);
    const settings = {
      markdown: markdown({ ...config.markdown, extras: true }),
      remarks: true,
      languageOf: (file: FieldSource) => languageIn(file, config.news),
    };
    const read = ({ path }: { readonly path: string }) => files.read(`${site}/${path}`);
    const parse = (path: string, bytes: Uint8Array) => parseDocument(path, bytes, settings);
    const bodies = bodyStore(
      scratch,
      sources.articles.length,
      (path) => parse(path, read({ path })).document?.body ?? [],
    );
    const texts = sources.people.map(({ path }) => ({ path, bytes: read({ path }) }));
    const decided = [config.news, config.markdown, drafts];
    const peopleMark = mix(markOfData(decided), ...texts.flatMap(marksOfText));
    const persons = memo.value('people', peopleMark, () =>
      toPeople(
        texts.map(({ path, bytes }) => parse(path, bytes)),
        timezone,
      ),
    );
    const people = byNames(note(persons));
    const entries = { locales, timezone, options: peopleMark, verify, settled };
    const register = enterAll(
      sources.articles,
      read,
      ({ path }, bytes, row) => {
        const parsed = parse(path, bytes);
        if (parsed.document !== null) bodies.put(row, parsed.document.body);
        return toEntry(parsed, config.news, people, { drafts });
      },
      memo,
      entries,
    );
    note({ diagnostics: register.diagnostics(options.purpose === 'check') });

    // What readers may see.
    const newsSitemap = config.pages.surfaces.sitemaps && origin !== null;
    const timing = { drafts, newsSitemap };
    const locate = (path: string, text: string) => locateReference(path, read({ path }), text);
    const locateValue = (path: string, text: string) =>
      locateInFrontMatter(path, read({ path }), text);
    const { reserved } = note(
      reservedAddresses(register.articles, { sections, drafts, pages: config.pages }, shelf),
    );
    const addressed = note(addressFaults(register.articles, reserved, { drafts }));
    const { alone: articles, clashing, aliasesOf } = addressed;
    const relations = note(relate(articles, { drafts }, aliasesOf, locateValue));
    const leftOut = [...register.leftOut(), ...clashing];
    const pictures = pictureReader(files, site, shelf, keptPictures(memo), settled);
    const seen = { people, shelf, pictures };
    const { byPath, byPathMark, chosen } = register;
    const facts = {
      ...seen,
      locales,
      sections,
      flash,
      relations,
      leftOut,
      byPath,
      byPathMark,
      aliasesOf,
      chosen,
    };
    const edition = edit(articles, now, { ...facts, ...timing, ownFiles: ownFiles(config.pages) });
    const named = { has: (path: string) => register.rowOf(path) >= 0, byPath, byPathMark };
    note(referenceFaults(articles, named, edition, seen, now, locate));
    const held = () => heldBack(found.sorted(), register.articles, articles);
    const { nextChange } = edition;
    if (options.purpose === 'schedule')
      return {
        ...nothing,
        complete: !found.fatal,
        diagnostics: found.sorted(),
        nextChange,
        upcoming: upcoming(articles, now, timing).map(told),
        articles: edition.articles.length,
        heldBack: held(),
      };

    note(pictureFaults(articles, edition, seen, locate));

    // The pages and files. What stands as it would be made is kept, others are staged while there is no error.
    const folders = [
      { path: options.theme, shown: 'gazeta/templates', entries: there.theme },
      { path: `${site}/templates`, shown: 'templates', entries: there.templates },
    ];
    const themeSettled = verify ? 0 : settled;
    const { theme } = note(
      loadTheme(files, folders, config.pages.theme, base, memo, themeSettled),
    );
    const pages = renderer(theme, base, config.pages.rail, memo);
    const templates = templateMarks(theme);
    const inTheme = namedInTheme(config.pages.theme, CONFIG_FILE, () =>
      read({ path: CONFIG_FILE }),
    );
    const links = options.purpose === 'check' ? linkInspector(config.pages, inTheme.links) : null;
    const articleAt = (place: Mark) => makerOf(register.byPlace(place));
    const checkName = nameCheck(out, files.longestPath);
    const output = collector(target, note, () => found.fatal, articleAt, cache, checkName);
    const hosted = hosting(
      config.pages.surfaces.redirects ? edition.redirects : [],
      edition.withdrawn.map(({ address }) => address),
      { host: config.host, base, html: config.markdown.html },
      files,
      site,
      shelf.publicFiles,
    );
    for (const one of plan(edition, config.pages, bodies, hosted.asPages)) {
      // A robots.txt of the paper's own stands in the place of ours.
      if (one.kind === 'robots' && shelf.publicFiles.has('public/robots.txt')) continue;
      const kind = one.kind === 'article' ? 'article' : 'other';
      const key = mix(templates(one.kind), one.key);
      if (output.stands(one.place, key, kind, one.make)) continue;
      const page = one.make();
      const bytes = pages.render(page);
      if (bytes === null) continue;
      if ('view' in page) links?.look(page, bytes);
      output.add(page, bytes, kind, key);
    }
    note(pages);
    const { icons } = note(drawIcons(files, site, config.pages.icon, output.wouldStand));
    for (const file of [
      ...assets(edition, files, site, shelf, theme, hosted.taken, settled),
      ...icons,
      ...hosted.files,
    ])
      output.addFile(file);
    const asPages = hosted.asPages.length;
    note({
      diagnostics: preflight(config.host, { ...hosted, published: output.published(), asPages }),
    });

    if (links !== null) {
      note(links.dead(output.names, locate));
      const onHomePage = inTheme.sections;
      note(advise(articles, { now, timezone, sections, people, onHomePage, locate: locateValue }));
    }

    // All or nothing.
    if (target !== null && !options.allowRemovals && !found.fatal)
      note(removalFault(target, sources.articles.length));
    const diagnostics = found.sorted();
    if (found.fatal) {
      target?.discard();
      return { ...nothing, diagnostics };
    }
    if (target?.intact() === false) {
      // Somebody took files out of the output folder: what is kept is looked at, too.
      target.discard();
      return buildWith(memo, { ...options, verify: true }, store);
    }
    const takenOff = target?.removedArticles() ?? [];
    const changes = target?.commit() ?? null;
    const heldBackFiles = held();
    if (changes !== null && cache) {
      memo.save(withPictures(columnsOf(register, entries), pictures));
      const { unchanged, written } = changes;
      const facts = { articles: edition.articles.length, heldBack: heldBackFiles, out };
      const told: Told = {
        ...facts,
        diagnostics,
        nextChange,
        paper: nothing.paper,
        unchanged: unchanged + written.length,
      };
      const isSettled = newestIn(there) < settled;
      const root = { given, from: now, until: nextChange, told };
      writeRoot(files, rootPath, version, isSettled ? root : null);
    }
    return {
      ...nothing,
      complete: true,
      takenOff,
      changes,
      diagnostics,
      nextChange,
      articles: edition.articles.length,
      heldBack: heldBackFiles,
    };
  } catch (error) {
    target?.discard();
    throw error;
  } finally {
    scratch.close();
  }
}

/** The coarsest clock of a file system in use, that of FAT, in milliseconds: of two times within it none is known to be later. */
const GRANULE = 2000;

/** What is told outlives the store. */
function told({ at, kind, article: { path, address, title, published } }: Event): ToldEvent {
  return { at, kind, article: { path, address, title, published } };
}

function marksOfText({ path, bytes }: { path: string; bytes: Uint8Array }): Mark[] {
  return [markOf(path), markOfBytes(bytes)];
}

function makerOf(article: Article | null) {
  return {
    out: article === null ? ('' as OutPath) : outPath(article.address),
    maker: article?.path ?? '',
  };
}
