/**
 * Style sheets: a file of `assets/` with those of `styles/` that it imports, as one small file. The only
 * file that knows Lightning CSS.
 */
import type * as Lightning from 'lightningcss';
import { type Diagnostic, diagnostic, placeAt } from '../base/diagnostic.ts';
import { lazily } from '../base/lazy.ts';
import { decodedAddress, folderOf, joinWithin } from '../base/paths.ts';
import { suggest } from '../base/suggest.ts';
import { importsOf, masked, missingSign } from './style-text.ts';

/** Loaded when there is a style sheet to be made: it is a program for each system, and takes a while. */
const lightning = lazily<typeof Lightning>('lightningcss');

/** A file of text as readers of messages know it. */
export interface StyleSource {
  readonly file: string;
  readonly source: string;
}

/** What style sheets may ask for. */
export interface StyleContext {
  /** By path below `templates/`: `styles/masthead.css`, `assets/site.css`. */
  readonly sources: ReadonlyMap<string, StyleSource>;
  /** The address of a file of `templates/`, relative to the sheet's; null if it is not there. */
  addressOf(path: string): string | null;
  /** An address from the root of the site, `/images/x.png`, below the path of the paper's url. */
  fromRoot(path: string): string;
}

/** The oldest browsers for which CSS is written: the first with `@layer`, of spring 2022. */
const TARGETS = { chrome: 99 << 16, firefox: 97 << 16, safari: (15 << 16) | (4 << 8) };

/**
 * The text of a style sheet with its imports in place, each in its layer, and without what browsers do not
 * need. `url()` names files of the theme as editors know them, relative to where they stand.
 */
export function stylesheet(
  path: string,
  context: StyleContext,
): { css: string; diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const css = assemble(path, context, [], (found) => diagnostics.push(found));
  return { css, diagnostics };
}

type Tell = (found: Diagnostic) => void;

/** What stands between the imports, and the imports, in their order: that is what decides between rules. */
function assemble(
  path: string,
  context: StyleContext,
  around: readonly string[],
  tell: Tell,
): string {
  const sheet = context.sources.get(path) as StyleSource;
  const { file, source } = sheet;
  const text = masked(source);
  const missing = missingSign(source, text);
  if (missing !== null) {
    const help = 'A browser reads on over the next rules until it finds one.';
    tell(diagnostic('template/style', placeAt(file, source, missing.at), missing.message, help));
    return '';
  }
  const parts: string[] = [];
  let from = 0;
  const own = (to: number) => {
    if (/^[\s;]*$/.test(text.slice(from, to))) return;
    // With the lines before it blank, so that places stay true.
    const before = source.slice(0, from).replace(/[^\n]/g, ' ');
    parts.push(minified(path, { file, source: before + source.slice(from, to) }, context, tell));
  };
  for (const found of importsOf(source, text)) {
    own(found.at);
    from = found.end;
    const at = placeAt(file, source, found.at, found.end - found.at);
    const other = found.target === null ? null : joinWithin(folderOf(path), found.target);
    const problem =
      found.problem ?? importProblem(found.target ?? '', other, path, around, context);
    if (problem !== null || other === null) {
      tell(diagnostic('template/style', at, problem?.message ?? '', problem?.help ?? ''));
      continue;
    }
    const css = assemble(other, context, [...around, path], tell);
    if (css !== '') parts.push(found.layer === null ? css : `@layer ${found.layer}{${css}}`);
  }
  own(source.length);
  return parts.join('');
}

/** Why a file cannot be imported; null if it can. */
function importProblem(
  target: string,
  path: string | null,
  by: string,
  around: readonly string[],
  { sources }: StyleContext,
): { message: string; help: string } | null {
  if (path !== null && sources.has(path)) {
    if (![...around, by].includes(path)) return null;
    const way = [...around, by].slice([...around, by].indexOf(path));
    return {
      message: `"${target}" imports itself`,
      help: `${[...way, path].join(' imports ')}. Take one of these imports out.`,
    };
  }
  if (/^(?:[a-z]+:)?\/\//i.test(target))
    return {
      message: `"${target}" is on another site`,
      help: 'Nothing is fetched from elsewhere. Put the style sheet into templates/styles/, and fonts into templates/assets/fonts/.',
    };
  const names = [...sources.keys()].filter((name) => name.startsWith('styles/'));
  const meant = suggest(path ?? target, names);
  return {
    message: `there is no style sheet "${target}"`,
    help: `${meant === null ? '' : `Did you mean "../${meant}"? `}Style sheets that others import are in templates/styles/.`,
  };
}

function minified(
  path: string,
  { file, source }: StyleSource,
  context: StyleContext,
  tell: Tell,
): string {
  try {
    const { transform, Features } = lightning();
    const { code, dependencies } = transform({
      filename: file,
      code: Buffer.from(source),
      minify: true,
      targets: TARGETS,
      // It would put properties of its own beside every color-scheme.
      exclude: Features.LightDark,
      analyzeDependencies: true,
    });
    let css = code.toString();
    // Imports are taken out before, so that all that is left is of `url()`.
    for (const { url, placeholder, loc } of (dependencies ?? []) as Lightning.UrlDependency[]) {
      const address = addressOf(url, path, context);
      if (address === null) {
        const help =
          'Put it into templates/assets/, and name it from the folder of the style sheet: url("../assets/paper.webp").';
        const at = place(file, source, loc.start, url.length);
        tell(diagnostic('template/style', at, `there is no file "${url}"`, help));
      }
      css = css.replaceAll(placeholder, () => address ?? url);
    }
    return css;
  } catch (error) {
    const { loc, message } = error as Error & { loc?: { line: number; column: number } };
    const at = loc === undefined ? file : place(file, source, loc, 1);
    const [what, help] = /^Ambiguous url/.test(message)
      ? [
          'a url() in a custom property leads from wherever the property is used',
          'Write the url() in the rule that uses it.',
        ]
      : [`this is not CSS: ${message}`, 'Look for a sign that is not CSS.'];
    tell(diagnostic('template/style', at, what, help));
    return '';
  }
}

/** Where a `url()` leads; null if it names a file of the theme that is not there. */
function addressOf(url: string, path: string, context: StyleContext): string | null {
  if (/^(?:[a-z][a-z0-9+.-]*:|#|\/\/)/i.test(url)) return url;
  if (url.startsWith('/')) return context.fromRoot(url);
  const cut = url.search(/[?#]/);
  const name = cut < 0 ? url : url.slice(0, cut);
  const named = joinWithin(folderOf(path), decodedAddress(name));
  const address = named === null ? null : context.addressOf(named);
  return address === null ? null : address + url.slice(name.length);
}

/** A line and column, both from 1, of a style sheet. */
function place(file: string, source: string, at: { line: number; column: number }, length: number) {
  let offset = 0;
  for (let line = 1; line < at.line; line++) offset = source.indexOf('\n', offset) + 1;
  return placeAt(file, source, offset + at.column - 1, length);
}
