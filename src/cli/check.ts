/** `gazeta check`: all that a build would say, and what an editor would remark on; nothing is written. */
import { build } from '../build.ts';
import { readNow, readOptions } from './arguments.ts';
import { tellFindings } from './findings.ts';
import { exitCodeOf } from './report.ts';
import type { World } from './world.ts';

/** The text of `gazeta check --help`. */
export const CHECK_HELP = `Usage: gazeta check [options]

Tells all that a build would tell, and what else may not be meant: dead links
and anchors, pictures without a text for those who do not see them, headings that
skip a level, flash news past its time, embargoes within the hour, authors and
sections without articles, tags that are spelled in two ways, days without a time.
Writes nothing.

  --site DIR      the folder of the paper (default: this one)
  --now INSTANT   the moment to check for (default: the clock)
  --drafts        with drafts
  --store DIR     what builds know of the paper (default: .gazeta in its folder)
  --json          the result as JSON
  --help          this text

Exit codes: those of gazeta build; remarks alone give 0.`;

/** Runs the command; returns the exit code. */
export function checkCommand(args: readonly string[], world: World): number {
  const options = readOptions(args, {
    site: { type: 'string' },
    now: { type: 'string' },
    drafts: { type: 'boolean' },
    store: { type: 'string' },
    json: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  });
  const { files, printer, theme } = world;
  if (options.help) {
    printer.out(CHECK_HELP);
    return 0;
  }
  const site = world.resolve(options.site ?? '.');
  const result = build({
    files,
    site,
    out: null,
    theme,
    now: readNow(options.now, site, world),
    drafts: options.drafts ?? false,
    purpose: 'check',
    takeover: 'refuse',
    allowRemovals: false,
    cache: true,
    verify: false,
    version: world.version,
    store: options.store === undefined ? null : world.resolve(options.store),
    trace: null,
    jobs: 1,
    worker: null,
  });
  const exitCode = exitCodeOf(result);
  const { articles, diagnostics, heldBack } = result;
  if (options.json) {
    printer.out(JSON.stringify({ exitCode, articles, heldBack, diagnostics }, null, 2));
    return exitCode;
  }
  tellFindings(world, diagnostics, false);
  if (diagnostics.length === 0)
    printer.out(`Checked ${articles} ${articles === 1 ? 'article' : 'articles'}: nothing to mend.`);
  return exitCode;
}
