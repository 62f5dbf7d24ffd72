/** What becomes of a row of the manifest: the file goes, stays, is written, or stays with a new row. */
export const FATE = { gone: 0, kept: 1, written: 2, renewed: 3 } as const;
