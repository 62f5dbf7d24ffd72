/** The colours of the theme as its style sheet has them (templates/styles/tokens.css); a test keeps the two alike. */
import type { SectionColor } from '../news/section.ts';
import type { ColorPair, ThemeColor } from '../pages/theme-settings.ts';

/**
 * What a paper has unless it chooses colours of its own. It chooses neither `quiet`, text that stands back, nor
 * `wash`, the background of boxes.
 */
export const PALETTE: Readonly<Record<ThemeColor | 'quiet' | 'wash', ColorPair>> = {
  accent: { light: '#a3201a', dark: '#ff8a7f' },
  paper: { light: '#fffdf9', dark: '#131417' },
  ink: { light: '#17181c', dark: '#ece9e2' },
  quiet: { light: '#5a5c63', dark: '#a9a7a0' },
  wash: { light: '#f5f0e4', dark: '#1e2025' },
};

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
