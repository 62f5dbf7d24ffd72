/** The pattern of addresses of a paper that moves in, so that its articles keep their addresses. */
import { slugify } from '../base/slug.ts';
import type { Placed } from './facts.ts';

/** What WordPress offers by itself, and what newsrooms make of it. The first is also that of papers without settings. */
const PATTERNS = [
  '/{yyyy}/{mm}/{dd}/{slug}/',
  '/{yyyy}/{mm}/{slug}/',
  '/{slug}/',
  '/{section}/{slug}/',
  '/{section}/{yyyy}/{mm}/{slug}/',
  '/{section}/{yyyy}/{mm}/{dd}/{slug}/',
  '/{yyyy}/{slug}/',
  '/news/{slug}/',
  '/blog/{slug}/',
  '/archives/{slug}/',
] as const;

/** The pattern that gives most articles the address that they have. */
export function patternOf(placed: readonly Placed[]): string {
  const hits = PATTERNS.map((pattern) => placed.filter((one) => fits(pattern, one)).length);
  const most = hits.reduce((a, b) => Math.max(a, b), 0);
  return PATTERNS[hits.indexOf(most)] ?? PATTERNS[0];
}

function fits(pattern: string, { day, slug, section, path }: Placed): boolean {
  const [yyyy = '', mm = '', dd = ''] = day.split('-');
  const parts: Readonly<Record<string, string>> = {
    ...{ yyyy, mm, dd, slug },
    section: (section ?? []).map(slugify).join('/'),
  };
  const own = pattern.replace(/\{(\w+)\}/g, (_, name: string) => parts[name] ?? '');
  return own.replace(/\/{2,}/g, '/') === path.replace(/(?<=[^/])$/, '/');
}
