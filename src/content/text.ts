/** Bytes to text: UTF-8 without a byte-order mark, with LF line ends. */
import { isUtf8 } from 'node:buffer';
import { type Diagnostic, diagnostic, placeAt } from '../base/diagnostic.ts';
import { isPageFile } from './pages-folder.ts';

const MARK = 0xfeff;

/** An article's text with LF line ends and no byte-order mark, or why it is no text. */
export function readText(path: string, bytes: Uint8Array): string | Diagnostic {
  // Asking first takes half the time that a decoder takes that is to fail.
  if (!isUtf8(bytes)) {
    const valid = validPrefix(bytes);
    const shown = `${valid}\ufffd`;
    return diagnostic(
      'source/encoding',
      placeAt(path, shown, valid.length),
      `the byte 0x${(bytes[Buffer.byteLength(valid)] ?? 0).toString(16).toUpperCase()} is not UTF-8`,
      'Save the file as UTF-8; most editors call it an "encoding" in the save dialogue.',
    );
  }
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString();
  // Line ends and marks first, one of the encoding and one more, so that lines are counted as editors count them.
  const start = text.charCodeAt(0) !== MARK ? 0 : text.charCodeAt(1) !== MARK ? 1 : 2;
  const whole = start === 0 ? text : text.slice(start);
  const clean = whole.includes('\r') ? whole.replace(/\r\n?/g, '\n') : whole;
  if (!/\S/.test(clean))
    return diagnostic(
      'source/empty',
      path,
      'the file is empty',
      `Write the ${isPageFile(path) ? 'page' : 'article'}, or remove the file.`,
    );
  const nul = clean.indexOf('\0');
  if (nul >= 0)
    return diagnostic(
      'source/nul',
      placeAt(path, clean.replaceAll('\0', '\u2400'), nul),
      'the file has a NUL byte',
      'The file is damaged, or is no text file. Restore it from a copy, or delete the mark shown as \u2400.',
    );
  return clean;
}

/** The text up to the first byte that is not UTF-8, its line ends as LF. */
function validPrefix(bytes: Uint8Array): string {
  let [good, bad] = [0, bytes.length];
  // A prefix that ends within a character is not valid either; streaming forgives that.
  const valid = (length: number): boolean => {
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, length), { stream: true });
      return true;
    } catch {
      return false;
    }
  };
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (valid(middle)) good = middle;
    else bad = middle;
  }
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(0, good), {
    stream: true,
  });
}
