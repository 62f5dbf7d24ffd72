/** The terminal: results go to stdout, messages and questions to stderr. The only file that writes to either. */
import { coloured, type Paint, plain } from './report.ts';

/** Where the command line writes. */
export interface Printer {
  /** A result, to stdout. */
  out(text: string): void;
  /** A message, to stderr. */
  message(text: string): void;
  readonly paint: Paint;
  /** Puts a line on the terminal that the next one takes away; an empty one takes it away. Absent where nobody looks. */
  status?(text: string): void;
}

/**
 * Whether to write with colours, and lines that are taken away again: only where someone looks at a terminal that knows
 * such signs (ECMA-48), and colours not where they are unwanted (https://no-color.org).
 */
export function looksOf(
  isTerminal: boolean,
  { TERM, NO_COLOR }: { readonly TERM?: string; readonly NO_COLOR?: string },
): { readonly colour: boolean; readonly passing: boolean } {
  const passing = isTerminal && TERM !== 'dumb';
  return { colour: passing && !NO_COLOR, passing };
}

/** The real terminal. */
export function terminal(): Printer {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', goOn);
  // Others are given another one (base/guests).
  const own = console;
  const { colour, passing } = looksOf(process.stderr.isTTY === true, process.env);
  return {
    out: (text) => own.log(text),
    message: (text) => own.error(text),
    paint: colour ? coloured : plain,
    ...(passing && { status }),
  };
}

/**
 * Whoever read it may have ended (`| head`), and the disk of a log may be full: the work goes on without being told. Of a disk it is
 * told by the exit code, since a result is not where it should be.
 */
function goOn({ code }: NodeJS.ErrnoException): void {
  if (code === 'EPIPE') return;
  process.once('exit', (ended) => {
    if (ended === 0) process.exitCode = DISK_FAILED;
  });
}

/** As sysexits.h has it (EX_IOERR). */
const DISK_FAILED = 74;

function status(text: string): void {
  const room = Math.max(20, (process.stderr.columns ?? 80) - 1);
  // Back to the beginning of the line, the text, and away with what stood behind it (ECMA-48: CR, EL).
  process.stderr.write(`\r${text.slice(0, room)}\u001b[K`);
}

/** Asks on the real terminal; null where nobody sits at it. Closing it (Ctrl+D, Ctrl+C) answers no more. */
export function asker(): ((question: string) => Promise<string | null>) | null {
  if (process.stdin.isTTY !== true || process.stderr.isTTY !== true) return null;
  return async (question) => {
    // Loaded when something is asked, which few commands do.
    const { createInterface } = await import('node:readline');
    const lines = createInterface({ input: process.stdin, output: process.stderr });
    return new Promise((resolve) => {
      lines.once('close', () => resolve(null));
      lines.question(question, (answer) => {
        resolve(answer);
        lines.close();
      });
    });
  };
}
