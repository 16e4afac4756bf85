/** Boxes that other editors set apart from the text, and their colours: Notion, Confluence, and pages built by hand. */
import type { Element } from 'hast'
import { classes, style } from './nodes.ts'

const OWN = 'intercom-interblocks-callout'
const FOREIGN = new Set(['callout', 'admonition', 'alert', 'confluence-information-macro'])

type Colours = [background: string | undefined, border: string | undefined]

export const GREY: Colours = ['#e8e8e880', '#73737633']
export const YELLOW: Colours = ['#feedaf80', '#fbc91633']
export const GREEN: Colours = ['#d7efdc80', '#1bb15733']
export const BLUE: Colours = ['#dbe8ff80', '#2f6fed33']
export const RED: Colours = ['#fddcd880', '#e0402c33']

/** Tones by a class beside the one that makes the box. */
const TONES: [RegExp, Colours][] = [
  [/danger|error|-red|macro-warning/, RED],
  [/warning|caution|important|note|yellow|orange/, YELLOW],
  [/success|tip|green/, GREEN],
  [/info|blue/, BLUE],
]

export const isCallout = (node: Element): boolean =>
  classes(node).includes(OWN) ||
  (['div', 'figure', 'aside', 'section'].includes(node.tagName) && classes(node).some((name) => FOREIGN.has(name)))

export function coloursOf(node: Element): Colours {
  if (classes(node).includes(OWN)) return [style(node, 'background-color'), style(node, 'border-color')]
  const names = classes(node)
    .filter((name) => !FOREIGN.has(name))
    .join(' ')
  return TONES.find(([tone]) => tone.test(names))?.[1] ?? GREY
}

export const colouredStyle = ([background, border]: Colours): string =>
  `background-color: ${background}; border-color: ${border};`
