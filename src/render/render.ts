/** Pages to bytes. */
import { type Diagnostic, diagnostic, placeAt } from '../base/diagnostic.ts';
import { type HtmlBytes, piecesOf, roomOf } from '../content/html-bytes.ts';
import type { Memo } from '../memo/memo.ts';
import { PAGE_KINDS, type Page, type TextFile } from '../pages/page.ts';
import type { RailMode } from '../pages/settings.ts';
import type { Helpers } from './helpers.ts';
import { PLACE } from './quick-templates.ts';
import { placesOf, TemplateError } from './template-error.ts';
import { offsetAt } from './template-faults.ts';
import { compileTemplates, type Template } from './templates.ts';
import type { Theme } from './theme.ts';

/** Makes pages and files. */
export interface Renderer {
  /**
   * The bytes of a page, which stand until the next one is made; null if its template failed, which `diagnostics`
   * then tells.
   */
  render(page: Page | TextFile): Uint8Array | null;
  /** What went wrong so far; a fault that many pages share is told once. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Checks and compiles a theme; with errors in `diagnostics` nothing should be rendered. */
export function renderer(
  theme: Theme,
  base: string,
  rail: RailMode,
  memo: Pick<Memo, 'value'>,
  helpers: Helpers = {},
): Renderer {
  const diagnostics: Diagnostic[] = [];
  const tell = (logged: Diagnostic) => void diagnostics.push(logged);
  const compiled = compileTemplates(theme, base, rail, memo, true, tell, helpers);
  diagnostics.push(...compiled.diagnostics);
  const reported = new Set<string>();
  const encode = encoder();

  for (const kind of PAGE_KINDS)
    if (!theme.templates.has(kind))
      diagnostics.push(
        diagnostic('template/missing', `templates/${kind}.hbs`, `there is no template "${kind}"`),
      );

  return {
    diagnostics,
    render(page) {
      if ('text' in page) return encode(page.text(), NOTHING);
      const template: Template | undefined = compiled.templates.get(page.kind);
      if (template === undefined) return null;
      try {
        const placed: HtmlBytes[] = [];
        const view = page.view();
        return encode(template(view, placed), placed) ?? encode(template(view), NOTHING);
      } catch (error) {
        if (!(error instanceof TemplateError)) throw error;
        const key = `${error.chain[0]} ${error.line} ${error.column} ${error.message}`;
        if (!reported.has(key)) diagnostics.push(renderFault(error, page, theme));
        reported.add(key);
        return null;
      }
    },
  };
}

const NOTHING: readonly never[] = [];

/**
 * Texts as UTF-8, one after the other in the same memory: a new piece of memory for each page costs as much as its bytes.
 * Where `PLACE` stands, goes what is `placed`; null if there are not as many of these.
 */
function encoder(): (text: string, placed: readonly HtmlBytes[]) => Uint8Array | null {
  let room = Buffer.allocUnsafe(64 * 1024);
  return (text, placed) => {
    // A unit of UTF-16 is three bytes at most.
    let most = text.length * 3;
    for (const one of placed) most += roomOf(one);
    if (most > room.length) room = Buffer.allocUnsafe(most * 2);
    let used = 0;
    let done = 0;
    for (const one of placed) {
      const at = text.indexOf(PLACE, done);
      if (at < 0) return null;
      used += room.write(text.slice(done, at), used);
      for (const piece of piecesOf(one))
        if (typeof piece === 'string') used += room.write(piece, used);
        else {
          room.set(piece, used);
          used += piece.length;
        }
      done = at + PLACE.length;
    }
    if (placed.length > 0 && text.includes(PLACE, done)) return null;
    used += room.write(done === 0 ? text : text.slice(done), used);
    // No Buffer, whose `slice` would copy nothing.
    return new Uint8Array(room.buffer, room.byteOffset, used);
  };
}

function renderFault(error: TemplateError, page: Page, theme: Theme): Diagnostic {
  const { message, chain, line, column, sought } = error;
  const files = chain.map((name) => theme.templates.get(name)?.file ?? name);
  const inner = theme.templates.get(chain[0] ?? '');
  const through = files.length > 1 ? ` (${[...files].reverse().join(' > ')})` : '';
  const places =
    inner === undefined || sought === null ? [] : placesOf(sought, chain, inner.source);
  const at =
    inner !== undefined && line !== null ? offsetAt(inner.source, line, column ?? 0) : places[0];
  const where =
    inner === undefined || at === undefined
      ? (files[0] ?? page.address)
      : placeAt(inner.file, inner.source, at, /^"(.*)"/.exec(message)?.[1]?.length);
  // Where several places are alike, the first is shown and none kept back.
  const lines = places.slice(1).map((place) => inner?.source.slice(0, place).split('\n').length);
  const alike = line === null && lines.length > 0 ? ` (here, or in line ${lines.join(', ')})` : '';
  return diagnostic(
    'template/render',
    where,
    message + alike,
    `It happened while ${page.address} was made${through}. docs/templates.md lists what each template receives.`,
  );
}
