/** Colours of the site by their use, for light and dark pages. Names are those that all front ends share. */
import type { HelpCentersRow } from '../../../db/types/help_centers.ts'
import { lighten, textOn } from './contrast.ts'

export const LIGHT = {
  ground: '#ffffff',
  raised: '#ffffff',
  sunk: '#f6f7f6',
  line: '#e4e7e5',
  'line-strong': '#c9cfcc',
  control: '#7a8581',
  text: '#17201d',
  second: '#55605c',
  accent: '#12705f',
  'on-accent': '#ffffff',
  mark: '#ffe9a8',
  'note-ground': '#fff6dc',
  warn: '#8a5000',
  danger: '#b3261e',
  ok: '#1a7f4b',
}

export type Tokens = typeof LIGHT

export const DARK: Tokens = {
  ground: '#141615',
  raised: '#1b1e1d',
  sunk: '#101211',
  line: '#2a2f2d',
  'line-strong': '#3c4340',
  control: '#7d8783',
  text: '#eef2f0',
  second: '#a7b1ad',
  accent: '#3fbf9f',
  'on-accent': '#06231c',
  mark: '#5a4a12',
  'note-ground': '#332a10',
  warn: '#f0b357',
  danger: '#ff8a80',
  ok: '#6fd49b',
}

/** Surfaces that text of the accent's colour stands on. */
export const groundsOf = ({ ground, raised, sunk }: Tokens): string[] => [ground, raised, sunk]

const INKS: [string, string] = ['#ffffff', '#0b0d0c']

export interface Palette {
  light: Tokens
  dark: Tokens
}

/** With the colours of a help center. A dark accent that nobody chose is a tint of the light one. */
export function paletteOf(center: Pick<HelpCentersRow, 'accent_color' | 'accent_color_dark'>): Palette {
  const { accent_color } = center
  const dark = center.accent_color_dark ?? (accent_color && lighten(accent_color, groundsOf(DARK)))
  return {
    light: accent_color ? { ...LIGHT, accent: accent_color, 'on-accent': textOn(accent_color, INKS) } : LIGHT,
    dark: dark ? { ...DARK, accent: dark, 'on-accent': textOn(dark, INKS) } : DARK,
  }
}
