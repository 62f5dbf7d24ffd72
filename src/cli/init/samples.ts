/** The first texts of a paper as files: three articles that explain what to do next, one for each further section, and a page about the paper. */
import type { Instant } from '../../base/instant.ts';
import { slugify } from '../../base/slug.ts';
import { list, minutes, scalar } from '../../content/front-matter-text.ts';
import { section, sectionNames } from '../../news/section.ts';
import type { Text } from './text.ts';
import { textsFor } from './texts.ts';

export interface SampleFacts {
  readonly language: string;
  readonly sections: readonly string[];
  readonly timezone: string;
  readonly now: Instant;
  /** The file that publishes the paper; null if there is none. */
  readonly workflow: string | null;
}

const KEYS = ['welcome', 'write', 'publish'] as const;
const MINUTE = 60_000;

/** The files, by path. The first is the newest, a minute after the one below it, so that their order is theirs. */
export function sampleFiles(facts: SampleFacts): Record<string, string> {
  const { language, texts } = textsFor(facts.language);
  const placed = KEYS.map((key, at) => {
    const own = facts.sections[at % Math.max(1, facts.sections.length)] ?? null;
    return { key, section: own, file: fileOf(texts[key](NOTHING).title, own, facts) };
  });
  const files: [string, string | null, Text][] = placed.map(({ key, section: own, file }) => {
    const link = Object.fromEntries(
      placed.map((other) => [other.key, relative(own, other.section, other.file)]),
    ) as Record<(typeof KEYS)[number], string>;
    const name = facts.sections[0] ?? null;
    return [file, own, texts[key]({ section: name, workflow: facts.workflow, link })];
  });
  for (const own of facts.sections.slice(KEYS.length)) {
    const text = texts.section(sectionNames(own).at(-1) ?? own);
    files.push([fileOf(text.title, own, facts), own, text]);
  }
  // Else the paper's own language would be said of them.
  const lang = language === new Intl.Locale(facts.language).language ? null : `lang: ${language}`;
  const articles = files.map(([file, own, text], at): [string, string] => [
    file,
    fileText(text, [
      `date: ${minutes((facts.now - at * MINUTE) as Instant, facts.timezone)}`,
      own === null ? null : `section: ${scalar(own)}`,
      `tags: ${list([texts.tag])}`,
      `summary: ${scalar(text.summary)}`,
      lang,
    ]),
  ]);
  const { about } = texts;
  const page = fileText(about, [`summary: ${scalar(about.summary)}`, lang, 'draft: true']);
  return { ...Object.fromEntries(articles), [`pages/${slugify(about.title)}.md`]: page };
}

/** A file with a title, further lines of front matter, and a text. */
function fileText({ title, body }: Text, lines: readonly (string | null)[]): string {
  const matter = [`title: ${scalar(title)}`, ...lines].filter((line) => line !== null);
  return ['---', ...matter, '---', body].join('\n');
}

const NOTHING = {
  section: null,
  workflow: null,
  link: { welcome: '', write: '', publish: '' },
} as const;

function folderOf(own: string | null): string {
  return own === null ? 'articles' : `articles/${section(sectionNames(own)).slug}`;
}

function fileOf(title: string, own: string | null, { now, timezone }: SampleFacts): string {
  return `${folderOf(own)}/${minutes(now, timezone).slice(0, 10)}-${slugify(title)}.md`;
}

/** A file as it is named from an article of a section. */
function relative(from: string | null, to: string | null, file: string): string {
  if (from === to) return file.slice(file.lastIndexOf('/') + 1);
  const up = folderOf(from).split('/').slice(1);
  return up.map(() => '../').join('') + file.slice('articles/'.length);
}
