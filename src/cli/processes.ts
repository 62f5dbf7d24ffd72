/** Other processes: started, ended, and the signals that they send. */
import type * as ChildProcesses from 'node:child_process';
import type { ChildProcess, SpawnOptions } from 'node:child_process';
import { constants } from 'node:os';
import { lazily } from '../base/lazy.ts';
import type { Started } from '../watch/started.ts';
import type { LiveWorld, Signal } from './world.ts';

const processes = lazily<typeof ChildProcesses>('node:child_process');

/** Starts processes; `script` is the command itself. */
export function starter(script: string): Pick<LiveWorld, 'gazeta' | 'shell' | 'program'> {
  return {
    gazeta: (args) =>
      started([process.execPath, ...process.execArgv, script, ...args], {
        stdio: ['ignore', 'pipe', 'pipe'],
        windowsHide: true,
      }),

    shell(line, variables, input) {
      // A group of its own, so that what the shell starts can be ended with it.
      const detached = process.platform !== 'win32';
      const options: SpawnOptions = {
        shell: true,
        detached,
        env: { ...process.env, ...variables },
        stdio: ['pipe', 2, 2],
        windowsHide: true,
      };
      return started([line], options, input);
    },

    program: (line) =>
      started(line, {
        detached: process.platform !== 'win32',
        stdio: ['ignore', 2, 2],
        windowsHide: true,
      }),
  };
}

function started(
  [command = '', ...args]: readonly string[],
  options: SpawnOptions,
  input = '',
): Started {
  const child = processes().spawn(command, args, options);
  let [stdout, stderr] = ['', ''];
  child.stdout?.setEncoding('utf8').on('data', (text) => {
    stdout += text;
  });
  child.stderr?.setEncoding('utf8').on('data', (text) => {
    stderr += text;
  });
  // Who does not read what it is given may do so.
  child.stdin?.on('error', () => undefined).end(input);
  return {
    ended: new Promise((resolve) => {
      child.on('error', (error) =>
        resolve({ code: 127, signal: null, stdout, stderr: `${error.message}\n` }),
      );
      child.on('close', (code, signal) => {
        const number = signal === null ? 0 : constants.signals[signal];
        resolve({ code: code ?? 128 + number, signal, stdout, stderr });
      });
    }),
    kill: (signal) => send(child, signal, options.detached === true),
  };
}

function send(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL', isGroup: boolean): void {
  try {
    if (isGroup && child.pid !== undefined) process.kill(-child.pid, signal);
    else child.kill(signal);
  } catch {
    // It has ended.
  }
}

const SIGNALS: readonly Signal[] = ['SIGTERM', 'SIGINT', 'SIGHUP'];

/** Calls back at each signal that asks the process for something; what it returns ends that. */
export function onSignal(heard: (signal: Signal) => void): () => void {
  const listeners = SIGNALS.map((signal) => [signal, () => heard(signal)] as const);
  for (const [signal, listener] of listeners) process.on(signal, listener);
  return () => {
    for (const [signal, listener] of listeners) process.off(signal, listener);
  };
}
