/** What stands for a template: its text, and that of all templates that it calls, whoever calls them. */
import { type Mark, markOf, markOfData, mix } from '../memo/mark.ts';
import type { Theme } from './theme.ts';

/**
 * Names that may be those of partials. A name is never computed (render/templates refuses that), so that looking for it
 * in the text is enough; one in a comment counts too, which costs no more than a page made for nothing.
 */
const CALLED =
  /\{\{~?#?\*?(?:>|inline)\s*(?:"((?:\\"|[^"])*)"|'((?:\\'|[^'])*)'|((?:\[[^\]]*\]|[^\s"'[\]}~])+))/g;

/** The names of a template and of all that it calls, sorted; none if there is no such template. */
export function calledBy(name: string, templates: Theme['templates']): readonly string[] {
  const closure = new Set<string>();
  const gather = (one: string): void => {
    const source = templates.get(one)?.source;
    if (source === undefined || closure.has(one)) return;
    closure.add(one);
    for (const called of callsOf(source)) gather(called);
  };
  gather(name);
  return [...closure].sort();
}

function callsOf(source: string): string[] {
  return [...source.matchAll(CALLED)].map(
    ([, double, single, path]) =>
      double?.replaceAll('\\"', '"') ?? single?.replaceAll("\\'", "'") ?? plain(path ?? ''),
  );
}

/** Names of templates that call themselves, of each circle of calls at least one. Each text is looked through once. */
export function recursiveTemplates(templates: Theme['templates']): ReadonlySet<string> {
  const recursive = new Set<string>();
  const done = new Set<string>();
  const visit = (name: string, around: readonly string[]): void => {
    const first = around.indexOf(name);
    if (first >= 0) for (const one of around.slice(first)) recursive.add(one);
    const source = templates.get(name)?.source;
    if (source === undefined || first >= 0 || done.has(name)) return;
    for (const called of callsOf(source)) visit(called, [...around, name]);
    done.add(name);
  };
  for (const name of templates.keys()) visit(name, []);
  return recursive;
}

/** A path as a name: brackets let a part of it have any signs. */
function plain(path: string): string {
  return path.replace(/[[\]]/g, '');
}

/** The marks of a theme's templates, by their names; of one that does not exist that of nothing. */
export function templateMarks({
  templates,
  labels,
  assets,
  hasFonts,
}: Theme): (name: string) => Mark {
  const shared = mix(
    markOfData([...labels].map(([language, own]) => [language, [...own]])),
    markOfData([...assets].map(([name, { address }]) => [name, address])),
    Number(hasFonts),
  );
  const marks = new Map<string, Mark>();
  return (name) => {
    let mark = marks.get(name);
    if (mark === undefined) {
      const texts = calledBy(name, templates).map((one) => `${one}\n${templates.get(one)?.source}`);
      mark = mix(shared, ...texts.map(markOf));
      marks.set(name, mark);
    }
    return mark;
  };
}
