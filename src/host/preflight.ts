/** A host's limits, named before they bite. */
import { compareText, type Diagnostic, diagnostic } from '../base/diagnostic.ts';
import { folderOf } from '../base/paths.ts';
import { HOSTS, type HostName } from './table.ts';

/** A file of the output folder and its bytes. */
export interface PublishedFile {
  readonly out: string;
  readonly size: number;
}

/** What is about to be published; of the redirects what `redirectFiles` gave. */
export interface HostFacts {
  readonly published: Iterable<PublishedFile>;
  readonly lines: number;
  readonly bytes: number;
  /** How many redirects are pages. */
  readonly asPages: number;
}

/** From this share of a limit on it is told. */
const NEAR = 0.8;

/** Files too large that are named; the others are counted. */
const NAMED = 5;

/** A measure against its limit. `more` is what to do. */
interface Measure {
  readonly what: string;
  readonly value: number;
  readonly limit: number | null;
  readonly show: (value: number) => string;
  readonly more: string;
}

/** Notices from four fifths of a limit on, warnings above it; the same facts give the same list. */
export function preflight(name: HostName, facts: HostFacts): readonly Diagnostic[] {
  const host = HOSTS[name];
  const { limits } = host;
  // Of a host without limits no file has to be counted.
  if (Object.values(limits).every((limit) => limit === null)) return [];
  const { files, bytes, folder, inFolder, large } = count(facts.published, limits.fileBytes);
  const pages = facts.asPages > 0 ? ` ${number(facts.asPages)} more redirects are pages.` : '';
  const measures: readonly Measure[] = [
    {
      what: 'the site has {} files',
      value: files,
      limit: limits.files,
      show: number,
      more:
        name === 'cloudflare-pages'
          ? 'Paid plans take 100,000 with PAGES_WRANGLER_MAJOR_VERSION=4 in the settings of the project. Else publish to a server of your own.'
          : 'Publish pictures and files elsewhere, or the site to a server of your own.',
    },
    {
      what: `the folder ${folder === '' ? 'dist' : folder} has {} files`,
      value: inFolder,
      limit: limits.filesInFolder,
      show: number,
      more: 'Spread them over folders, by year for example.',
    },
    {
      what: 'the site has {}',
      value: bytes,
      limit: limits.siteBytes,
      show: size,
      more: 'Pictures are usually most of it: make them smaller, or publish them elsewhere.',
    },
    {
      what: '_redirects has {} rules',
      value: facts.lines,
      limit: limits.rules,
      show: number,
      more: `The newest redirects are rules, older ones become pages.${pages}`,
    },
    {
      what: '_redirects has {}',
      value: facts.bytes,
      limit: limits.redirectBytes,
      show: size,
      more: `The newest redirects are rules, older ones become pages.${pages}`,
    },
  ];
  return [
    ...measures.flatMap((one) => against(host.title, one)),
    ...tooLarge(host.title, large, limits.fileBytes),
  ];
}

function against(title: string, { what, value, limit, show, more }: Measure): Diagnostic[] {
  if (limit === null || value < limit * NEAR) return [];
  const message = `${what.replace('{}', show(value))}, and ${title} takes ${show(limit)}`;
  return [diagnostic(value > limit ? 'host/limit' : 'host/near-limit', '', message, more)];
}

function tooLarge(
  title: string,
  large: readonly PublishedFile[],
  limit: number | null,
): Diagnostic[] {
  if (limit === null) return [];
  const help = 'Make it smaller, or publish it elsewhere and link to it.';
  const over = large.filter((one) => one.size > limit);
  const near = large.filter((one) => one.size <= limit);
  const finding = (files: readonly PublishedFile[], code: 'host/limit' | 'host/near-limit') =>
    files
      .slice(0, NAMED)
      .map(({ out, size: bytes }, i) =>
        diagnostic(
          code,
          out,
          `the file has ${size(bytes)}, and ${title} takes ${size(limit)}`,
          i === NAMED - 1 && files.length > NAMED
            ? `${help} ${number(files.length - NAMED)} more files are like that.`
            : help,
        ),
      );
  return [...finding(over, 'host/limit'), ...finding(near, 'host/near-limit')];
}

/** Files and bytes in all, the fullest folder, and the files near the limit, the largest first. */
function count(published: Iterable<PublishedFile>, fileBytes: number | null) {
  const folders = new Map<string, number>();
  const large: PublishedFile[] = [];
  let files = 0;
  let bytes = 0;
  for (const file of published) {
    files += 1;
    bytes += file.size;
    const folder = folderOf(file.out);
    folders.set(folder, (folders.get(folder) ?? 0) + 1);
    if (fileBytes !== null && file.size >= fileBytes * NEAR) large.push(file);
  }
  const fullest = [...folders].sort(([a, m], [b, n]) => n - m || compareText(a, b))[0];
  const [folder, inFolder] = fullest ?? ['', 0];
  large.sort((a, b) => b.size - a.size || compareText(a.out, b.out));
  return { files, bytes, folder, inFolder, large };
}

/** `20,000`, the same in every locale. */
function number(value: number): string {
  return String(value).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/** `26.3 MB` and the like, of 1,000 bytes a KB, rounded up. */
function size(bytes: number): string {
  if (bytes < 1_000_000) return `${number(Math.ceil(bytes / 1000))} KB`;
  const [unit, name] = bytes < 1_000_000_000 ? [1_000_000, 'MB'] : [1_000_000_000, 'GB'];
  return `${(Math.ceil((bytes * 10) / unit) / 10).toFixed(1)} ${name}`;
}
