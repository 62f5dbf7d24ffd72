/**
 * Plugins: files of the paper that add helpers to templates and rules to Markdown, through the doors by which our own come in. A
 * plugin is a plain value with pure functions, and knows nothing of what is kept from build to build.
 */
import { type Diagnostic, diagnostic } from './base/diagnostic.ts';
import type { FileEntry, Files } from './base/files.ts';
import { nameOf } from './base/paths.ts';
import { didYouMean, suggest } from './base/suggest.ts';
import { thrownAt } from './base/thrown-at.ts';
import { openSite, type SettingsSource, type SiteConfig } from './config.ts';
import { isRecord } from './content/field.ts';
import {
  type MarkdownExtension,
  type MarkdownSettings,
  tryExtensions,
} from './content/markdown.ts';
import { installedIn, PLUGINS_FOLDER } from './content/plugins-folder.ts';
import { type Mark, markOf, markOfBytes, markOfData, mix } from './memo/mark.ts';
import type { Memo } from './memo/memo.ts';
import type { Locales } from './news/locale.ts';
import { type Helpers, isTakenHelper } from './render/helpers.ts';
import { placeIn } from './settings/place.ts';

/** What a file of `plugins/` exports by default. */
export interface Plugin {
  /** For templates, by names: `{{thousands article.extra.votes}}`. Called as Handlebars calls helpers. */
  readonly helpers?: Helpers;
  /** Teaches a parser of markdown-it more. Called for each parser, of which each language has one. */
  readonly markdown?: MarkdownExtension;
}

const PARTS = ['helpers', 'markdown'];

/** What plugins are read from, as it lay there when the build began. */
export interface PluginSource {
  readonly plugins: readonly FileEntry[];
  /** The bytes of site.yaml; null if there is none. */
  readonly settings: Uint8Array | null;
}

/** A paper with its plugins. */
export interface Plugged {
  readonly config: SiteConfig;
  readonly diagnostics: readonly Diagnostic[];
  /** Stands for the files that they were loaded from; null if the paper names none. */
  readonly loaded: Mark | null;
  /** False if one of them is not there, or cannot be loaded: the process may load it when it is mended. */
  readonly allLoaded: boolean;
}

/** The settings of a paper as they lie there, with what its plugins add. With errors they are not to be used. */
export function openPaper(
  files: Files,
  site: string,
  memo: Pick<Memo, 'value'>,
  source: SettingsSource & PluginSource,
): Plugged {
  const { config, diagnostics } = openSite(files, site, memo, source);
  const plugged = withPlugins(config, files, site, source);
  return { ...plugged, diagnostics: [...diagnostics, ...plugged.diagnostics] };
}

function withPlugins(
  config: SiteConfig,
  files: Files,
  site: string,
  source: PluginSource,
): Plugged {
  if (config.plugins.length === 0)
    return { config, diagnostics: [], loaded: null, allLoaded: true };
  const diagnostics: Diagnostic[] = [];
  // Before they are loaded: one that is edited in between is another one to the next build.
  const loaded = markOfPlugins(files, site, source.plugins);
  const helpers: Record<string, Helpers[string]> = {};
  const makers = new Map<string, string>();
  const extensions: MarkdownExtension[] = [];
  let allLoaded = true;
  const isThere = new Set(source.plugins.map(({ path }) => `${PLUGINS_FOLDER}/${path}`));
  for (const [at, file] of config.plugins.entries()) {
    if (!isThere.has(file)) {
      allLoaded = false;
      const settings = source.settings ?? new Uint8Array();
      diagnostics.push(
        diagnostic(
          'config/value',
          placeIn(settings, ['plugins', at], ['plugins']),
          `the plugin ${file} is not there`,
          'Is its name spelled as that of the file, letter case too?',
        ),
      );
      continue;
    }
    const plugin = load(files, site, file);
    if ('severity' in plugin) {
      // What was loaded and is no plugin stays that to this process.
      if (plugin.code === 'plugin/load') allLoaded = false;
      diagnostics.push(plugin);
      continue;
    }
    diagnostics.push(...faultsOf(plugin, file, makers));
    Object.assign(helpers, plugin.helpers);
    for (const name of Object.keys(plugin.helpers ?? {})) makers.set(name, file);
    if (plugin.markdown !== undefined) extensions.push(teaching(plugin.markdown, file));
  }
  const plugins = mix(markOfData(config.plugins), loaded);
  const markdown = { ...config.markdown, extensions, plugins };
  if (diagnostics.length === 0)
    diagnostics.push(...untaught({ ...markdown, extras: true }, config.news.locales, site));
  return { config: { ...config, markdown, helpers }, diagnostics, loaded, allLoaded };
}

/** An extension that cannot teach a parser. */
class Untaught extends Error {
  override readonly name = 'Untaught';
  constructor(
    readonly file: string,
    cause: unknown,
  ) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

/** The extension, which says whose it is where it fails. */
function teaching(extension: MarkdownExtension, file: string): MarkdownExtension {
  return (parser, about) => {
    let returned: unknown;
    try {
      returned = extension(parser, about);
    } catch (error) {
      throw new Untaught(file, error);
    }
    if (!(returned instanceof Promise)) return;
    // Its failure would else end the process.
    returned.catch(() => {});
    throw new Untaught(file, 'it returned a promise, for which no text waits');
  };
}

/** What fails before the first text is told once, and of its plugin; not of each text. */
function untaught(settings: MarkdownSettings, locales: Locales, site: string): Diagnostic[] {
  if (settings.extensions?.length === 0) return [];
  try {
    for (const { language } of locales) tryExtensions(settings, language);
    return [];
  } catch (error) {
    if (!(error instanceof Untaught)) throw error;
    const { file, message, cause } = error;
    const what = `the plugin failed when it was given the parser${placeOf(file, site, cause)}: ${message}`;
    return [diagnostic('plugin/load', file, what, NOTHING_WITHOUT)];
  }
}

/** Stands for all that lies in the folder, whichever file imports it, and for installed packages. */
function markOfPlugins(files: Files, site: string, plugins: readonly FileEntry[]): Mark {
  const installed = files.readIfThere(installedIn(site));
  return mix(
    installed === null ? 0 : markOfBytes(installed),
    ...plugins.flatMap(({ path }) => {
      const bytes = files.readIfThere(`${site}/${PLUGINS_FOLDER}/${path}`) ?? new Uint8Array();
      return [markOf(path), markOfBytes(bytes)];
    }),
  );
}

function load(files: Files, site: string, file: string): Plugin | Diagnostic {
  let value: unknown;
  try {
    value = exported(files.load(`${site}/${file}`));
  } catch (error) {
    return loadFault(file, site, error);
  }
  if (isRecord(value)) return value;
  return diagnostic(
    'plugin/value',
    file,
    'the plugin exports nothing by default that is one',
    'Write export default {helpers: {…}, markdown(parser) {…}}, with one of the two or both.',
  );
}

/** What a module exports by default. It is read here and nowhere else: reading may run code of the plugin, too. */
function exported(value: unknown): unknown {
  const plugin = isRecord(value) && 'default' in value ? value.default : value;
  if (!isRecord(plugin)) return plugin;
  const { helpers, markdown } = plugin;
  return {
    ...plugin,
    ...(markdown !== undefined && { markdown }),
    ...(helpers !== undefined && { helpers: isRecord(helpers) ? { ...helpers } : helpers }),
  };
}

function loadFault(file: string, site: string, error: unknown): Diagnostic {
  const isError = error instanceof Error;
  if (isError && 'code' in error && error.code === 'ERR_REQUIRE_ASYNC_MODULE')
    return diagnostic(
      'plugin/load',
      file,
      'the plugin waits for something at its top level',
      'A build does not wait. Take the await out, and read files with readFileSync.',
    );
  const [message = ''] = (isError ? error.message : String(error)).split('\n');
  const at = placeOf(file, site, error);
  const elsewhere = at === '' && error instanceof SyntaxError ? ': in a file that it imports' : at;
  return diagnostic(
    'plugin/load',
    file,
    `the plugin cannot be loaded${elsewhere}: ${message}`,
    NO_ES_MODULE.test(message) && file.endsWith('.js')
      ? `By the "type" of package.json it is no ES module. Name it ${nameOf(file).replace(/js$/, 'mjs')}, or write module.exports = {…}.`
      : NOTHING_WITHOUT,
  );
}

/** What Node says of an ES module that it reads as CommonJS. */
const NO_ES_MODULE = /^(?:Unexpected token 'export'|Cannot use import statement)/;

const NOTHING_WITHOUT =
  'Nothing is published without it. Mend it, or take it out of plugins: in site.yaml.';

/** Where a plugin failed, for a message. */
function placeOf(plugin: string, site: string, error: unknown): string {
  const at = thrownAt(site, error);
  if (at === null) return '';
  return at.file === plugin ? `: line ${at.line}` : `: ${at.file}, line ${at.line}`;
}

function faultsOf(plugin: Plugin, file: string, makers: ReadonlyMap<string, string>): Diagnostic[] {
  const fault = (message: string, help: string) => diagnostic('plugin/value', file, message, help);
  const faults: Diagnostic[] = [];
  for (const key of Object.keys(plugin).filter((one) => !PARTS.includes(one))) {
    const guess = didYouMean(suggest(key, PARTS));
    faults.push(fault(`a plugin has no "${key}"`, `${guess}It has helpers and markdown.`));
  }
  const { helpers = {}, markdown } = plugin as Record<string, unknown>;
  if (markdown !== undefined && typeof markdown !== 'function')
    faults.push(
      fault('"markdown" is no function', 'Write markdown(parser, {language}) { parser.use(…); }.'),
    );
  if (!isRecord(helpers))
    return [
      ...faults,
      fault('"helpers" has no names', 'Write helpers: {thousands(value) { return …; }}.'),
    ];
  for (const [name, helper] of Object.entries(helpers)) {
    const other = makers.get(name);
    if (typeof helper !== 'function')
      faults.push(fault(`the helper "${name}" is no function`, `Write ${name}(value) { … }.`));
    else if (isTakenHelper(name))
      faults.push(fault(`"${name}" is a helper of Gazeta`, 'Give yours another name.'));
    else if (!CALLABLE.test(name) || NO_NAMES.has(name))
      faults.push(
        fault(
          `"${name}" is no name that a template can call`,
          'Use another, of letters, digits and hyphens.',
        ),
      );
    else if (other !== undefined)
      faults.push(fault(`${other} has a helper "${name}", too`, 'Give one another name.'));
  }
  return faults;
}

const CALLABLE = /^[\p{L}_$][\p{L}\p{M}\p{N}_$-]*$/u;

/** Words of Handlebars, and what is not a name to JavaScript. */
const NO_NAMES = new Set(['this', 'else', 'as', 'true', 'false', 'null', 'undefined', '__proto__']);
