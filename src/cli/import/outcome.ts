/** What `gazeta import` says at its end: what was done, and what is to be done next. */
import { counted } from '../../import/exports.ts';
import type { ExportFacts } from '../../import/facts.ts';
import type { Counts, Imported } from '../../import/import.ts';
import { namedFrom, quoted } from '../report.ts';

/** The same as data. */
export function jsonOutcome(exitCode: number, imported: Imported, files: readonly string[]) {
  const { others, findings, ...rest } = imported;
  return { exitCode, ...rest, others: Object.fromEntries(others), files, diagnostics: findings };
}

export interface Told {
  readonly site: string;
  readonly here: string;
  /** The file of `--media`, as it was named. */
  readonly media: string | null;
  readonly facts: ExportFacts;
}

/** What was done, and what is to be done next. */
export function outcome(
  imported: Imported,
  files: readonly string[],
  { site, here, media, facts }: Told,
): string {
  const { pages, others, comments } = imported;
  const name = site === here ? '' : namedFrom(here, site);
  const option = site === here ? '' : ` --site ${quoted(name)}`;
  return [
    ...told(imported, 'article', `${site === here ? '' : `${name}/`}articles/`),
    ...(pages.written + pages.kept === 0
      ? []
      : told(pages, 'page', `${site === here ? '' : `${name}/`}pages/`)),
    files.length === 0
      ? null
      : `Made ${files.join(', ')}. See that the title, the time zone and the sections in site.yaml are right.`,
    others.size === 0
      ? null
      : `Left out: ${counted(others)}. A type becomes articles if it is named: --types post,video.`,
    comments === 0
      ? null
      : `${number(comments, 'comment')} ${comments === 1 ? 'was' : 'were'} left out.`,
    ...mediaAdvice(imported, media, facts, name),
    '',
    'Next:',
    `  gazeta check${option}`,
    `  gazeta dev${option} --open`,
  ]
    .filter((line) => line !== null)
    .join('\n');
}

/** What came of articles, or of pages. */
function told({ written, drafts, toCome, kept }: Counts, one: string, folder: string): string[] {
  const parts = [
    drafts === 0 ? null : number(drafts, 'draft'),
    toCome === 0 ? null : `${toCome} to be published later`,
  ].filter((part) => part !== null);
  return [
    `Imported ${number(written, one)} into ${folder}${parts.length === 0 ? '' : `, ${parts.join(' and ')} among them`}.`,
    ...(kept === 0
      ? []
      : [
          `${number(kept, one)} ${kept === 1 ? 'was' : 'were'} there already and ${kept === 1 ? 'stays as it is' : 'stay as they are'}.`,
        ]),
  ];
}

function mediaAdvice(
  { media: { length }, pages }: Imported,
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
        `Articles ${pages.written + pages.kept === 0 ? '' : 'and pages '}name ${files} of the old site, by the addresses that they had there: copy its folder wp-content/uploads to ${folder}/wp-content/uploads, or have their list with --media FILE.`,
      ]
    : [
        `The addresses of ${files} of the old site are in ${media}. To fetch them:`,
        // Without the last option it writes bytes of letters that are not ASCII in another way.
        `  wget -x -nH${depth === 0 ? '' : ` --cut-dirs=${depth}`} -P ${quoted(folder)} -i ${quoted(media)} --restrict-file-names=nocontrol`,
      ];
}

const number = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
