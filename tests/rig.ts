/**
 * The rig for stories: a site of literal files in memory, built through the command line as a user
 * would, and looked at afterwards.
 *
 *     site({ 'articles/a.md': '...' }).at('2026-11-23T12:00Z').build().exits(0).shows('index.html', 'A')
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { type Instant, readInstant } from '../src/base/instant.ts';
import { type MemoryFiles, memoryFiles } from '../src/base/memory-files.ts';
import { plain } from '../src/cli/report.ts';
import { run } from '../src/cli/run.ts';
import { type Resize, unresized } from '../src/output/resize.ts';

/** The folder of the repository. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '');

const SITE = '/site';
const THEME = '/gazeta/templates';

/** All files below a real folder, by path relative to it. */
export function readFolder(folder: string): Record<string, Uint8Array> {
  const files: Record<string, Uint8Array> = {};
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const full = path.join(entry.parentPath, entry.name);
    files[path.relative(folder, full).split(path.sep).join('/')] = readFileSync(full);
  }
  return files;
}

const THEME_FILES = Object.fromEntries(
  Object.entries(readFolder(`${ROOT}/templates`)).map(([name, body]) => [`${THEME}/${name}`, body]),
);

/** RFC 3339 in UTC with whole seconds: `2023-09-26T08:15:00Z`. */
export function isoUtc(instant: Instant): string {
  return new Date(instant).toISOString().replace('.000Z', 'Z');
}

/** An article with a headline, a date and a text; more lines of front matter as wanted. */
export function story(title: string, date: string, text = 'Text.', more: string[] = []): string {
  return ['---', `title: ${title}`, `date: ${date}`, ...more, '---', text, ''].join('\n');
}

/** A site under test. Every method returns the same site, so that a story reads in order. */
export class Site {
  readonly files: MemoryFiles;
  exitCode = -1;
  /** The tasks that the last command ran. */
  tasks: string[] = [];
  /** The data of the pages that the last command made, if it is to be kept. */
  views = new Map<string, string>();
  keepsViews = false;
  /** That of the code; another one believes nothing that was kept. */
  version = '0.0.0';
  /** How pictures are made smaller: they are not. */
  resize: Resize = unresized;
  stdout = '';
  stderr = '';
  private now = '2026-11-23T12:00:00Z';

  constructor(files: Readonly<Record<string, string | Uint8Array>>) {
    this.files = memoryFiles({ ...THEME_FILES });
    this.edit(files);
  }

  /** The instant of the builds that follow. */
  at(now: string): this {
    this.now = now;
    return this;
  }

  /** Writes files of the site; null removes one. */
  edit(files: Readonly<Record<string, string | Uint8Array | null>>): this {
    for (const [name, body] of Object.entries(files)) {
      if (body === null) this.files.remove(`${SITE}/${name}`);
      else
        this.files.write(
          `${SITE}/${name}`,
          typeof body === 'string' ? new TextEncoder().encode(body) : body,
        );
    }
    return this;
  }

  /** `gazeta build` with more arguments. */
  build(...args: string[]): this {
    return this.gazeta('build', ...args);
  }

  /** Any command line. */
  gazeta(...args: string[]): this {
    this.stdout = '';
    this.stderr = '';
    this.tasks = [];
    const printer = {
      out: (text: string) => {
        this.stdout += `${text}\n`;
      },
      message: (text: string) => {
        this.stderr += `${text}\n`;
      },
      paint: plain,
    };
    const world = {
      files: this.files,
      printer,
      now: readInstant(this.now, 'UTC') as Instant,
      here: SITE,
      theme: THEME,
      version: this.version,
      trace: (task: string, data: () => unknown) => {
        this.tasks.push(task);
        if (this.keepsViews) this.views.set(task.slice('page '.length), JSON.stringify(data()));
      },
      worker: null,
      resize: this.resize,
      resolve: (name: string) => path.posix.resolve(SITE, name),
    };
    // Commands that wait have stories of their own.
    this.exitCode = run(args, world, '0.0.0') as number;
    return this;
  }

  /** A build whose process is killed before its change number `at` of the disk. */
  killed(at: number): this {
    const { write, rename, remove, removeEmptyFolders, removeFolder, clock } = this.files;
    let changes = 0;
    const mortal =
      <Args extends unknown[], Result>(act: (...args: Args) => Result) =>
      (...args: Args): Result => {
        if (changes++ >= at) throw new Error('killed');
        return act(...args);
      };
    Object.assign(this.files, {
      write: mortal(write),
      rename: mortal(rename),
      remove: mortal(remove),
      removeEmptyFolders: mortal(removeEmptyFolders),
      removeFolder: mortal(removeFolder),
      clock: mortal(clock),
    });
    this.build('--allow-removals');
    Object.assign(this.files, { write, rename, remove, removeEmptyFolders, removeFolder, clock });
    return this;
  }

  exits(code: number): this {
    expect(this.exitCode, this.stderr).toBe(code);
    return this;
  }

  /** The whole of stderr. */
  says(text: string): this {
    expect(this.stderr.trim()).toBe(text.trim());
    return this;
  }

  /** The tasks that ran, in any order: entries of files, and pages. */
  ran(...tasks: string[]): this {
    expect(this.tasks.toSorted()).toEqual(tasks.toSorted());
    return this;
  }

  /** A file of the output, exactly. */
  expect(out: string, content: string): this {
    expect(this.read(out)).toBe(content);
    return this;
  }

  /** The output file holds the text: in its source, or as readers see it. */
  shows(out: string, ...texts: string[]): this {
    for (const text of texts)
      expect(this.holds(out, text), `${out} shows ${text}\n${this.text(out)}`).toBe(true);
    return this;
  }

  /** The output file does not hold the text. */
  hides(out: string, ...texts: string[]): this {
    for (const text of texts) expect(this.holds(out, text), `${out} hides ${text}`).toBe(false);
    return this;
  }

  /** No byte of the output, and no name in it, holds the text. */
  nowhere(text: string): this {
    for (const out of this.outputs()) {
      expect(out.includes(text), `${text} in the name ${out}`).toBe(false);
      expect(this.read(out).includes(text), `${text} in ${out}`).toBe(false);
    }
    return this;
  }

  /** The paths of the output, sorted. */
  outputs(folder = 'dist'): string[] {
    return this.files.list(`${SITE}/${folder}`, true).map(({ path: name }) => name);
  }

  /** All of the output by path, to be compared with another build's. */
  snapshot(folder = 'dist'): Record<string, string> {
    return Object.fromEntries(
      this.outputs(folder).map((out) => [out, this.read(`../${folder}/${out}`)]),
    );
  }

  read(out: string): string {
    return new TextDecoder().decode(this.files.read(path.posix.join(SITE, 'dist', out)));
  }

  /** What readers see of a page: its text, one space between words. */
  text(out: string): string {
    return this.read(out)
      .replace(/^[\s\S]*<body/, '<body')
      .replace(/<[^>]*>/g, ' ')
      .replace(/&(amp|lt|gt|quot|#x27|#x3D);/g, (_, name: string) => ENTITIES[name] ?? '')
      .replace(/\s+/g, ' ');
  }

  private holds(out: string, text: string): boolean {
    return this.read(out).includes(text) || this.text(out).includes(text);
  }
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#x27': "'",
  '#x3D': '=',
};

/** A site of literal files. */
export function site(files: Readonly<Record<string, string | Uint8Array>>): Site {
  return new Site(files);
}
