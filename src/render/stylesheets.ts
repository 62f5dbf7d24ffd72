/**
 * Style sheets: a file of `assets/` with those of `styles/` that it imports, as one small file. The only
 * file that knows Lightning CSS.
 */
import { createRequire } from 'node:module';
import type { transform as Transform, UrlDependency } from 'lightningcss';
import { type Diagnostic, diagnostic, placeAt } from '../base/diagnostic.ts';
import { joinWithin } from '../base/paths.ts';
import { suggest } from '../base/suggest.ts';

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
}

/** The oldest browsers for which CSS is written: the first with `@layer`, of spring 2022. */
const TARGETS = { chrome: 99 << 16, firefox: 97 << 16, safari: (15 << 16) | (4 << 8) };

const IMPORT = /^@import\s+"([^"\n]+)"(?:\s+layer\(([\w.-]+)\))?\s*;[ \t]*$/gm;

/**
 * The text of a style sheet with its imports in place, each in its layer, and without what browsers do not
 * need. `url()` names files of the theme as editors know them, relative to where they stand.
 */
export function stylesheet(
  path: string,
  context: StyleContext,
): { css: string; diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const css = assemble(path, context, [], diagnostics);
  return { css, diagnostics };
}

function assemble(
  path: string,
  context: StyleContext,
  around: readonly string[],
  diagnostics: Diagnostic[],
): string {
  const { file, source } = context.sources.get(path) ?? { file: path, source: '' };
  const imported: string[] = [];
  const own = source.replace(IMPORT, (line, target: string, layer: string, offset: number) => {
    const other = joinWithin(path.slice(0, path.lastIndexOf('/')), target);
    const isThere = other !== null && context.sources.has(other);
    if (!isThere || [...around, path].includes(other)) {
      const at = placeAt(file, source, offset + line.indexOf('"') + 1, target.length);
      const names = [...context.sources.keys()].filter((name) => name.startsWith('styles/'));
      const meant = isThere ? null : suggest(other ?? target, names);
      diagnostics.push(
        diagnostic(
          'template/style',
          at,
          isThere ? `"${target}" imports itself` : `there is no style sheet "${target}"`,
          `${meant === null ? '' : `Did you mean "../${meant}"? `}Style sheets that others import are in templates/styles/.`,
        ),
      );
    } else {
      const text = assemble(other, context, [...around, path], diagnostics);
      if (text !== '') imported.push(layer === undefined ? text : `@layer ${layer}{${text}}`);
    }
    // As long as it was, so that places in the rest stay true.
    return ' '.repeat(line.length);
  });
  return minified(path, file, own, context, diagnostics) + imported.join('');
}

function minified(
  path: string,
  file: string,
  source: string,
  { addressOf }: StyleContext,
  diagnostics: Diagnostic[],
): string {
  try {
    const { code, dependencies } = load()({
      filename: file,
      code: Buffer.from(source),
      minify: true,
      targets: TARGETS,
      analyzeDependencies: true,
    });
    let css = code.toString();
    // Imports are gone by now, so that all that is left is of `url()`.
    for (const { url, placeholder, loc } of (dependencies ?? []) as UrlDependency[]) {
      const isOwn = !/^(?:[a-z][a-z0-9+.-]*:|\/|#)/i.test(url);
      const named = isOwn ? joinWithin(path.slice(0, path.lastIndexOf('/')), url) : null;
      const address = named === null ? null : addressOf(named);
      if (isOwn && address === null)
        diagnostics.push(
          diagnostic(
            'template/style',
            place(file, source, loc.start, url.length),
            `there is no file "${url}"`,
            'Put it into templates/assets/, and name it from the folder of the style sheet: url("../assets/paper.webp").',
          ),
        );
      css = css.replaceAll(placeholder, address ?? url);
    }
    return css;
  } catch (error) {
    const { loc, message } = error as Error & { loc?: { line: number; column: number } };
    if (loc === undefined) throw error;
    const help = 'Look for a { without }, a missing semicolon, or a sign that is not CSS.';
    const at = place(file, source, { ...loc, column: loc.column }, 1);
    diagnostics.push(diagnostic('template/style', at, `this is not CSS: ${message}`, help));
    return '';
  }
}

/** A line and column, both from 1, of a style sheet. */
function place(file: string, source: string, at: { line: number; column: number }, length: number) {
  let offset = 0;
  for (let line = 1; line < at.line; line++) offset = source.indexOf('\n', offset) + 1;
  return placeAt(file, source, offset + at.column - 1, length);
}

/** Loaded when there is a style sheet to be made: it is a program for each system, and takes a while. */
function load(): typeof Transform {
  const loaded = createRequire(import.meta.url)('lightningcss') as { transform: typeof Transform };
  return loaded.transform;
}
