/** `gazeta check`: all that a build would say, and what an editor would remark on; nothing is written. */
import type { Parsed } from './arguments.ts';
import { dryBuild } from './dry-build.ts';
import { tellFindings } from './findings.ts';
import { readNow } from './moment.ts';
import { count, exitCodeOf } from './report.ts';
import type { World } from './world.ts';

/** Runs the command; returns the exit code. */
export function checkCommand({ values: options }: Parsed<'check'>, world: World): number {
  const { printer } = world;
  const site = world.resolve(options.site ?? '.');
  const now = readNow(options.now, site, world);
  const drafts = options.drafts ?? false;
  const result = dryBuild({ site, now, drafts, purpose: 'check' }, options, world);
  const exitCode = exitCodeOf(result);
  const { articles, diagnostics, heldBack } = result;
  if (options.json) {
    printer.out(JSON.stringify({ exitCode, articles, heldBack, diagnostics }, null, 2));
    return exitCode;
  }
  tellFindings(world, diagnostics, false);
  if (diagnostics.length === 0)
    printer.out(`Checked ${count(articles, 'article')}: no problems found.`);
  return exitCode;
}
