/** The build, to be read from top to bottom. Every stage's rules live in its own layer. */
import type { Diagnostic } from './base/diagnostic.ts';
import type { Files } from './base/files.ts';
import { findings } from './base/findings.ts';
import type { Instant } from './base/instant.ts';
import type { OutPath } from './base/paths.ts';
import { CONFIG_FILE, openSite, type SiteConfig } from './config.ts';
import { discover, type Source } from './content/discover.ts';
import { parseDocuments } from './content/document.ts';
import { locateInFrontMatter, locateReference } from './content/locate.ts';
import { markdown } from './content/markdown.ts';
import { pictureReader } from './content/picture.ts';
import { preflight } from './host/preflight.ts';
import { scratchStore } from './memo/store.ts';
import { advise } from './news/advice.ts';
import { edit } from './news/edition.ts';
import { addressFaults, heldBack, pictureFaults, referenceFaults } from './news/faults.ts';
import { languageIn } from './news/language.ts';
import { toPeople } from './news/person.ts';
import type { FieldSource } from './news/reader.ts';
import { relate } from './news/relations.ts';
import { type Event, upcoming } from './news/schedule.ts';
import { toArticles } from './news/to-article.ts';
import { assets, publicFiles } from './output/assets.ts';
import { collector } from './output/collect.ts';
import { foreignFault, overlapFault, removalFault } from './output/guard.ts';
import { hosting } from './output/hosting.ts';
import { drawIcons } from './output/icons.ts';
import { linkInspector } from './output/links.ts';
import { type Changes, publisher, recordFolder, type Takeover } from './output/publish.ts';
import { plan } from './pages/plan.ts';
import { reservedAddresses } from './pages/reserved.ts';
import { renderer } from './render/render.ts';
import { loadTheme } from './render/theme.ts';
import { ownFiles } from './settings/logos.ts';
import { namedInTheme } from './settings/named.ts';

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
  readonly upcoming: readonly Event[];
  readonly articles: number;
  /** Pages of articles that were published before and are not now, under the output folder. */
  readonly takenOff: readonly OutPath[];
  /** Files of articles, relative to the site, that were left out for a fault (`onError: hold-back`). */
  readonly heldBack: readonly string[];
  readonly config: SiteConfig;
  /** The output folder. */
  readonly out: string;
}

/** Builds a site. Throws a FilesError if a disk fails; what was published before stays. */
export function build(options: BuildOptions): BuildResult {
  const { files, site, now, drafts } = options;
  const found = findings();
  const { note } = found;

  const { config } = note(openSite(files, site));
  found.onError = config.onError;
  const out = options.out ?? `${site}/${config.output}`;
  const store = `${site}/.gazeta`;
  const records = recordFolder(store, out);
  const publishing = () => options.purpose === 'publish' && !found.fatal;
  note(overlapFault(site, out));
  if (publishing()) note(foreignFault(files, out, records, options.takeover));
  const nothing = {
    complete: false,
    changes: null,
    nextChange: null,
    upcoming: [],
    articles: 0,
    takenOff: [],
    heldBack: [],
    config,
    out,
  };
  if (found.fatal) return { ...nothing, diagnostics: found.sorted() };

  const scratch = files.scratch(`${store}/bodies`);
  const target = publishing() ? publisher(files, out, records, options.takeover) : null;
  try {
    // What is there, and what it says.
    const bodies = scratchStore(scratch);
    const sources = discover(files, site);
    const shelf = { attachments: sources.attachments, publicFiles: publicFiles(files, site) };
    const { locales, timezone, sections, flash } = config.news;
    const newsSitemap = config.pages.surfaces.sitemaps && config.pages.origin !== null;
    const timing = { drafts, newsSitemap };
    const settings = {
      markdown: markdown({ ...config.markdown, extras: true }),
      remarks: options.purpose === 'check',
      languageOf: (file: FieldSource) => languageIn(file, config.news),
    };
    const read = ({ path }: Pick<Source, 'path'>) => files.read(`${site}/${path}`);
    const parse = (list: readonly Source[]) => parseDocuments(list, read, settings, bodies);
    const { people } = note(toPeople(parse(sources.people), timezone));
    const made = note(toArticles(parse(sources.articles), config.news, people, { drafts }));

    // What readers may see.
    const locate = (path: string, text: string) => locateReference(path, read({ path }), text);
    const locateValue = (path: string, text: string) =>
      locateInFrontMatter(path, read({ path }), text);
    const { reserved } = note(
      reservedAddresses(made.articles, { sections, drafts, pages: config.pages }, shelf),
    );
    const { alone: articles, clashing } = note(addressFaults(made.articles, reserved, { drafts }));
    const relations = note(relate(articles, { drafts }, locateValue));
    const leftOut = [...made.leftOut, ...clashing];
    const pictures = pictureReader(files, site);
    const seen = { people, shelf, pictures };
    const facts = { ...seen, locales, sections, flash, relations, leftOut };
    const edition = edit(articles, now, { ...facts, ...timing, ownFiles: ownFiles(config.pages) });
    note(referenceFaults(articles, sources, edition, shelf, now, locate));
    const held = () => heldBack(found.sorted(), made.articles, articles);
    if (options.purpose === 'schedule')
      return {
        ...nothing,
        complete: !found.fatal,
        diagnostics: found.sorted(),
        nextChange: edition.nextChange,
        upcoming: upcoming(articles, now, timing),
        articles: edition.articles.length,
        heldBack: held(),
      };

    note(pictureFaults(articles, edition, seen, locate));

    // The pages and files, each staged beside its final place while there is no error.
    const folders = [
      { path: options.theme, shown: 'gazeta/templates' },
      { path: `${site}/templates`, shown: 'templates' },
    ];
    const { theme } = note(loadTheme(files, folders, config.pages.theme, config.pages.base));
    const pages = renderer(theme, config.pages.base, config.pages.rail);
    const readSettings = () => read({ path: CONFIG_FILE });
    const named = namedInTheme(config.pages.theme, CONFIG_FILE, readSettings);
    const links = options.purpose === 'check' ? linkInspector(config.pages, named.links) : null;
    const output = collector(target, note, () => found.fatal);
    const hosted = hosting(
      config.pages.surfaces.redirects ? edition.redirects : [],
      edition.withdrawn.map(({ address }) => address),
      { host: config.host, base: config.pages.base, html: config.markdown.html },
      files,
      site,
      shelf.publicFiles,
    );
    for (const page of plan(edition, config.pages, bodies, hosted.asPages)) {
      // A robots.txt of the paper's own stands in the place of ours.
      if (page.kind === 'robots' && shelf.publicFiles.has(`public/${page.out}`)) continue;
      const bytes = pages.render(page);
      if (bytes === null) continue;
      if ('view' in page) links?.look(page, bytes);
      output.add(page.out, page.maker, bytes, page.kind === 'article' ? 'article' : 'other');
    }
    note(pages);
    const { icons } = note(drawIcons(files, site, config.pages.icon));
    const copies = assets(edition, files, site, shelf.publicFiles, theme, hosted.taken);
    for (const file of [...copies, ...icons, ...hosted.files])
      output.add(file.out, file.maker, file.bytes());
    const { published } = output;
    const asPages = hosted.asPages.length;
    note({ diagnostics: preflight(config.host, { ...hosted, published, asPages }) });

    if (links !== null) {
      note(links.dead(output.names, locate));
      const onHomePage = named.sections;
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
    const takenOff = target?.removedArticles() ?? [];
    return {
      ...nothing,
      complete: true,
      takenOff,
      changes: target?.commit() ?? null,
      diagnostics,
      nextChange: edition.nextChange,
      articles: edition.articles.length,
      heldBack: held(),
    };
  } catch (error) {
    target?.discard();
    throw error;
  } finally {
    scratch.close();
  }
}
