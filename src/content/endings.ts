/** Files that somebody wrote as articles, and that are none by their names. */
import { type Diagnostic, diagnostic } from '../base/diagnostic.ts';

/** Endings of texts; Windows hides the last one of `story.md.txt`. Pictures and documents to be loaded have others. */
const TEXT =
  /(?:\.(?:txt|text|mdx|mkd|mkdn|mdown|mdwn|rst|adoc|docx?|odt|rtf|pages|html?)|(?:^|\/)[^./]+)$/i;

/** What people keep beside articles for one another, and what programs of writing leave while they run. */
const OTHERS =
  /(?:^|\/)(?:(?:readme|licen[cs]e|copying|notice|changelog|notes|todo)(?:\.[^/]*)?|~\$[^/]*)$/i;

/** Those of `files`, paths of what lies beside articles, to which no article refers: they are not among the `used`. */
export function endingFaults(files: Iterable<string>, used: Iterable<string>): Diagnostic[] {
  const isUsed = new Set(used);
  const found: Diagnostic[] = [];
  for (const file of files)
    if (TEXT.test(file) && !OTHERS.test(file) && !isUsed.has(file))
      found.push(
        diagnostic(
          'source/ending',
          file,
          'this is no article: its name does not end in .md, and no article links to it',
          'Save the article as plain text (Markdown) under a name that ends in .md, or move the file elsewhere.',
        ),
      );
  return found;
}
