/**
 * Locks that the system keeps for a process and takes back when the process ends, however it ends. No lock is ever
 * stale, so there is nothing to guess from process numbers and ages, and no take-over that two processes could win.
 */
import type * as ChildProcess from 'node:child_process';
import type * as Net from 'node:net';
import os from 'node:os';
import { hash } from './hash.ts';
import { lazily } from './lazy.ts';

// A build that finds nothing changed takes no lock.
const processes = lazily<typeof ChildProcess>('node:child_process');
const net = lazily<typeof Net>('node:net');

/** Lets go of a lock. */
export type Release = () => void;

const O_EXLOCK = 0x20;
const O_NONBLOCK = 0x4;

/**
 * What is added to the flags of `open` where a file can be locked as it is opened: O_EXLOCK of macOS and the BSDs
 * (open(2)), and libuv's form of it on Windows (UV_FS_O_EXLOCK: nobody else can open the file). 0 elsewhere.
 */
export const LOCKING_FLAGS: number =
  process.platform === 'win32'
    ? 0x10000000
    : ['darwin', 'freebsd', 'openbsd', 'netbsd'].includes(process.platform)
      ? O_EXLOCK | O_NONBLOCK
      : 0;

/** What `open` says of a file that another process has locked. */
export const LOCKED_CODES: readonly string[] = ['EAGAIN', 'EWOULDBLOCK', 'EBUSY'];

/**
 * Locks an open file on Linux; null if another process holds it. flock(2) belongs to what was opened, not to who
 * asked: the program `flock` locks the descriptor that it inherits and ends, and the lock stays with us. It is known
 * to all containers that share the disk. Where there is no such program, or the disk knows no locks, a socket with
 * an abstract name (unix(7)) excludes builds on one machine at least.
 */
export function lockDescriptor(file: number, path: string, program = 'flock'): Release | null {
  if (process.platform !== 'linux') return () => undefined;
  const asked = processes().spawnSync(program, ['-n', '-x', '3'], {
    stdio: ['ignore', 'ignore', 'ignore', file],
  });
  if (asked.status === 0) return () => undefined;
  // 1 is util-linux's and BusyBox's word for "another holds it".
  if (asked.status === 1) return null;
  const server = net().createServer();
  server.on('error', () => undefined);
  server.listen(`\0gazeta-${hash(path)}`);
  // The name is bound within the call; only the news of a failure comes later.
  if (!server.listening) return null;
  server.unref();
  return () => void server.close();
}

/** This process, as a person would look for it. */
export function owner(): string {
  return `process ${process.pid} on ${os.hostname()}`;
}
