/** `theme.colors` of site.yaml: the paper's own colours, for light and dark pages. */
import type { SectionColor } from '../news/section.ts';
import {
  type ColorPair,
  THEME_COLORS,
  type ThemeColor,
  type ThemeSettings,
  TINTS,
  type Tint,
} from '../pages/theme-settings.ts';
import { isReadable, lacksHash, mixed, nearest, readColor } from './contrast.ts';
import { checkColors, type Given, type GivenColors, type Scheme } from './legibility.ts';
import { PALETTE, TINT_PARTS } from './palette.ts';
import { Expected, each, expected, type Parser, readParts } from './parts.ts';
import { record, type Schema, TEXT } from './settings.ts';
import { type Fault, textOf } from './values.ts';

export const COLORS_SCHEMA: Schema = record(
  Object.fromEntries(
    THEME_COLORS.map((name) => [name, { anyOf: [TEXT, record({ light: TEXT, dark: TEXT })] }]),
  ),
);

/**
 * Reads the colours; those that the paper does not give are left out. One that cannot be read (WCAG 2.2,
 * 1.4.3) is told and stays: `usedBySections` are the colours that must be readable on the paper, too.
 */
export function readColors(
  value: unknown,
  usedBySections: readonly SectionColor[],
  fault: Fault,
): ThemeSettings['colors'] {
  const none: GivenColors = { accent: {}, paper: {}, ink: {} };
  const given = { ...none, ...readParts({ key: 'colors', value }, fault, each(none, readPair)) };
  const colors = complete(given);
  checkColors(given, colors, usedBySections, fault);
  const isOwn = (name: ThemeColor) => Object.keys(given[name]).length > 0;
  const names = [...THEME_COLORS.filter(isOwn), ...(isOwn('paper') || isOwn('ink') ? TINTS : [])];
  return Object.fromEntries(names.map((name) => [name, colors[name]]));
}

/** A colour of light and of dark pages; one alone is that of light pages. */
const readPair: Parser<GivenColors[ThemeColor]> = (value, fault, name) => {
  if (typeof value !== 'object' || value === null) {
    const light = readGiven(value, [name]);
    return light instanceof Expected ? light : { light };
  }
  const scheme: Parser<Given> = (color, _, part) => readGiven(color, [name, part]);
  return readParts({ key: name, value }, fault, { light: scheme, dark: scheme });
};

function readGiven(value: unknown, path: readonly string[]): Given | Expected {
  const text = textOf(value);
  const hex = text === null ? null : readColor(text);
  if (text !== null && hex !== null) return { text, hex, path };
  const bare = typeof value === 'number' ? String(value) : (text ?? '');
  const help =
    value === null
      ? 'Put it in quotes: # begins a comment, and what follows it is not read.'
      : lacksHash(bare)
        ? `Write it with # and in quotes: "#${bare}".`
        : '';
  return expected('a colour of CSS without transparency, in quotes, such as "#0b5c4a"', help);
}

/**
 * Every colour of both schemes: as given, else derived from the other (the accent) or from paper and ink (the
 * tints), else the theme's own.
 */
function complete(given: GivenColors): Readonly<Record<ThemeColor | Tint, ColorPair>> {
  const of = (name: ThemeColor): ColorPair => ({
    light: given[name].light?.hex ?? PALETTE[name].light,
    dark: given[name].dark?.hex ?? PALETTE[name].dark,
  });
  const [accent, paper, ink] = [of('accent'), of('paper'), of('ink')];
  const tint = (name: Tint, scheme: Scheme) =>
    given.paper[scheme] === undefined && given.ink[scheme] === undefined
      ? PALETTE[name][scheme]
      : mixed(paper[scheme], ink[scheme], TINT_PARTS[name]);
  const pair = (name: Tint): ColorPair => ({
    light: tint(name, 'light'),
    dark: tint(name, 'dark'),
  });
  const colors = { accent, paper, ink, wash: pair('wash'), line: pair('line') };
  const { light, dark } = given.accent;
  if (light === undefined || dark !== undefined) return colors;
  const on = (...backgrounds: readonly string[]) =>
    nearest(light.hex, (one) => backgrounds.every((background) => isReadable(one, background)));
  // On the wash too, unless the paper has chosen a background with which that cannot be.
  const derived = on(paper.dark, colors.wash.dark) ?? on(paper.dark) ?? accent.dark;
  return { ...colors, accent: { light: light.hex, dark: derived } };
}
