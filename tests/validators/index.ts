/**
 * Validators of the output: what other programs and readers say of the files of a build. Each returns what it
 * looked at and what it found; no findings are a pass.
 */

export * from './crawlers.ts';
export * from './feeds.ts';
export * from './html.ts';
export * from './links.ts';
export * from './output.ts';
export * from './pictures.ts';
export * from './programs.ts';
export * from './search.ts';
export * from './theme.ts';
export * from './whole.ts';
export * from './xml.ts';
