/** All files of a new paper, as data. */
import type { Instant } from '../../base/instant.ts';
import { languageTag } from '../../base/language.ts';
import { type Start, WORKFLOWS } from '../../host/workflows/table.ts';
import type { NewPaper } from '../../import/new-paper.ts';
import { GITIGNORE, packageText } from './package-text.ts';
import { type Answers, EXAMPLE_URL, type Facts, sectionsIn } from './questions.ts';
import { sampleFiles } from './samples.ts';
import { settingsText } from './settings-text.ts';

/** The files by path, in the order in which they are written: site.yaml last, since with it there is a paper. */
export function paperFiles(
  answers: Answers,
  { folder, hasArticles }: Facts,
  now: Instant,
  version: string,
): Record<string, string> {
  const { timezone, url } = answers;
  const { host, files: workflow } = WORKFLOWS[answers.host as Start];
  const title = answers.title.replace(/\s+/g, ' ').trim();
  const language = languageTag(answers.language) ?? 'en';
  const sections = sectionsIn(answers.sections);
  const samples = { language, sections, timezone, now, workflow: workflowFile(answers) };
  return {
    ...(hasArticles ? {} : sampleFiles(samples)),
    '.gitignore': GITIGNORE,
    'package.json': packageText(folder, version),
    ...workflow,
    'site.yaml': settingsText({ title, language, sections, timezone, url, host }),
  };
}

/** The files of a paper that moves in, whose articles are there. */
export function importedFiles(
  paper: Omit<NewPaper, 'timezone'> & { readonly timezone: string },
  start: Start,
  folder: string,
  version: string,
): Record<string, string> {
  const { host, files: workflow } = WORKFLOWS[start];
  const url = paper.url === '' ? EXAMPLE_URL : paper.url;
  return {
    '.gitignore': GITIGNORE,
    'package.json': packageText(folder, version),
    ...workflow,
    'site.yaml': settingsText({ ...paper, url, host }),
  };
}

/** The file whose comments say what is to be done once at the host; null if there is none. */
export function workflowFile({ host }: Answers): string | null {
  return Object.keys(WORKFLOWS[host as Start].files)[0] ?? null;
}
