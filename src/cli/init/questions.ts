/** What a new paper must know: how each thing is asked, what holds without an answer, and what is no answer. */
import { isTimeZone } from '../../base/instant.ts';
import { languageFault } from '../../base/known-languages.ts';
import { nameOf } from '../../base/paths.ts';
import { suggest } from '../../base/suggest.ts';
import { readConfig } from '../../config.ts';
import { STARTS } from '../../host/workflows/table.ts';
import { section, sectionNames } from '../../news/section.ts';
import { meantText } from '../mistakes.ts';
import { sectionsFor } from './texts.ts';

/** What is known before anything is answered. */
export interface Facts {
  /** The folder of the paper. */
  readonly folder: string;
  /** The zone of the computer, if it tells. */
  readonly zone: string | undefined;
  /** True if there are articles already: what sections they are in is theirs to say. */
  readonly hasArticles: boolean;
}

/** The answers, each as it was typed, by the name of its option. */
export type Answers = { readonly [N in QuestionName]: string };
export type QuestionName = 'title' | 'language' | 'sections' | 'timezone' | 'url' | 'host';

export interface Question {
  readonly name: QuestionName;
  /** As it is asked on a terminal. */
  readonly ask: string;
  /** What is said before it, once. */
  readonly hint?: string;
  /** False if the computer answers by itself. */
  readonly isAsked: (facts: Facts) => boolean;
  /** What holds without an answer. */
  readonly fallback: (facts: Facts, earlier: Partial<Answers>) => string;
  /** What is wrong with an answer, and what to do; null if it is right. */
  readonly problem: (answer: string) => string | null;
}

const always = () => true;

/** All questions, in the order in which they are asked. */
export const QUESTIONS: readonly Question[] = [
  {
    name: 'title',
    ask: 'The name of the paper',
    isAsked: always,
    fallback: ({ folder }) => titleFrom(nameOf(folder)),
    problem: (answer) => (answer.trim() === '' ? 'is empty: a paper has a name' : null),
  },
  {
    name: 'language',
    ask: 'Its language (en, sq, de, it, mk, sr, sr-Latn, tr, or any other tag)',
    isAsked: always,
    fallback: () => 'en',
    problem: languageProblem,
  },
  {
    name: 'sections',
    ask: 'Its sections, with commas between them (- for none)',
    isAsked: always,
    fallback: ({ hasArticles }, { language = 'en' }) =>
      hasArticles ? '-' : sectionsFor(language).join(', '),
    problem: sectionsProblem,
  },
  {
    name: 'timezone',
    ask: 'Its time zone, such as Europe/Belgrade',
    isAsked: ({ zone }) => zone === undefined,
    fallback: ({ zone }) => zone ?? 'UTC',
    problem: zoneProblem,
  },
  {
    name: 'url',
    ask: 'Its public address (press Enter if it has none yet)',
    isAsked: always,
    fallback: () => EXAMPLE_URL,
    problem: (answer) => settingProblem('url', answer),
  },
  {
    name: 'host',
    hint: `Hosts: ${STARTS.join(', ')}.\nChoose any for another host, or if you have not decided yet.`,
    ask: 'Where it is published',
    isAsked: always,
    fallback: () => 'any',
    problem: (answer) =>
      STARTS.some((start) => start === answer)
        ? null
        : advised(
            'is not a host that is known',
            suggest(answer, STARTS),
            `They are ${STARTS.join(', ')}; any is for all others`,
          ),
  },
];

/** Stands in a new paper until its address is known: without one it would have no feeds and sitemaps. */
export const EXAMPLE_URL = 'https://example.org/';

/** The sections in an answer; none for `-` or nothing. */
export function sectionsIn(answer: string): string[] {
  if (answer.trim() === '-') return [];
  return answer
    .split(',')
    .map((name) => name.replace(/\s+/g, ' ').trim())
    .filter((name) => name !== '');
}

/** A name for people from that of a folder: `our-paper` is "Our Paper". */
function titleFrom(folder: string): string {
  const words = folder.split(/[-_.\s]+/).filter((word) => word !== '');
  const title = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ');
  return title === '' ? 'Gazeta' : title;
}

function languageProblem(answer: string): string | null {
  const fault = languageFault(answer);
  if (fault === null) return null;
  return advised(fault.problem, fault.meant, 'Write its tag as in BCP 47: sq, sr-Latn, pt-BR');
}

function sectionsProblem(answer: string): string | null {
  const names = new Map<string, string>();
  for (const name of sectionsIn(answer)) {
    const { slug } = section(sectionNames(name));
    const other = names.get(slug);
    if (other !== undefined)
      return `has two sections with one address, /${slug}/: "${other}" and "${name}". Letter case and accents make no difference: leave out one of them, or give it another name`;
    names.set(slug, name);
  }
  return settingProblem('sections', [...names.values()]);
}

function zoneProblem(answer: string): string | null {
  if (isTimeZone(answer)) return null;
  return advised(
    'is not a time zone',
    suggest(answer, Intl.supportedValuesOf('timeZone')),
    'Write a name of the IANA time zone database: Europe/Belgrade',
  );
}

/** What site.yaml would be told of the value. */
function settingProblem(key: string, value: unknown): string | null {
  const [found] = readConfig(`${key}: ${JSON.stringify(value)}\n`, 'paper').diagnostics;
  if (found === undefined) return null;
  // The value itself is told before the problem.
  const message = found.message.replace(`${JSON.stringify(value)} `, '');
  return `${message}. ${found.help.replace(/\.$/, '')}`;
}

/** A problem, what was meant if something is near, and what to do. */
function advised(problem: string, meant: string | null, advice: string): string {
  return `${problem}${meantText(meant) || '.'} ${advice}`;
}
