/** Colours of CSS as sRGB, and how well one can be read on another. */
import type * as Culori from 'culori';
import { lazily } from '../base/lazy.ts';

/**
 * Loaded for papers with colours of their own only. Its CommonJS form is one file, which takes 13 ms to
 * load; its modules are two hundred, and take 70 ms (Node 20).
 */
const culori = lazily<typeof Culori>('culori');

/** The least contrast of text and its background (WCAG 2.2, success criterion 1.4.3, level AA). */
export const ENOUGH = 4.5;

/** How finely lightness is searched, as a part of OKLCH's range from 0 (black) to 1 (white). */
const STEP = 0.005;

/**
 * A colour in any form of CSS Color 4 as `#rrggbb`, brought into sRGB if it lies outside (13.2 there). Null if
 * the text is none, or lets through what is behind it: its contrast would be anyone's guess.
 */
export function readColor(text: string): string | null {
  // The library takes numbers without their #, and no function in capitals; in CSS it is the other way round.
  const color = lacksHash(text) ? undefined : culori().parse(text.toLowerCase());
  return color === undefined || (color.alpha ?? 1) < 1 ? null : toHex(color);
}

/** True of the number of a colour without its #. No colour has a name of these letters alone. */
export function lacksHash(text: string): boolean {
  return /^(?:[\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})$/i.test(text);
}

/** `one` with a part of `other` in it, from 0 to 1, as CSS mixes in sRGB (Color 5, 2). */
export function mixed(one: string, other: string, part: number): string {
  const { formatHex, interpolate } = culori();
  return formatHex(interpolate([one, other], 'rgb')(part));
}

/** The contrast of two colours, from 1 to 21 (WCAG 2.2, "contrast ratio", of relative luminances). */
export function contrastOf(one: string, other: string): number {
  return culori().wcagContrast(one, other);
}

/** True if text of either colour can be read on the other. */
export function isReadable(one: string, other: string): boolean {
  return contrastOf(one, other) >= ENOUGH;
}

/**
 * The colour of the same hue and chroma that is nearest in lightness (OKLCH) and fits: itself if it does. Null if
 * there is none.
 */
export function nearest(hex: string, fits: (candidate: string) => boolean): string | null {
  if (fits(hex)) return hex;
  const color = culori().converter('oklch')(hex);
  if (color === undefined) return null;
  for (let away = STEP; away <= 1; away += STEP)
    for (const l of [color.l - away, color.l + away]) {
      const candidate = toHex({ ...color, l: Math.min(1, Math.max(0, l)) });
      if (fits(candidate)) return candidate;
    }
  return null;
}

/** A contrast as text; rounded, but not up to what it does not reach. */
export function contrastText(contrast: number): string {
  const rounded = contrast.toFixed(1);
  return contrast < ENOUGH && Number(rounded) >= ENOUGH
    ? (Math.floor(contrast * 100) / 100).toFixed(2)
    : rounded;
}

function toHex(color: Culori.Color): string {
  const { displayable, formatHex, toGamut } = culori();
  return formatHex(displayable(color) ? color : toGamut('rgb', 'oklch')(color));
}
