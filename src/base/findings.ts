/** The findings of a build as they come in, and whether they forbid publishing. */
import { type Code, type Diagnostic, sortDiagnostics } from './diagnostic.ts';

/** What a fault in an article does: nothing is published, or the rest is published without it. */
export type OnError = 'stop' | 'hold-back';

/** The result of a stage that may have found something. */
export interface WithDiagnostics {
  readonly diagnostics: readonly Diagnostic[];
}

/** Gathers findings. */
export interface Findings {
  /** Notes what a stage found and hands on its result. */
  note<T extends WithDiagnostics>(stage: T): T;
  /** From here on, what faults of single articles do; until then every error forbids publishing. */
  onError: OnError;
  /** True once something forbids publishing. */
  readonly fatal: boolean;
  /** All findings, sorted by file and line. */
  sorted(): readonly Diagnostic[];
}

export function findings(): Findings {
  const all: Diagnostic[] = [];
  let fatal = false;
  let onError: OnError = 'stop';
  return {
    note(stage) {
      for (const found of stage.diagnostics) {
        all.push(found);
        fatal ||= found.severity === 'error' && (onError === 'stop' || !isOfOneArticle(found.code));
      }
      return stage;
    },
    get onError() {
      return onError;
    },
    set onError(value) {
      onError = value;
    },
    get fatal() {
      return fatal;
    },
    // Two stages may find the same: a clash shows among all articles and again among visible ones.
    sorted: () =>
      sortDiagnostics([...new Map(all.map((one) => [JSON.stringify(one), one])).values()]),
  };
}

function isOfOneArticle(code: Code): boolean {
  return /^(source|front-matter|article|author|page)\//.test(code);
}
