/** Code of the paper runs in the process of a command, and is a guest there. */

/** Ends the process, once what was printed is on its way. */
export type Leave = (code: number) => void;

/**
 * From here on what others print goes to stderr, since stdout is for results, which programs read; who would end the
 * process fails there, and is told like any other failure, where a build would end without a word; and what they left to fail by
 * itself is told, and decides nothing.
 */
export function expectGuests(): Leave {
  globalThis.console = new console.Console({ stdout: process.stderr, stderr: process.stderr });
  const { exit } = process;
  process.exit = () => {
    throw new Error('process.exit() would end the whole build');
  };
  process.on('unhandledRejection', (why) =>
    console.error('A promise of a plugin failed, for which nobody waited:', why),
  );
  return (code) => {
    // Timers and connections that they left open would keep the process for ever.
    const end = () => setImmediate(() => exit.call(process, code));
    process.stdout.write('', () => process.stderr.write('', end));
  };
}
