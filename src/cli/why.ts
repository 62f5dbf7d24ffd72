/** `gazeta why`: why a page was made, whether a build would make it again, and where an article is seen. */
import { isoLocal } from '../base/instant.ts';
import type { Answer, Hidden, PageAnswer } from '../stages/answering.ts';
import type { Reason } from '../stages/history.ts';
import { type WhyResult, why } from '../why.ts';
import type { Parsed } from './arguments.ts';
import { tellFindings } from './findings.ts';
import { readNow } from './moment.ts';
import { pathOf, UsageError, type World } from './world.ts';

/** Runs the command; returns the exit code. */
export function whyCommand({ values: options, positionals }: Parsed<'why'>, world: World): number {
  const { files, printer, theme, version } = world;
  const [page, ...more] = positionals;
  if (page === undefined || more.length > 0)
    throw new UsageError('name one page: gazeta why /2026/11/23/kfor/');
  const site = world.resolve(options.site ?? '.');
  const result = why({
    files,
    site,
    out: pathOf(options.out, world),
    theme,
    store: pathOf(options.store, world),
    now: readNow(options.now, site, world),
    version,
    page,
    path: world.resolve(page),
  });
  const { answer } = result;
  const isThere = answer !== null && (answer.address !== null || answer.file !== null);
  const exitCode = answer === null ? 2 : isThere ? 0 : 1;
  if (options.json) {
    printer.out(JSON.stringify(jsonAnswer(result, exitCode), null, 2));
    return exitCode;
  }
  if (answer === null) tellFindings(world, result.diagnostics, true);
  else if (isThere) printer.out(textOf(answer, result).join('\n'));
  else printer.message(unknownPage(page, answer.nearest));
  return exitCode;
}

function unknownPage(page: string, nearest: readonly string[]): string {
  if (nearest.length === 0) return `There is no page ${page}.`;
  return [`There is no page ${page}. Did you mean`, ...nearest].join('\n  ');
}

function textOf(answer: Answer, { complete, timezone }: WhyResult): string[] {
  const { address, file, page, hidden, last, next, reach } = answer;
  const lines = [[address, file ?? page?.maker].filter(Boolean).join(', ')];
  if (hidden !== null) lines.push(`  Readers cannot see it: ${hiddenText(hidden, timezone)}.`);
  if (page !== null) lines.push(...madeOf(page));
  if (last !== null && (page !== null || next.does === 'remove'))
    lines.push(...wrapped(`It was last made because ${reasonText(last)}.`));
  lines.push(...wrapped(nextText(answer)));
  if (!complete)
    lines.push('  But there are errors, and nothing would be published; see gazeta check.');
  if (reach !== null) {
    const { count, first } = reach;
    lines.push(
      `  ${count} other ${count === 1 ? 'page is' : 'pages are'} made from it${count > 0 ? ':' : '.'}`,
    );
    for (const one of first) lines.push(`    ${one}`);
    if (count > first.length) lines.push(`    … and ${count - first.length} more`);
  }
  return lines;
}

function madeOf({ maker, template, slices }: PageAnswer): string[] {
  // What is the article's own is named for its file, which stands above.
  const names = slices.map((name) => name.replace(` ${maker}`, ''));
  const shown = names.length === 0 ? [] : wrapped(`It shows: ${names.join(', ')}.`);
  if (template === null) return shown;
  const called = template.calls.map((name) => name.replace(/^partials\//, '')).join(', ');
  const others = called === '' ? '' : `, which calls ${called}`;
  return [...wrapped(`Its template is ${template.file}${others}.`), ...shown];
}

/** As many columns as a terminal surely has. */
const WIDTH = 80;

/** A sentence in lines; those after the first are set in. */
function wrapped(text: string): string[] {
  const lines: string[] = [];
  let line = ' ';
  for (const word of text.split(' ')) {
    if (line.length + 1 + word.length > WIDTH && line.trim() !== '') {
      lines.push(line);
      line = '   ';
    }
    line += ` ${word}`;
  }
  return [...lines, line];
}

function hiddenText({ state, since, until }: Hidden, timezone: string): string {
  const at = isoLocal(since ?? until ?? (0 as NonNullable<typeof since>), timezone);
  switch (state) {
    case 'draft':
      return 'it is a draft';
    case 'embargo':
      return `it is under embargo until ${at}`;
    case 'expired':
      return `it expired at ${at}`;
    case 'withdrawn':
      return 'it was withdrawn';
    case 'fault':
      return 'there is an error in it; see gazeta check';
  }
}

function reasonText({ because, parts }: Reason): string {
  switch (because) {
    case 'new':
      return 'it was new';
    case 'unknown':
      return 'nothing was known of what it had been made from';
    case 'kind':
      return 'a page of another kind stood there';
    case 'file':
      return 'the file was not there as it had been written';
    case 'moved':
      return parts.length === 0
        ? 'something that it is made from changed'
        : `of a change in ${listed(parts)}`;
  }
}

function nextText({ next, last, page }: Answer): string {
  const now = 'A build now would';
  switch (next.does) {
    case 'make':
      return last === null
        ? `It is not there yet. ${now} make it.`
        : `${now} make it again because ${reasonText(next.reason)}.`;
    case 'keep':
      // What it is copied from, or made smaller from, is not looked at.
      if (page === null) return 'It is no page. A build makes it again if its source is another.';
      return `${now} not make it again: nothing that it is made from has changed.`;
    case 'remove':
      return `${now} remove it.`;
    case 'nothing':
      return 'It has no page.';
  }
}

function listed(names: readonly string[]): string {
  const [last = '', ...others] = names.toReversed();
  return others.length === 0 ? last : `${others.toReversed().join(', ')} and ${last}`;
}

/** The answer as data (`--json`). */
function jsonAnswer({ answer, complete, diagnostics, timezone }: WhyResult, exitCode: number) {
  if (answer === null) return { exitCode, diagnostics };
  const { hidden, page, ...rest } = answer;
  const time = (at: Hidden['since']) => (at === null ? null : isoLocal(at, timezone));
  return {
    exitCode,
    complete,
    ...rest,
    hidden: hidden && { ...hidden, since: time(hidden.since), until: time(hidden.until) },
    page,
  };
}
