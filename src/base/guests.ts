/** Code of the paper runs in the process of a command, and is a guest there. */
/**
 * From here on what others print goes to stderr, since stdout is for results, which programs read; and who would end the
 * process fails there, and is told like any other failure, where a build would end without a word.
 */
export function expectGuests(): void {
  globalThis.console = new console.Console({ stdout: process.stderr, stderr: process.stderr });
  process.exit = () => {
    throw new Error('process.exit() would end the whole build');
  };
}
