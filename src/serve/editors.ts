/** Addresses by which editors open a file at a line. */

/** Editors by the names of `--editor`. `{file}` is an absolute path, `{line}` and `{column}` count from 1. */
const EDITORS = {
  vscode: 'vscode://file{file}:{line}:{column}',
  cursor: 'cursor://file{file}:{line}:{column}',
  vscodium: 'vscodium://file{file}:{line}:{column}',
  zed: 'zed://file{file}:{line}:{column}',
  idea: 'idea://open?file={file}&line={line}&column={column}',
  sublime: 'subl://open?url=file://{file}&line={line}&column={column}',
  none: '',
} as const;

export const EDITOR_NAMES = Object.keys(EDITORS) as (keyof typeof EDITORS)[];

/** Makes the address for a file; null if no editor is to be opened. */
export type OpenIn = (file: string, line: number, column: number) => string | null;

/** By the name of an editor or a form of one's own; null if it is neither. */
export function editorOf(given: string): OpenIn | null {
  const form = (EDITORS as Readonly<Record<string, string>>)[given] ?? given;
  if (form === '') return () => null;
  if (!/^[a-z][a-z0-9+.-]*:/i.test(form) || !form.includes('{file}')) return null;
  if (/^(?:javascript|data|vbscript):/i.test(form)) return null;
  return (file, line, column) => {
    // Paths of Windows begin with a letter, and in these addresses with a slash as well.
    const path = encodeURI(file.startsWith('/') ? file : `/${file}`).replace(
      /[?#]/g,
      encodeURIComponent,
    );
    return form
      .replaceAll('{file}', path)
      .replaceAll('{line}', String(line))
      .replaceAll('{column}', String(column));
  };
}
