/** What posts and pages become: files, in the terms of the paper into which they come. */
import type { Diagnostic } from '../base/diagnostic.ts';
import type { Instant } from '../base/instant.ts';
import type { FieldName, FieldNames } from '../news/fields.ts';
import type { AddressFacts } from './addresses-of.ts';
import type { ExportFacts } from './facts.ts';
import type { Wanted } from './file-names.ts';
import { frontMatter } from './front-matter.ts';
import type { IsOnlyVersion } from './language-of.ts';

/** What the paper says of its articles and pages, beside what the export does. */
export interface PaperFacts extends AddressFacts {
  /** Under which keys it reads what. */
  readonly fieldNames: FieldNames;
  /** Names the file. */
  readonly nameFor: (wanted: Wanted) => string;
  readonly isOnlyVersion: IsOnlyVersion;
  /** What is known of the exports. */
  readonly export: ExportFacts;
  /** Where a link of a text leads now. */
  readonly placeOf: (target: string) => string;
  readonly toMarkdown: (html: string) => string;
}

/** The file of an article or a page. */
export interface MadeFile {
  /** Below its folder, without its ending: `2024/06/2024-06-05-sulmi-ne-banjske`. */
  readonly path: string;
  readonly text: string;
  readonly isDraft: boolean;
  /** When readers see it; null if that is not known, or if they always do. */
  readonly date: Instant | null;
  readonly findings: readonly Diagnostic[];
  /** Names of shortcodes that stay in its text. */
  readonly left: ReadonlySet<string>;
  /** True if its lead picture is not in the exports, and if a block is not that it shares with others. */
  readonly lacksPicture: boolean;
  readonly lacksBlock: boolean;
}

/** The text of a file: what is said of it, but for what is null, and its own text. */
export function fileText(
  said: readonly (readonly [FieldName, string | null])[],
  body: string,
  { fieldNames }: Pick<PaperFacts, 'fieldNames'>,
): string {
  const front = frontMatter(
    said.flatMap(([field, value]) => (value === null ? [] : [[field, value] as const])),
    fieldNames,
  );
  return `${front}\n${body === '' ? '' : `${body}\n`}`;
}
