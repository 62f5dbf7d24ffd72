/** What devices and crawlers read: manifests, icons, robots.txt. */

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { bySchema, language } from './feeds.ts';
import { fileOf, type Output, urlOf, type Verdict } from './output.ts';
import { text, told } from './programs.ts';
import { sitemapFiles } from './xml.ts';

const MANIFEST = {
  type: 'object',
  required: ['name', 'start_url', 'display', 'icons'],
  properties: {
    name: { type: 'string', minLength: 1 },
    short_name: { type: 'string', minLength: 1 },
    description: { type: 'string' },
    lang: language,
    dir: { enum: ['ltr', 'rtl', 'auto'] },
    id: { type: 'string', format: 'uri-reference' },
    start_url: { type: 'string', format: 'uri-reference' },
    scope: { type: 'string', format: 'uri-reference' },
    display: { enum: ['fullscreen', 'standalone', 'minimal-ui', 'browser'] },
    theme_color: { type: 'string' },
    background_color: { type: 'string' },
    icons: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['src'],
        properties: {
          src: { type: 'string', format: 'uri-reference' },
          type: { type: 'string', pattern: '^image/' },
          sizes: { type: 'string', pattern: '^(any|[1-9][0-9]*x[1-9][0-9]*)( |$)' },
          purpose: { enum: ['any', 'maskable', 'monochrome'] },
        },
        additionalProperties: false,
      },
    },
  },
  additionalProperties: false,
};

interface Manifest {
  readonly start_url: string;
  readonly scope: string;
  readonly icons: readonly {
    readonly src: string;
    readonly type: string;
    readonly sizes: string;
  }[];
}

/** Web app manifests (W3C), and the icons that they name. */
export function manifests(output: Output): Verdict {
  const files = output.files.filter((file) => file.endsWith('.webmanifest'));
  const findings = bySchema(output, files, MANIFEST);
  for (const file of findings.length > 0 ? [] : files) {
    const { start_url, scope, icons } = JSON.parse(text(output, file)) as Manifest;
    const at = (src: string) => new URL(src, urlOf(output, file)).href;
    if (!at(start_url).startsWith(at(scope)))
      findings.push(`${file}: ${start_url} is out of scope`);
    if (!output.pages.has(fileOf(output, at(start_url)) ?? ''))
      findings.push(`${file}: no page at ${start_url}`);
    for (const { src, type, sizes } of icons) {
      const icon = fileOf(output, at(src)) ?? '';
      const bytes = output.files.includes(icon)
        ? readFileSync(path.join(output.folder, icon))
        : Buffer.alloc(0);
      const is = type === 'image/png' ? pngSize(bytes) : bytes.length > 0 ? 'any' : null;
      if (is !== sizes) findings.push(`${file}: ${src} is ${is ?? 'nothing'}, and not ${sizes}`);
    }
  }
  return told(files, findings);
}

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** `192x192`, as the header of a PNG has it; null if it is none. */
function pngSize(bytes: Buffer): string | null {
  if (bytes.length < 24 || !bytes.subarray(0, 8).equals(PNG)) return null;
  return `${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`;
}

/** Every PNG has its header, and favicon.ico pictures of the sizes that it states. */
export function icons(output: Output): Verdict {
  const files = output.files.filter((file) => /\.(png|ico)$/.test(file));
  const findings = files.flatMap((file) => {
    const bytes = readFileSync(path.join(output.folder, file));
    if (file.endsWith('.png')) return pngSize(bytes) === null ? [`${file}: no PNG`] : [];
    const count = bytes.length < 22 ? 0 : bytes.readUInt16LE(4);
    if (count === 0 || bytes.readUInt32LE(0) !== 0x10000) return [`${file}: no icon`];
    return Array.from({ length: count }, (_, i) => 6 + 16 * i).flatMap((at) => {
      const stated = `${bytes.readUInt8(at) || 256}x${bytes.readUInt8(at + 1) || 256}`;
      const start = bytes.readUInt32LE(at + 12);
      const picture = bytes.subarray(start, start + bytes.readUInt32LE(at + 8));
      const size = pngSize(picture);
      return size === stated ? [] : [`${file}: a picture is ${size}, and not ${stated}`];
    });
  });
  return told(files, findings);
}

interface Robots {
  /** The rules for all crawlers, in order. */
  readonly rules: readonly { readonly allow: boolean; readonly path: string }[];
  readonly sitemaps: readonly string[];
  readonly faults: readonly string[];
}

/** robots.txt as the grammar of RFC 9309, 2.2 has it. */
function readRobots(source: string): Robots {
  const rules: { allow: boolean; path: string }[] = [];
  const sitemaps: string[] = [];
  const faults: string[] = [];
  let agents: string[] = [];
  let isOpen = false;
  for (const line of source.split(/\r\n|\n|\r/)) {
    const [record = ''] = line.split('#');
    if (record.trim() === '') continue;
    const at = record.indexOf(':');
    const key = record.slice(0, at).trim().toLowerCase();
    const value = record.slice(at + 1).trim();
    if (at > 0 && key === 'user-agent' && value !== '') {
      // Consecutive lines begin one group.
      agents = isOpen ? [...agents, value] : [value];
      isOpen = true;
    } else if (at > 0 && (key === 'allow' || key === 'disallow')) {
      isOpen = false;
      if (agents.length === 0) faults.push(`a rule of no group: ${line}`);
      if (value !== '' && !/^[/*]/.test(value)) faults.push(`no path: ${line}`);
      if (value !== '' && agents.includes('*')) rules.push({ allow: key === 'allow', path: value });
    } else if (at > 0 && key === 'sitemap') {
      // Not part of a group (2.2.4), and a full address (sitemaps.org).
      if (URL.canParse(value)) sitemaps.push(value);
      else faults.push(`no full address: ${line}`);
    } else faults.push(`not known: ${line}`);
  }
  return { rules, sitemaps, faults };
}

/** True if crawlers may ask: the longest rule counts, and of two equal ones the one that allows. */
function isAllowed({ rules }: Robots, pathname: string): boolean {
  const matching = rules
    .filter(({ path: rule }) => {
      const pattern = rule.split('*').map((one) => one.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
      return new RegExp(`^${pattern.join('.*').replace(/\\\$$/, '$')}`).test(pathname);
    })
    .sort((a, b) => b.path.length - a.path.length || Number(b.allow) - Number(a.allow));
  return matching[0]?.allow ?? true;
}

/** robots.txt (RFC 9309): names all sitemaps, allows all pages and files but the parts of pages. */
export function robots(output: Output): Verdict {
  if (output.base !== '') {
    const stray = output.files.filter((file) => path.posix.basename(file) === 'robots.txt');
    return told(
      stray,
      stray.map((file) => `${file}: no crawler looks below ${output.base}`),
    );
  }
  const findings: string[] = [];
  const source = output.files.includes('robots.txt') ? text(output, 'robots.txt') : '';
  const read = readRobots(source);
  if (source === '' || source.startsWith('\ufeff') || Buffer.byteLength(source) > 500 * 1024)
    findings.push('robots.txt: missing, with a mark of byte order, or too large');
  findings.push(...read.faults.map((fault) => `robots.txt: ${fault}`));
  const { indexes, news } = sitemapFiles(output);
  const expected = [...indexes, ...news].map((file) => urlOf(output, file)).sort();
  if ([...read.sitemaps].sort().join() !== expected.join())
    findings.push(`robots.txt: names ${read.sitemaps.join()}, and there are ${expected.join()}`);
  for (const file of output.files) {
    const { pathname } = new URL(urlOf(output, file));
    if (isAllowed(read, pathname) === (output.pages.get(file)?.kind === 'fragment'))
      findings.push(`robots.txt: is wrong about ${pathname}`);
  }
  return { checked: `1 file, ${output.files.length} addresses`, findings };
}
