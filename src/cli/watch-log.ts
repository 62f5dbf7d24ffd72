/** What `gazeta watch` tells: a line for each build, each failure once, and that it is good again. */
import { type Instant, isoLocal } from '../base/instant.ts';
import { openSite } from '../config.ts';
import type { Delivery } from '../watch/delivery.ts';
import type { Reason } from '../watch/keeper.ts';
import type { Ended } from '../watch/started.ts';
import { tellFindings } from './findings.ts';
import { count, formatResult, outNamedFrom } from './report.ts';
import { builtOf, isGood, type Outcome } from './watch-build.ts';
import type { LiveWorld, World } from './world.ts';

/** Its zone is needed for the next change only, which is told in a form of its own. */
const NOWHERE = { timezone: 'UTC', origin: null, base: '' };

export interface WatchLog {
  /** `took` is in milliseconds. */
  built(outcome: Outcome, reason: Reason, took: number): void;
  handedOn(delivery: Delivery, ended: Ended): void;
  /** The command of `--on-publish` takes long. */
  handingOn(): void;
  /** Something that is neither a build nor what came of one. */
  note(text: string): void;
  fault(error: Error): void;
}

export function watchLog(
  world: World,
  { clock }: LiveWorld,
  site: string,
  { json, quiet }: { readonly json: boolean; readonly quiet: boolean },
): WatchLog {
  const { files, printer } = world;
  /** The findings of the last build, and whether it failed: what is said again and again is not read. */
  let told = '';
  let failed = false;
  let handingFailed = false;
  let zone = 'UTC';

  /** That of the paper as it was when its settings could be read last. */
  const readZone = (): void => {
    try {
      zone = openSite(files, site).config.news.timezone;
    } catch {
      // The build tells what is wrong.
    }
  };
  readZone();
  const at = (instant: Instant): string => isoLocal(instant, zone).slice(0, 19).replace('T', ' ');
  const line = (event: string, data: object): void =>
    printer.out(JSON.stringify({ event, at: isoLocal(clock(), zone), ...data }));
  const say = (text: string): void => {
    if (!quiet) printer.out(`${at(clock())}  ${text}`);
  };
  const warn = (text: string): void => printer.message(`${at(clock())}  ${text}`);

  const good = ({ report }: Outcome, seconds: string): void => {
    if (report?.changes == null) return;
    const { changes, articles, nextChange } = report;
    const out = outNamedFrom(world.here, report.out);
    const isSame = changes.written.length + changes.removed.length === 0;
    const [first = '', ...more] = (
      isSame
        ? `Nothing to do: ${out} is current, with ${count(articles, 'article')}.`
        : formatResult({ ...report, nextChange: null, paper: NOWHERE }, out)
    ).split('\n');
    const next =
      nextChange === null
        ? ''
        : ` Next change by itself: ${nextChange.slice(0, 19).replace('T', ' ')}.`;
    const text = `${first.slice(0, -1)}, in ${seconds} s.${next}`;
    say([failed ? `Good again. ${text}` : text, ...more].join('\n'));
  };

  const bad = (outcome: Outcome): void => {
    const { report, message } = outcome;
    const then = builtOf(outcome).retry
      ? 'It is tried again by itself.'
      : 'It is tried again at the next change.';
    if (report === null) warn(`${message}\n${then}`);
    else
      warn(`Nothing was published; ${outNamedFrom(world.here, report.out)} is as it was. ${then}`);
  };

  return {
    built(outcome, reason, took) {
      if (isGood(outcome)) readZone();
      const seconds = (took / 1000).toFixed(1);
      const { code, report, message } = outcome;
      if (json) {
        const rest = report ?? { exitCode: code, message };
        line('build', { reason, seconds: Number(seconds), ...rest });
        return;
      }
      const diagnostics = report?.diagnostics ?? [];
      // Who holds the lock is another process each time.
      const findings = `${code} ${code === 75 ? '' : message}${JSON.stringify(diagnostics)}`;
      const isNew = findings !== told;
      told = findings;
      if (isNew) tellFindings(world, diagnostics, quiet);
      if (isGood(outcome)) good(outcome, seconds);
      else if (isNew) bad(outcome);
      failed = !isGood(outcome);
    },

    handedOn({ list }, { code, stderr }) {
      const { written, removed, retired } = list;
      const numbers = { written: written.length, removed: removed.length, retired: retired.length };
      if (json) {
        line('on-publish', { exitCode: code, ...numbers });
        return;
      }
      const what = `${count(written.length, 'file')} written, ${removed.length} removed`;
      if (code === 0)
        say(`${handingFailed ? 'Good again. ' : ''}--on-publish ended well: ${what}.`);
      else
        warn(
          `${stderr}${printer.paint('red', 'error')} --on-publish ended with exit code ${code}: ${what}. It is given them again, with what changes until then.`,
        );
      handingFailed = code !== 0;
    },

    handingOn() {
      const message =
        '--on-publish has run for ten minutes. Builds go on; nothing more is handed on until it ends.';
      if (json) line('message', { message });
      else warn(message);
    },

    note(text) {
      if (json) line('message', { message: text });
      else if (!quiet) warn(text);
    },

    fault(error) {
      if (json) line('error', { message: error.message });
      else warn(`${printer.paint('red', 'error')} ${error.message}`);
    },
  };
}
