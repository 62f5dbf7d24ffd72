/** Programs that judge: which are there, and running them. */

import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../rig.ts';
import type { Output, Verdict } from './output.ts';

/** True if the program can be run; otherwise the reason is printed, and CI fails. */
export function has(program: string, use: string): boolean {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  if (folders.some((folder) => existsSync(path.join(folder, program)))) return true;
  return missing(`${use}: no program ${program}`);
}

export function missing(reason: string): false {
  if (process.env.CI) throw new Error(reason);
  console.warn(`Not validated. ${reason}.`);
  return false;
}

/** The Python that has feedparser: the system's own, or the first on the path. */
export function feedparserPython(): string | null {
  for (const python of ['/usr/bin/python3', 'python3'])
    if (spawnSync(python, ['-c', 'import feedparser']).status === 0) return python;
  missing('Feeds by feedparser: no Python that has it');
  return null;
}

/**
 * The schemas of sitemaps and of Atom, which are others' and no part of this repository. A folder has
 * `sitemap-xsd/` and `atom.rnc`; without one even CI goes on, and says so.
 */
export function schemaFolder(): string | null {
  const folder = path.resolve(ROOT, process.env.GAZETA_CONFORMANCE ?? '../shared/conformance');
  if (existsSync(`${folder}/atom.rnc`) && existsSync(`${folder}/sitemap-xsd/all-local.xsd`))
    return folder;
  console.warn(
    `Not validated. Sitemaps and Atom against their schemas: none in ${folder} (set GAZETA_CONFORMANCE to their folder).`,
  );
  return null;
}

interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export async function run(program: string, args: readonly string[], input = '', home?: string) {
  const { HTTP_PROXY, HTTPS_PROXY, http_proxy, https_proxy, ...env } = process.env;
  const child = spawn(program, args, { env: home === undefined ? env : { ...env, HOME: home } });
  const said = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said.out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said.err += text;
  });
  child.stdin.on('error', () => {}).end(input);
  return new Promise<Ran>((resolve, reject) => {
    child.on('error', reject).on('close', (code) => resolve({ code, ...said }));
  });
}

/** Runs a program over many files, as many at a time as a command line holds. */
export async function inBatches(files: readonly string[], one: (batch: string[]) => Promise<Ran>) {
  const findings: string[] = [];
  for (let at = 0; at < files.length; at += 500) {
    const { code, out, err } = await one(files.slice(at, at + 500));
    if (code !== 0) findings.push(...`${out}\n${err}`.split('\n').filter((line) => line !== ''));
  }
  return findings;
}

export function told(files: readonly string[], findings: readonly string[]): Verdict {
  return { checked: `${files.length} files`, findings };
}

/** A text of the output. */
export function text({ folder }: Output, file: string): string {
  return readFileSync(path.join(folder, file), 'utf8');
}

export function full({ folder }: Output, files: readonly string[]): string[] {
  return files.map((file) => path.join(folder, file));
}
