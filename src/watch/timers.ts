/** Waiting, as an argument: tests need no real time. */

export interface Timers {
  /** Calls back once, later; what it returns calls it off. */
  after(milliseconds: number, then: () => void): () => void;
}

/** The real ones. */
export const TIMERS: Timers = {
  after(milliseconds, then) {
    const timer = setTimeout(then, milliseconds);
    return () => clearTimeout(timer);
  },
};
