/** Pages to bytes. */
import { type Diagnostic, diagnostic, placeAt } from '../base/diagnostic.ts';
import type { Memo } from '../memo/memo.ts';
import { PAGE_KINDS, type Page, type TextFile } from '../pages/page.ts';
import type { RailMode } from '../pages/settings.ts';
import { compileTemplates, offsetAt, type Template, TemplateError } from './templates.ts';
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
): Renderer {
  const compiled = compileTemplates(theme, base, rail, memo);
  const diagnostics: Diagnostic[] = [...compiled.diagnostics];
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
      if ('text' in page) return encode(page.text());
      const template: Template | undefined = compiled.templates.get(page.kind);
      if (template === undefined) return null;
      try {
        return encode(template(page.view()));
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

/** Texts as UTF-8, one after the other in the same memory: a new piece of memory for each page costs as much as its bytes. */
function encoder(): (text: string) => Uint8Array {
  const utf8 = new TextEncoder();
  let room = new Uint8Array(64 * 1024);
  return (text) => {
    // A unit of UTF-16 is three bytes at most.
    if (text.length * 3 > room.length) room = new Uint8Array(text.length * 4);
    return room.subarray(0, utf8.encodeInto(text, room).written);
  };
}

function renderFault(error: TemplateError, page: Page, theme: Theme): Diagnostic {
  const files = error.chain.map((name) => theme.templates.get(name)?.file ?? name);
  const inner = theme.templates.get(error.chain[0] ?? '');
  const through = files.length > 1 ? ` (${[...files].reverse().join(' > ')})` : '';
  const where =
    inner === undefined || error.line === null
      ? (files[0] ?? page.address)
      : placeAt(
          inner.file,
          inner.source,
          offsetAt(inner.source, error.line, error.column ?? 0),
          /^"(.*)"/.exec(error.message)?.[1]?.length,
        );
  return diagnostic(
    'template/render',
    where,
    error.message,
    `It happened while ${page.address} was made${through}. docs/templates.md lists what each template receives.`,
  );
}
