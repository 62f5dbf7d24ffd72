/** `gazeta check`: all that a build would say, and what an editor would remark on; nothing is written. */
import { type BuildOptions, build } from '../build.ts';
import { unresized } from '../output/resize.ts';
import type { Parsed } from './arguments.ts';
import { tellFindings } from './findings.ts';
import { readNow } from './moment.ts';
import { withProgress } from './progress.ts';
import { exitCodeOf } from './report.ts';
import type { World } from './world.ts';

/** Runs the command; returns the exit code. */
export function checkCommand({ values: options }: Parsed<'check'>, world: World): number {
  const { files, printer, theme } = world;
  const site = world.resolve(options.site ?? '.');
  const given: BuildOptions = {
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
    resize: unresized,
  };
  const result = withProgress(world, !options.json, (progress) => build({ ...given, progress }));
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
