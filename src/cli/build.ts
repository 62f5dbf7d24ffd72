/** `gazeta build`: reads the command line, builds, and says what came of it. */
import { build } from '../build.ts';
import { changesList } from '../output/changes.ts';
import { readNow, readOptions } from './arguments.ts';
import { tellFindings } from './findings.ts';
import { exitCodeOf, formatResult, jsonResult } from './report.ts';
import { UsageError, type World } from './world.ts';

/** The text of `gazeta build --help`. */
export const BUILD_HELP = `Usage: gazeta build [options]

Turns articles/ into a website in dist/. Nothing is published while there are errors.

  --site DIR         the folder of the paper (default: this one)
  --out DIR          the output folder (default: dist in the folder of the paper)
  --now INSTANT      publish what readers may see at that moment: 2026-11-23T09:00,
                     in the paper's zone unless it has an offset (default: the clock)
  --drafts           with drafts, for a preview; needs --out
  --changes FILE     write what changed there, as JSON: files to upload and to remove,
                     addresses to purge from caches
  --allow-removals   even if many published articles go
  --adopt            publish into a folder that holds other files, and keep them
  --empty            publish into a folder that holds other files, and remove them
  --json             the result as JSON
  --quiet            only errors
  --help             this text

Exit codes: 0 published, 1 errors in content, 2 usage or settings, 3 published
with articles held back (onError: hold-back), 70 a bug, 74 a disk failed.`;

/** Runs the command; returns the exit code. */
export function buildCommand(args: readonly string[], world: World): number {
  const { files, printer } = world;
  const options = readOptions(args, {
    site: { type: 'string' },
    out: { type: 'string' },
    now: { type: 'string' },
    drafts: { type: 'boolean' },
    changes: { type: 'string' },
    'allow-removals': { type: 'boolean' },
    adopt: { type: 'boolean' },
    empty: { type: 'boolean' },
    json: { type: 'boolean' },
    quiet: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  });
  if (options.help) {
    printer.out(BUILD_HELP);
    return 0;
  }
  if (options.drafts && options.out === undefined)
    throw new UsageError('--drafts needs --out: drafts do not belong among published pages');
  if (options.adopt && options.empty)
    throw new UsageError('--adopt and --empty exclude each other');

  const site = world.resolve(options.site ?? '.');
  const result = build({
    files,
    site,
    out: options.out === undefined ? null : world.resolve(options.out),
    theme: world.theme,
    now: readNow(options.now, site, world),
    drafts: options.drafts ?? false,
    purpose: 'publish',
    takeover: options.adopt ? 'adopt' : options.empty ? 'empty' : 'refuse',
    allowRemovals: options['allow-removals'] ?? false,
  });

  if (options.changes !== undefined && result.changes !== null) {
    const list = changesList(result.changes, result.config.pages);
    const text = `${JSON.stringify(list, null, 2)}\n`;
    files.write(world.resolve(options.changes), new TextEncoder().encode(text));
  }
  const exitCode = exitCodeOf(result);
  if (options.json) {
    printer.out(JSON.stringify(jsonResult(result, exitCode), null, 2));
    return exitCode;
  }
  tellFindings(world, result.diagnostics, options.quiet ?? false);
  const out = result.out.startsWith(`${world.here}/`)
    ? `${result.out.slice(world.here.length + 1)}/`
    : result.out;
  const outcome = formatResult(result, out);
  if (result.changes === null) printer.message(outcome);
  else if (!options.quiet) printer.out(outcome);
  return exitCode;
}
