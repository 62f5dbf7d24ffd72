/** Files of a paper's theme that no page uses: most have a name that is nearly right. */
import { type Diagnostic, diagnostic } from '../base/diagnostic.ts';
import type { FileEntry, Files } from '../base/files.ts';
import { nameOf } from '../base/paths.ts';
import { suggest } from '../base/suggest.ts';
import { PAGE_KINDS } from '../pages/page.ts';
import { calledBy } from './template-marks.ts';
import type { Theme } from './theme.ts';
import { STYLE_SHEET } from './theme.ts';

/** The paper's own folder, as messages name it. */
const OWN = 'templates/';

/** Templates that are neither a page's nor called by one that is. */
export function unusedTemplates({ templates }: Pick<Theme, 'templates'>): Diagnostic[] {
  const used = new Set(PAGE_KINDS.flatMap((kind) => calledBy(kind, templates)));
  const others = [...used].filter((name) => !templates.get(name)?.file.startsWith(OWN));
  return [...templates]
    .filter(([name, { file }]) => file.startsWith(OWN) && !used.has(name))
    .map(([name, { file }]) => {
      const meant = suggest(name, others);
      return diagnostic(
        'check/template',
        file,
        'no page is made from this template, and none calls it',
        meant === null
          ? `Call it from another one: {{> ${name}}}. Pages are made from ${PAGE_KINDS.join(', ')}.`
          : `Did you mean ${OWN}${meant}.hbs?`,
      );
    });
}

/** What the theme reads, by paths below its folder; what it does with other files, nobody sees. */
const READ = /^(?:assets|admin)\/|^styles\/.*\.css$|^labels\/[^/]+\.yaml$|\.hbs$/;

/** Notes beside the theme, and files of editors. */
const ASIDE = /(?:^|\/)\.|(?:^|\/)[^./]+$|\.(?:md|txt)$/i;

/** Files beside the templates that nothing reads: `entries` of the paper's own folder, `ours` of the default theme. */
export function unusedFiles(
  files: Pick<Files, 'read'>,
  folder: string,
  entries: readonly FileEntry[],
  ours: readonly FileEntry[],
  { templates }: Pick<Theme, 'templates'>,
): Diagnostic[] {
  const known = ours.map(({ path }) => path);
  const paths = entries.map(({ path }) => path).filter((path) => !known.includes(path));
  const textOf = (path: string) => new TextDecoder().decode(files.read(`${folder}/${path}`));
  const sheets = entries.map(({ path }) => path).filter((path) => path.endsWith('.css'));
  // Sheets of assets/ may be imported, too.
  const isNamed = (path: string) =>
    sheets.some((sheet) => sheet !== path && textOf(sheet).includes(nameOf(path))) ||
    (path.startsWith('assets/') &&
      [...templates.values()].some(({ source }) => source.includes(nameOf(path))));
  return paths
    .filter((path) => !ASIDE.test(path))
    .filter((path) => (READ.test(path) ? STYLE_SHEET.test(path) && !isNamed(path) : true))
    .map((path) => {
      const meant = meantBy(path, known);
      return diagnostic(
        'check/template',
        OWN + path,
        'no page uses this file',
        meant === null ? HELP : `Did you mean ${OWN}${meant}?`,
      );
    });
}

const HELP =
  'Templates end in .hbs. A sheet of styles/ is imported by one of assets/, and that is named by a template: {{asset "weather.css"}}.';

/** The file of the theme that has the same name, or the same without its ending, else one that is spelled nearly so. */
function meantBy(path: string, known: readonly string[]): string | null {
  const stem = (one: string) => one.replace(/\.[^./]*$/, '').toLowerCase();
  return (
    known.find((one) => nameOf(one) === nameOf(path)) ??
    known.find((one) => stem(one) === stem(path)) ??
    suggest(path, known)
  );
}
