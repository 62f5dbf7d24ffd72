/** Tells what was found, on stderr. */
import type { Diagnostic } from '../base/diagnostic.ts';
import { countFindings, formatDiagnostics } from './report.ts';
import type { World } from './world.ts';

/** All findings and their number; with `onlyErrors` the errors and nothing else. */
export function tellFindings(
  { printer }: World,
  diagnostics: readonly Diagnostic[],
  onlyErrors: boolean,
): void {
  const told = onlyErrors
    ? diagnostics.filter(({ severity }) => severity === 'error')
    : diagnostics;
  for (const text of formatDiagnostics(told, printer.paint)) printer.message(`${text}\n`);
  const counted = countFindings(diagnostics);
  if (counted !== '' && !onlyErrors) printer.message(counted);
}
