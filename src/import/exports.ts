/** The files of exports, and what has to be known of them as a whole. */
import { type Diagnostic, diagnostic } from '../base/diagnostic.ts';
import type { Files } from '../base/files.ts';
import { type ExportFacts, gathering, PAGE } from './facts.ts';
import { readWxr, type WxrRecord } from './wxr.ts';

/** An export: its name for messages, and its file. */
export interface ExportFile {
  readonly name: string;
  readonly path: string;
}

/** What is to be imported. */
export interface Order {
  readonly files: Files;
  readonly exports: readonly ExportFile[];
  /** The types of items that become articles. Pages become the paper's own pages unless they are among these. */
  readonly types: ReadonlySet<string>;
  /** Told how many items were read, and of how many. */
  readonly progress?: (stage: 'exports' | 'posts', done: number, total: number | null) => void;
}

/** Reads the exports as a whole; errors mean that there is nothing in them to import. */
export function surveyExports({ files, exports, types, progress }: Order): {
  readonly facts: ExportFacts;
  readonly errors: readonly Diagnostic[];
} {
  const gathered = gathering(types);
  const errors: Diagnostic[] = [];
  let items = 0;
  const take = (record: WxrRecord) => {
    gathered.take(record);
    progress?.('exports', ++items, null);
  };
  for (const { name, path } of exports) {
    const archive = archiveOf(files.readStart(path, 2));
    const end = archive === null ? readWxr(name, piecesOf(files, path), take) : null;
    if (end !== null) gathered.end(end);
    if (end?.isWordPress) continue;
    errors.push(
      archive === null
        ? diagnostic(
            'import/file',
            name,
            'this is no export of WordPress',
            'In WordPress, Tools and then Export makes one, a file that ends in .xml. All content of a large paper comes in several files: name them all.',
          )
        : diagnostic(
            'import/file',
            name,
            `this is ${archive}`,
            'Unpack it, and name the .xml files in it.',
          ),
    );
  }
  const facts = gathered.facts();
  const wanted = [...new Set([...types, PAGE])];
  if (errors.length === 0 && !wanted.some((type) => facts.types.has(type)))
    errors.push(
      diagnostic(
        'import/file',
        exports.at(-1)?.name ?? '',
        `there is no ${wanted.join(' and no ')} in it`,
        facts.types.size === 0
          ? 'In WordPress, choose "All content" under Tools, Export.'
          : `What there is: ${counted(facts.types)}. Another type is taken with --types ${[...facts.types.keys()][0]}.`,
      ),
    );
  if (errors.length === 0 && !facts.hasArticles && facts.pages.size === 0)
    errors.push(
      diagnostic(
        'import/file',
        exports.at(-1)?.name ?? '',
        'all that is in it was thrown away',
        'What WordPress has in its trash becomes nothing here. In WordPress, choose "All content" under Tools, Export.',
      ),
    );
  return { facts, errors };
}

/** Bytes that are read at once. */
const PIECE = 1 << 18;

/** A file in pieces: exports may be larger than the memory. */
export function* piecesOf(files: Files, path: string): Generator<Uint8Array> {
  const reader = files.reader(path);
  try {
    for (let at = 0; at < reader.size; at += PIECE)
      yield reader.read(at, Math.min(PIECE, reader.size - at));
  } finally {
    reader.close();
  }
}

/** What a file is that is packed; null if it is not. */
function archiveOf(bytes: Uint8Array): string | null {
  const starts = (...signs: number[]) => signs.every((sign, at) => bytes[at] === sign);
  if (starts(0x50, 0x4b)) return 'a ZIP archive';
  return starts(0x1f, 0x8b) ? 'a gzip archive' : null;
}

/** `12 page, 3 attachment`. */
export function counted(types: ReadonlyMap<string, number>): string {
  return [...types].map(([type, number]) => `${number} ${type}`).join(', ');
}
