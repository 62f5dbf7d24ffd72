/** The colours of the theme as its style sheet has them (templates/styles/tokens.css); a test keeps the two alike. */
import type { SectionColor } from '../news/section.ts';
import type { ColorPair, ThemeColor, Tint } from '../pages/theme-settings.ts';

/**
 * What a paper has unless it chooses colours of its own. It does not choose `quiet`, text that stands back; the
 * tints, `wash` behind boxes and the footer and `line`, follow its paper and ink.
 */
export const PALETTE: Readonly<Record<ThemeColor | Tint | 'quiet', ColorPair>> = {
  accent: { light: '#a3201a', dark: '#ff8a7f' },
  paper: { light: '#fffdf9', dark: '#131417' },
  ink: { light: '#17181c', dark: '#ece9e2' },
  quiet: { light: '#5a5c63', dark: '#a9a7a0' },
  wash: { light: '#f5f0e4', dark: '#1e2025' },
  line: { light: '#dcd6c9', dark: '#36373c' },
};

/** How much of the ink is in each tint of a paper that is not the theme's. */
export const TINT_PARTS: Readonly<Record<Tint, number>> = { wash: 0.04, line: 0.16 };

/** The colours of sections: names are set in them, on the paper. */
export const SECTION_TONES: Readonly<Record<SectionColor, ColorPair>> = {
  red: { light: '#a3201a', dark: '#ff8a7f' },
  orange: { light: '#93440c', dark: '#f2a065' },
  amber: { light: '#7a5300', dark: '#e0b04c' },
  green: { light: '#2c6627', dark: '#8cc985' },
  teal: { light: '#0d6568', dark: '#6cc7c6' },
  blue: { light: '#1b559e', dark: '#8ab6f2' },
  violet: { light: '#65409d', dark: '#bfa0ef' },
  pink: { light: '#9a2763', dark: '#f092bd' },
};
