/** Whether style sheets are CSS whose files are there, and fonts are fonts. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { transform, type UrlDependency } from 'lightningcss';
import type { Output, Verdict } from './output.ts';
import { told } from './programs.ts';

/** Every style sheet is read, and every file that it names is there. */
export function styleSheets(output: Output): Verdict {
  const files = output.files.filter((file) => file.endsWith('.css'));
  const known = new Set(output.files);
  const findings = files.flatMap((file) => {
    try {
      const code = readFileSync(path.join(output.folder, file));
      const { dependencies } = transform({ filename: file, code, analyzeDependencies: true });
      return ((dependencies ?? []) as UrlDependency[])
        .map(({ url }) => url)
        .filter((url) => !/^(?:[a-z]+:|#)/.test(url))
        .filter((url) => !known.has(path.posix.join(path.posix.dirname(file), url)))
        .map((url) => `${file}: ${url} is not there`);
    } catch (error) {
      return [`${file}: ${error}`];
    }
  });
  return told(files, findings);
}

/** Every font has the header of WOFF 2.0 (W3C, 4.1), with the length of the file in it. */
export function fonts(output: Output): Verdict {
  const files = output.files.filter((file) => file.endsWith('.woff2'));
  const findings = files.filter((file) => {
    const bytes = readFileSync(path.join(output.folder, file));
    const isFont = bytes.length >= 48 && bytes.toString('latin1', 0, 4) === 'wOF2';
    return !isFont || bytes.readUInt32BE(8) !== bytes.length;
  });
  return told(
    files,
    findings.map((file) => `${file}: no font`),
  );
}
