import { type FileEntry, type Files, FilesError } from './files.ts';

/** A file system in memory, with the same rules as the real one; `faults` makes chosen paths fail. */
export interface MemoryFiles extends Files {
  /** Every file by path. */
  readonly content: Map<string, Uint8Array>;
  /** Paths (and all below them) that cannot be written, by the system's code. */
  readonly faults: Map<string, string>;
}

/** Makes a file system from texts and bytes by absolute path. */
export function memoryFiles(
  initial: Readonly<Record<string, string | Uint8Array>> = {},
): MemoryFiles {
  const content = new Map<string, Uint8Array>();
  const faults = new Map<string, string>();
  const encoder = new TextEncoder();
  for (const [path, body] of Object.entries(initial))
    content.set(path, typeof body === 'string' ? encoder.encode(body) : body);

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

  return {
    content,
    faults,
    kind: (path) => (content.has(path) ? 'file' : isFolder(path) ? 'folder' : 'none'),
    list(folder, dotNames = false) {
      const found: FileEntry[] = [];
      for (const [path, bytes] of content) {
        if (!path.startsWith(`${folder}/`)) continue;
        const relative = path.slice(folder.length + 1);
        if (dotNames || !/(^|\/)\./.test(relative))
          found.push({ path: relative, size: bytes.length });
      }
      return found.sort((a, b) => (a.path < b.path ? -1 : 1));
    },
    read,
    readStart: (path, length) => read(path).subarray(0, length),
    readIfThere: (path) => content.get(path) ?? null,
    write(path, bytes) {
      writable(path, 'write');
      content.set(path, bytes.slice());
    },
    create(path, bytes) {
      if (content.has(path) || isFolder(path)) return false;
      writable(path, 'write');
      content.set(path, bytes.slice());
      return true;
    },
    rename(from, to) {
      writable(to, 'write');
      content.set(to, read(from));
      content.delete(from);
    },
    remove: (path) => void content.delete(path),
    removeEmptyFolders: () => undefined,
    scratch() {
      const pieces = new Map<number, Uint8Array>();
      let end = 0;
      return {
        append(bytes) {
          const offset = end;
          pieces.set(offset, bytes.slice());
          end += bytes.length;
          return offset;
        },
        read: (offset, length) => (pieces.get(offset) ?? new Uint8Array()).subarray(0, length),
        close: () => pieces.clear(),
      };
    },
  };
}
