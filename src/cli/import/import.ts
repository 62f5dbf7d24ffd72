/** `gazeta import`: a newspaper that moves in from WordPress. */
import { type Diagnostic, diagnostic, hasErrors } from '../../base/diagnostic.ts';
import { FilesError } from '../../base/files.ts';
import { address, nameOf } from '../../base/paths.ts';
import { openSite } from '../../config.ts';
import { CONFIG_FILE } from '../../content/discover.ts';
import type { Start } from '../../host/workflows/table.ts';
import { type ExportFile, surveyExports } from '../../import/exports.ts';
import type { ExportFacts } from '../../import/facts.ts';
import { keyOf } from '../../import/front-matter.ts';
import { importAll, type Paper } from '../../import/import.ts';
import { newPaperOf } from '../../import/new-paper.ts';
import { FIELD_NAMES } from '../../news/fields.ts';
import { type Locale, prefixOf } from '../../news/locale.ts';
import type { Parsed } from '../arguments.ts';
import { tellFindings } from '../findings.ts';
import { importedFiles } from '../init/paper.ts';
import { QUESTIONS } from '../init/questions.ts';
import { withProgress } from '../progress.ts';
import { UsageError, type World } from '../world.ts';
import { jsonOutcome, outcome } from './outcome.ts';

/** Runs the command; returns the exit code. */
export function importCommand(
  { values: options, positionals }: Parsed<'import'>,
  world: World,
  version: string,
): number {
  const { files, printer } = world;
  const site = world.resolve(options.site ?? '.');
  const exports = exportsOf(positionals, world);
  const types = typesOf(options.types);
  for (const { name, problem } of QUESTIONS) {
    const given = name === 'timezone' || name === 'host' ? options[name] : undefined;
    const wrong = given === undefined ? null : problem(given);
    if (wrong !== null) throw new UsageError(`--${name} "${given}" ${wrong}`);
  }
  const media = options.media === undefined ? null : listFile(options.media, world);

  const order = { files, exports, types };
  const isTold = options.json !== true;
  const { facts, errors } = withProgress(world, isTold, (progress) =>
    surveyExports({ ...order, ...(progress && { progress }) }),
  );
  if (errors.length > 0) return refuse(errors, 1, world);
  if (!facts.hasArticles && !isPaper(files, site)) return refuse([articleless(exports)], 1, world);
  const paper = paperOf(facts, { site, version, ...options }, world);
  if ('errors' in paper) return refuse(paper.errors, 2, world);
  const written: string[] = [];
  // Before the rest: what an import that was ended left is a paper, and the next one goes on by its settings.
  for (const [file, text] of Object.entries(paper.files))
    if (files.create(`${site}/${file}`, new TextEncoder().encode(text))) written.push(file);
  const imported = withProgress(world, isTold, (progress) =>
    importAll({ ...order, ...(progress && { progress }) }, site, facts, paper.settings, world.now),
  );
  if (media !== null)
    files.write(media, new TextEncoder().encode(imported.media.map((one) => `${one}\n`).join('')));

  const exitCode = hasErrors(imported.findings) ? 1 : 0;
  if (options.json) printer.out(JSON.stringify(jsonOutcome(exitCode, imported, written), null, 2));
  else {
    tellFindings(world, imported.findings, false);
    const { here } = world;
    printer.out(outcome(imported, written, { site, here, media: options.media ?? null, facts }));
  }
  return exitCode;
}

function refuse(errors: readonly Diagnostic[], exitCode: number, world: World): number {
  tellFindings(world, errors, true);
  world.printer.message('Nothing was imported.');
  return exitCode;
}

/** The exports by their names on the command line. */
function exportsOf(names: readonly string[], { files, resolve }: World): ExportFile[] {
  if (names.length === 0)
    throw new UsageError('the file of an export is missing: gazeta import export.xml');
  return names.map((name) => {
    const path = resolve(name);
    const kind = files.kind(path);
    if (kind === 'folder')
      throw new UsageError(
        `${name} is a folder: name the .xml files in it, such as ${name.replace(/\/$/, '')}/*.xml`,
      );
    if (kind === 'none') throw new FilesError(path, 'ENOENT', 'read');
    return { name, path };
  });
}

/** The file of the list of addresses, which takes the place of an older list and of nothing else. */
function listFile(name: string, { files, resolve }: World): string {
  const path = resolve(name);
  if (files.kind(path) === 'folder') throw new UsageError(`--media ${name} is a folder`);
  const start = files.kind(path) === 'none' ? new Uint8Array() : files.readStart(path, 4);
  if (!['', 'http'].includes(new TextDecoder().decode(start)))
    throw new UsageError(`--media ${name} is there already, and is no list of addresses`);
  return path;
}

function typesOf(text = 'post'): ReadonlySet<string> {
  const types = text.split(',').map((one) => one.trim());
  if (types.some((one) => !/^[\w-]+$/.test(one)))
    throw new UsageError(`--types "${text}" is no list of types, such as post,video`);
  return new Set(types);
}

interface NewPaperOptions {
  readonly site: string;
  readonly version: string;
  readonly timezone?: string;
  readonly host?: string;
}

/** The settings of the paper that is there, or a new paper's, with its files. */
function paperOf(
  facts: ExportFacts,
  { site, version, timezone, host = 'any' }: NewPaperOptions,
  { files, zone, here }: World,
):
  | { readonly settings: Paper; readonly files: Record<string, string> }
  | { readonly errors: readonly Diagnostic[] } {
  const { config, diagnostics } = openSite(files, site);
  const errors = diagnostics.filter(
    ({ severity, code }) => severity === 'error' && code !== 'site/articles',
  );
  if (errors.length > 0) return { errors };
  if (isPaper(files, site)) {
    const { locales, permalink, sections, fieldNames } = config.news;
    const unsaid = MUST_SAY.filter((field) => keyOf(field, fieldNames) === null);
    if (unsaid.length > 0) return { errors: unsaid.map(unsaidFault) };
    if (timezone !== undefined && timezone !== config.news.timezone)
      throw new UsageError(
        `--timezone is for a new paper: that of this one is ${config.news.timezone}, in site.yaml`,
      );
    return {
      settings: {
        ...{ locales, fieldNames, timezone: config.news.timezone, permalink, sections },
        former: config.redirects.map(({ from }) => from),
      },
      files: {},
    };
  }
  const found = newPaperOf(facts, zone);
  const own = {
    ...found,
    title: found.title || nameOf(site) || nameOf(here),
    timezone: timezone ?? found.timezone ?? zone ?? 'UTC',
  };
  const [main, ...others] = [own.language, ...own.languages].map((language, at) => ({
    ...{ language, title: own.title, description: '' },
    prefix: at === 0 ? '' : prefixOf(language),
  }));
  return {
    settings: {
      ...{ timezone: own.timezone, permalink: own.permalink, fieldNames: FIELD_NAMES },
      locales: [main as Locale, ...others],
      sections: null,
      former: Object.keys(own.redirects).map(address),
    },
    files: importedFiles(own, host as Start, site, version),
  };
}

/** A new paper cannot be made of pages alone. */
const articleless = (exports: readonly ExportFile[]): Diagnostic =>
  diagnostic(
    'import/file',
    exports.at(-1)?.name ?? '',
    'there is nothing in it that becomes an article',
    'A new paper has its addresses, sections and time zone from its articles. Name the export of the posts too; other types are taken with --types.',
  );

/** What an article must be able to say: with none of these it would be public, or at another address, or without a headline. */
const MUST_SAY = ['title', 'draft', 'permalink'] as const;

function unsaidFault(field: (typeof MUST_SAY)[number]): Diagnostic {
  return diagnostic(
    'import/fields',
    CONFIG_FILE,
    `no key of an article can say its "${field}"`,
    `Under fields: give ${field} a name, such as ${field}: [${field}], or take that line out.`,
  );
}

/** A paper that needs no settings is one, too. */
function isPaper(files: World['files'], site: string): boolean {
  const articles = `${site}/articles`;
  return (
    files.kind(`${site}/${CONFIG_FILE}`) === 'file' ||
    (files.kind(articles) === 'folder' && files.list(articles).length > 0)
  );
}
