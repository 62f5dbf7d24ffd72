import { type FileEntry, type Files, FilesError } from './files.ts';
import { treeOf } from './tree.ts';

/** A file system in memory, with the same rules as the real one; `faults` makes chosen paths fail. */
export interface MemoryFiles extends Files {
  /** How far its clock goes with each file that is written, in milliseconds. */
  tick: number;
  /** Every file by path. */
  readonly content: Map<string, Uint8Array>;
  /** Paths (and all below them) that cannot be written, by the system's code. */
  readonly faults: Map<string, string>;
  /** Paths that were synced to the disk, in their order. */
  readonly synced: string[];
  /** Locks that are held; a test puts one here as another process would. */
  readonly locks: Set<string>;
  /** Since when the machine runs: another one after it was started again. */
  booted: string | null;
}

/** Makes a file system from texts and bytes by absolute path. */
export function memoryFiles(
  initial: Readonly<Record<string, string | Uint8Array>> = {},
): MemoryFiles {
  const content = new Map<string, Uint8Array>();
  const faults = new Map<string, string>();
  const synced: string[] = [];
  const locks = new Set<string>();
  const encoder = new TextEncoder();
  const times = new WeakMap<Uint8Array, number>();
  let clock = 1_000_000;
  const put = (path: string, bytes: Uint8Array): void => {
    clock += world.tick;
    times.set(bytes, clock);
    content.set(path, bytes);
  };

  const isFolder = (path: string): boolean => {
    for (const file of content.keys()) if (file.startsWith(`${path}/`)) return true;
    return false;
  };
  const writable = (path: string, operation: string): void => {
    for (const [prefix, code] of faults)
      if (path === prefix || path.startsWith(`${prefix}/`))
        throw new FilesError(path, code, operation);
    if (isFolder(path)) throw new FilesError(path, 'EISDIR', operation);
    for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1))
      if (content.has(path.slice(0, at))) throw new FilesError(path, 'ENOTDIR', operation);
  };
  const read = (path: string): Uint8Array => {
    const bytes = content.get(path);
    if (bytes === undefined) throw new FilesError(path, 'ENOENT', 'read');
    return bytes;
  };

  const world: MemoryFiles = {
    content,
    faults,
    synced,
    locks,
    booted: 'first start',
    longestPath: 4095,
    tick: 10_000,
    kind: (path) => (content.has(path) ? 'file' : isFolder(path) ? 'folder' : 'none'),
    list(folder, dotNames = false, before = '') {
      const found: FileEntry[] = [];
      for (const [path, bytes] of content) {
        if (!path.startsWith(`${folder}/`)) continue;
        const relative = path.slice(folder.length + 1);
        if (dotNames || !/(^|\/)\./.test(relative))
          found.push({
            path: before + relative,
            size: bytes.length,
            mtime: times.get(bytes) ?? 0,
            inode: 0,
          });
      }
      return found.sort((a, b) => (a.path < b.path ? -1 : 1));
    },
    tree: (folder, _threads, dotNames) => treeOf(world.list(folder, dotNames)),
    read,
    load(path) {
      const module = { exports: {} as unknown };
      new Function('module', new TextDecoder().decode(read(path)))(module);
      return module.exports;
    },
    readStart: (path, length) => read(path).subarray(0, length),
    readIfThere: (path) => content.get(path) ?? null,
    linkOf: () => null,
    place: (path) => path,
    write(path, bytes) {
      writable(path, 'write');
      put(path, bytes instanceof Uint8Array ? bytes.slice() : Buffer.concat(bytes));
    },
    create(path, bytes) {
      if (content.has(path) || isFolder(path)) return false;
      writable(path, 'write');
      put(path, bytes.slice());
      return true;
    },
    rename(from, to) {
      if (!content.has(from) && isFolder(from)) {
        if (content.has(to) || isFolder(to)) throw new FilesError(to, 'ENOTEMPTY', 'write');
        writable(to, 'write');
        for (const [path, bytes] of [...content]) {
          if (!path.startsWith(`${from}/`)) continue;
          content.set(to + path.slice(from.length), bytes);
          content.delete(path);
        }
        return;
      }
      writable(to, 'write');
      content.set(to, read(from));
      content.delete(from);
    },
    remove: (path) => void content.delete(path),
    removeEmptyFolders: () => undefined,
    removeFolder(folder) {
      for (const path of [...content.keys()])
        if (path.startsWith(`${folder}/`)) content.delete(path);
    },
    sizeOf: (path) => content.get(path)?.length ?? null,
    identity(path) {
      const bytes = content.get(path);
      if (bytes !== undefined) return `${times.get(bytes)}:${bytes.length}`;
      return isFolder(path) ? 'folder' : null;
    },
    sync(paths) {
      for (const path of paths) {
        if (!content.has(path) && !isFolder(path)) throw new FilesError(path, 'ENOENT', 'write');
        synced.push(path);
      }
    },
    session: () => world.booted,
    lock(path) {
      writable(path, 'write');
      if (locks.has(path)) return null;
      locks.add(path);
      put(path, encoder.encode('process 1 on memory'));
      return () => void locks.delete(path);
    },
    clock(path) {
      writable(path, 'write');
      put(path, new Uint8Array());
      return clock;
    },
    reader(path) {
      const bytes = read(path);
      return {
        size: bytes.length,
        read: (offset, length) => bytes.subarray(offset, offset + length),
        close: () => undefined,
      };
    },
    log(path) {
      let bytes = content.get(path) ?? new Uint8Array();
      return {
        descriptor: null,
        get size() {
          return bytes.length;
        },
        append(more) {
          const all = new Uint8Array(bytes.length + more.length);
          all.set(bytes);
          all.set(more, bytes.length);
          const offset = bytes.length;
          bytes = all;
          return offset;
        },
        read: (offset, length) => bytes.subarray(offset, offset + length),
        flush() {
          writable(path, 'write');
          put(path, bytes);
        },
        close: () => undefined,
      };
    },
    shared: () => ({ read: () => new Uint8Array() }),
    scratch() {
      let bytes = new Uint8Array(1024);
      let end = 0;
      return {
        descriptor: null,
        append(more) {
          const offset = end;
          end += more.length;
          if (end > bytes.length) {
            const wider = new Uint8Array(end * 2);
            wider.set(bytes);
            bytes = wider;
          }
          bytes.set(more, offset);
          return offset;
        },
        read: (offset, length) => bytes.subarray(offset, Math.min(offset + length, end)),
        flush: () => undefined,
        close() {
          bytes = new Uint8Array();
          end = 0;
        },
      };
    },
  };
  for (const [path, body] of Object.entries(initial))
    put(path, typeof body === 'string' ? encoder.encode(body) : body);
  return world;
}
