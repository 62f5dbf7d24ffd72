/** The text of a style sheet before it is read as CSS: its imports, and what a reader of CSS would pass over in silence. */

/** A style sheet that another takes in (CSS Cascade 5, 2). */
export interface Import {
  readonly at: number;
  /** After its semicolon. */
  readonly end: number;
  /** As it is written; null where `problem` says why. */
  readonly target: string | null;
  readonly layer: string | null;
  readonly problem: { readonly message: string; readonly help: string } | null;
}

/** The text with comments, and what stands within quotes and url(), as blanks: of the same length, with the same lines. */
export function masked(source: string): string {
  return source.replace(
    /\/\*[\s\S]*?(?:\*\/|$)|"(?:\\[\s\S]|[^"\\\n])*"|'(?:\\[\s\S]|[^'\\\n])*'|\burl\(\s*[^"'\s)][^)]*\)/gi,
    (part) => {
      if (part.startsWith('/*')) return blank(part);
      // The signs around it stay, so that something is seen to stand there.
      const edge = /^url/i.test(part) ? 4 : 1;
      return part.slice(0, edge) + blank(part.slice(edge, -1)) + part.slice(-1);
    },
  );
}

function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}

/** The imports of a sheet in their order; `text` is the masked one. */
export function importsOf(source: string, text: string): Import[] {
  let isEarly = true;
  let done = 0;
  return [...text.matchAll(/(?<=^|[;{}\s])@import\b[^;{}]*(?:;|$)/gi)].map((match) => {
    const { index: at } = match;
    const end = at + match[0].length;
    // Before an import only statements of layers and of the character set may stand.
    const between = text.slice(done, at).replace(/@(?:layer|charset)\b[^;{}]*;/gi, '');
    isEarly &&= between.trim() === '';
    done = end;
    const written = source.slice(at, end);
    const form =
      /^@import\s+(?:url\(\s*)?(?:"([^"]*)"|'([^']*)'|([^"'\s)]+))\s*\)?(?:\s+layer\(\s*([\w.-]+)\s*\))?\s*;?$/i.exec(
        written.replace(/\/\*[\s\S]*?\*\//g, ' '),
      );
    const none = { at, end, target: null, layer: null };
    if (!isEarly)
      return {
        ...none,
        problem: {
          message: 'this import stands after a rule, where browsers pass over it',
          help: 'Put it at the top of the file.',
        },
      };
    if (form === null)
      return {
        ...none,
        problem: {
          message: 'this import has a form that is not read',
          help: 'Write it as @import "../styles/card.css"; or with a layer, @import "../styles/card.css" layer(parts);. For a condition, write the rules within @media.',
        },
      };
    const target = form[1] ?? form[2] ?? form[3] ?? '';
    return { at, end, target, layer: form[4] ?? null, problem: null };
  });
}

/**
 * Where a sign is missing that CSS itself does not miss: a comment or a block that is never closed, and a declaration
 * that goes on into the next. `text` is the masked one.
 */
export function missingSign(source: string, text: string): { at: number; message: string } | null {
  const rest = text.trimEnd().length;
  const comment = source
    .slice(rest)
    .replace(/\/\*[\s\S]*?\*\//g, blank)
    .indexOf('/*');
  if (comment >= 0) return { at: rest + comment, message: 'this comment has no */' };
  const open: number[] = [];
  for (const { 0: sign, index } of text.matchAll(/[{}]/g)) {
    if (sign === '{') open.push(index);
    else open.pop();
  }
  const last = open.at(-1);
  if (last !== undefined) return { at: last, message: 'this { has no }' };
  // From a colon to the end of its declaration, with a line within that begins as a declaration does.
  for (const match of text.matchAll(/[{};]\s*([\w-]+)\s*:([^:;{}]*)\n\s*[\w-]+\s*:[^;{}]*[;}]/g)) {
    const value = (match[2] ?? '').trimEnd();
    const at = match.index + match[0].indexOf(match[2] ?? '') + value.length - 1;
    if (value.trim() !== '' && !match[1]?.startsWith('--'))
      return { at, message: 'this declaration has no ; at its end' };
  }
  return null;
}
