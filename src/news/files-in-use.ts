/** The files of the paper that readers need, and those that only what is hidden refers to. */
import type { Shelf } from '../content/shelf.ts';
import type { Article } from './article.ts';
import { filesMistaken, lookAlikes } from './look-alikes.ts';
import { addressOfFile, filesOf, type Referrer } from './reference.ts';
import { filesReferredTo, findsNoFile, type ReferredTo } from './reference-marks.ts';
import type { RegisterColumns } from './register-columns.ts';

/** Who refers to files: articles that readers see, those that they do not, and others. */
export interface Referrers {
  /** To what those refer that readers see. */
  readonly visible: ReferredTo;
  readonly hidden: readonly Article[];
  readonly columns: RegisterColumns;
  /** People of the paper who have a page, and those who have none. */
  readonly shown: readonly Referrer[];
  /** With articles that are left out for a fault. */
  readonly unseen: readonly Referrer[];
}

/** Files to publish, and those to keep back. */
export interface FilesInUse {
  readonly attachments: readonly string[];
  readonly withheld: ReadonlySet<string>;
}

/** The ending of a file's name; `.htaccess` is a whole name. */
const ENDING = /[^/]\.([a-z0-9]+)$/i;

/** Endings of pages, and of what belongs to all of them. */
const STANDING = /^(?:[sx]?html?|php|xslt?|rss|atom|webmanifest|m?js|map|wasm|css|woff2?|ico)$/i;

/** Such as robots.txt: programs ask for these by name. Elsewhere they are the data of an article. */
const ASKED_FOR = /^public\/(?:\.well-known\/.*|[^/]+)\.(?:txt|json|xml)$/i;

/** True of a file of `public/` to which articles only link: a page, `/CNAME`, a style sheet. It stands by itself. */
function isStanding(file: string): boolean {
  const [, ending] = ENDING.exec(file) ?? [];
  if (!file.startsWith('public/')) return false;
  return ending === undefined || STANDING.test(ending) || ASKED_FOR.test(file);
}

/**
 * Files beside the articles to publish, and those of `public/` to withhold: pictures, documents and the like that only
 * hidden articles name, or mean by a name that looks the same: a slip must show nobody what is not yet to be seen. `ownFiles` are
 * shown by the paper itself.
 */
export function filesInUse(
  { visible, hidden, columns, shown, unseen }: Referrers,
  shelf: Shelf,
  ownFiles: readonly string[],
): FilesInUse {
  const names = ({ files }: ReferredTo, others: readonly Referrer[]) => {
    const all = new Set(others.flatMap((one) => filesOf(one, shelf)));
    for (const number of files) all.add(shelf.nameAt(number));
    return all;
  };
  const seen = names(visible, shown);
  for (const file of ownFiles) seen.add(file);
  const alike = lookAlikes(shelf);
  const mistaken = [...hidden.filter((one) => findsNoFile(one, columns, shelf)), ...unseen];
  const unseenNames = names(filesReferredTo(hidden, columns, shelf), unseen);
  for (const one of mistaken)
    for (const file of filesMistaken(one, shelf, alike)) unseenNames.add(file);
  return {
    attachments: [...seen].filter((file) => shelf.attachments.has(file)).sort(),
    withheld: new Set([...unseenNames].filter((file) => !seen.has(file) && !isStanding(file))),
  };
}

/** The addresses that files would have which readers do not see, in lower case. */
export function unseenFiles(
  { attachments, withheld }: FilesInUse,
  shelf: Shelf,
): ReadonlySet<string> {
  const seen = new Set(attachments);
  const unused = [...shelf.attachments.keys()].filter((file) => !seen.has(file));
  const addresses = [...[...withheld, ...unused].map(addressOfFile)];
  return new Set(addresses.map((one) => one.toLowerCase()));
}
