/** What the first articles of a paper are made of, in any language. */

/** What the articles of a new paper can name. */
export interface TextFacts {
  /** A section of the paper; null if it has none. */
  readonly section: string | null;
  /** The file that publishes the paper; null if there is none. */
  readonly workflow: string | null;
  /** Where the others are, seen from the article that is written. */
  readonly link: Readonly<Record<'welcome' | 'write' | 'publish', string>>;
}

/** An article, or a page: its headline, its summary and its text. */
export interface Text {
  readonly title: string;
  readonly summary: string;
  readonly body: string;
}

/** All that is written in one language. */
export interface Texts {
  /** Of the articles. */
  readonly tag: string;
  readonly welcome: (facts: TextFacts) => Text;
  readonly write: (facts: TextFacts) => Text;
  readonly publish: (facts: TextFacts) => Text;
  /** The page that says who makes the paper, which is a draft. */
  readonly about: Text;
  /** For a section that none of these three is in. */
  readonly section: (name: string) => Text;
}
