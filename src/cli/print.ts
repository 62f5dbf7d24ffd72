/** The terminal: results go to stdout, messages to stderr. The only file that writes to either. */
import { coloured, type Paint, plain } from './report.ts';

/** Where the command line writes. */
export interface Printer {
  /** A result, to stdout. */
  out(text: string): void;
  /** A message, to stderr. */
  message(text: string): void;
  readonly paint: Paint;
}

/** The real terminal; colour only where someone looks at it (https://no-color.org). */
export function terminal(): Printer {
  const colour = process.stderr.isTTY === true && !process.env.NO_COLOR;
  return {
    out: (text) => console.log(text),
    message: (text) => console.error(text),
    paint: colour ? coloured : plain,
  };
}
