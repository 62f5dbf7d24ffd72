declare module 'commonmark-spec' {
  /** The examples of the CommonMark specification; tabs stand as arrows. */
  export const tests: {
    readonly markdown: string;
    readonly html: string;
    readonly section: string;
    readonly number: number;
  }[];
}
