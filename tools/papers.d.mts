/** The papers that are looked at, and the browser, for tests. */
import type { Browser } from 'playwright-core';

export const ROOT: string;
export const CHROMIUM: string;
export const PAGES: Readonly<Record<string, string>>;

/** Builds a paper; gives its output folder, and what removes it. */
export function buildPaper(name: 'sample' | 'looks'): { readonly folder: string; remove(): void };

export function launch(options?: { readonly scrollBars?: boolean }): Promise<Browser>;
