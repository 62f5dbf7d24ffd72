/** `gazeta import`: a newspaper that moves in from WordPress. */
import { type Diagnostic, hasErrors } from '../base/diagnostic.ts';
import { FilesError } from '../base/files.ts';
import { isTimeZone } from '../base/instant.ts';
import { nameOf } from '../base/paths.ts';
import { CONFIG_FILE, openSite } from '../config.ts';
import type { ExportFacts } from '../import/facts.ts';
import {
  counted,
  type ExportFile,
  type Imported,
  importArticles,
  newPaperOf,
  type Paper,
  surveyExports,
} from '../import/import.ts';
import type { Parsed } from './arguments.ts';
import { tellFindings } from './findings.ts';
import { importedFiles } from './init/paper.ts';
import { UsageError, type World } from './world.ts';

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
  if (options.timezone !== undefined && !isTimeZone(options.timezone))
    throw new UsageError(
      `--timezone "${options.timezone}" is no time zone, such as Europe/Belgrade`,
    );
  const media = options.media === undefined ? null : world.resolve(options.media);

  const { facts, errors } = surveyExports(files, exports, types);
  if (errors.length > 0) return refuse(errors, 1, world);
  const paper = paperOf(facts, { site, timezone: options.timezone, version }, world);
  if ('errors' in paper) return refuse(paper.errors, 2, world);
  const imported = importArticles(files, site, exports, types, facts, paper.settings, world.now);
  const written: string[] = [];
  for (const [file, text] of Object.entries(paper.files))
    if (files.create(`${site}/${file}`, new TextEncoder().encode(text))) written.push(file);
  if (media !== null)
    files.write(media, new TextEncoder().encode(imported.media.map((one) => `${one}\n`).join('')));

  const exitCode = hasErrors(imported.findings) ? 1 : 0;
  if (options.json) printer.out(JSON.stringify(result(exitCode, imported, written), null, 2));
  else {
    tellFindings(world, imported.findings, false);
    printer.out(
      told(imported, written, { site, media: options.media ?? null, facts, here: world.here }),
    );
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

function typesOf(text = 'post'): ReadonlySet<string> {
  const types = text.split(',').map((one) => one.trim());
  if (types.some((one) => !/^[\w-]+$/.test(one)))
    throw new UsageError(`--types "${text}" is no list of types, such as post,page`);
  return new Set(types);
}

/** The settings of the paper that is there, or a new paper's, with its files. */
function paperOf(
  facts: ExportFacts,
  { site, timezone, version }: { site: string; timezone: string | undefined; version: string },
  { files, zone, here }: World,
):
  | { readonly settings: Paper; readonly files: Record<string, string> }
  | { readonly errors: readonly Diagnostic[] } {
  const { config, diagnostics } = openSite(files, site);
  const errors = diagnostics.filter(
    ({ severity, code }) => severity === 'error' && code !== 'site/articles',
  );
  if (errors.length > 0) return { errors };
  if (files.kind(`${site}/${CONFIG_FILE}`) === 'file') {
    const { locales, permalink, sections } = config.news;
    if (timezone !== undefined && timezone !== config.news.timezone)
      throw new UsageError(
        `--timezone is for a new paper: that of this one is ${config.news.timezone}, in site.yaml`,
      );
    const language = locales[0].language;
    return {
      settings: { language, timezone: config.news.timezone, permalink, sections },
      files: {},
    };
  }
  const found = newPaperOf(facts, zone);
  const own = {
    ...found,
    title: found.title || nameOf(site) || nameOf(here),
    timezone: timezone ?? found.timezone ?? zone ?? 'UTC',
  };
  return {
    settings: { ...own, sections: null },
    files: importedFiles(own, site, version),
  };
}

function result(exitCode: number, imported: Imported, files: readonly string[]) {
  const { others, findings, ...rest } = imported;
  return { exitCode, ...rest, others: Object.fromEntries(others), files, diagnostics: findings };
}

interface Told {
  readonly site: string;
  readonly here: string;
  /** The file of `--media`, as it was named. */
  readonly media: string | null;
  readonly facts: ExportFacts;
}

/** What was done, and what is to be done next. */
function told(
  imported: Imported,
  files: readonly string[],
  { site, here, media, facts }: Told,
): string {
  const { written, drafts, toCome, kept, others, comments } = imported;
  const within = site.startsWith(`${here}/`) ? site.slice(here.length + 1) : site;
  const name = site === here ? '' : within;
  const parts = [
    drafts === 0 ? null : number(drafts, 'draft'),
    toCome === 0 ? null : `${toCome} to be published later`,
  ].filter((part) => part !== null);
  const option = site === here ? '' : ` --site ${/^[\w./-]+$/.test(name) ? name : `'${name}'`}`;
  return [
    `Imported ${number(written, 'article')} into ${site === here ? '' : `${name}/`}articles/${parts.length === 0 ? '' : `, ${parts.join(' and ')} among them`}.`,
    kept === 0
      ? null
      : `${number(kept, 'article')} ${kept === 1 ? 'was' : 'were'} there already and ${kept === 1 ? 'stays as it is' : 'stay as they are'}.`,
    files.length === 0
      ? null
      : `Made ${files.join(', ')}. See that the title, the time zone and the sections in site.yaml are right.`,
    others.size === 0
      ? null
      : `Left out: ${counted(others)}. Other types become articles with --types post,page.`,
    comments === 0
      ? null
      : `${number(comments, 'comment')} ${comments === 1 ? 'was' : 'were'} left out.`,
    ...mediaAdvice(imported.media, media, facts, name),
    '',
    'Next:',
    `  gazeta check${option}`,
    `  gazeta dev${option} --open`,
  ]
    .filter((line) => line !== null)
    .join('\n');
}

function mediaAdvice(
  { length }: readonly string[],
  media: string | null,
  { own }: ExportFacts,
  name: string,
): string[] {
  if (length === 0) return [];
  const files = number(length, 'picture or file', 'pictures and files');
  const folder = name === '' ? 'public' : `${name}/public`;
  const depth = own.base.split('/').length - 1;
  return media === null
    ? [
        `Articles name ${files} of the old site, by the addresses that they had there: copy its folder wp-content/uploads to ${folder}/wp-content/uploads, or have their list with --media FILE.`,
      ]
    : [
        `The addresses of ${files} of the old site are in ${media}. To fetch them:`,
        `  wget -x -nH${depth === 0 ? '' : ` --cut-dirs=${depth}`} -P ${folder} -i ${media}`,
      ];
}

const number = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
