/** Small pictures in pages. Words beside them, or names of their controls, say the same. */
import type { Element } from 'hast'
import { s } from 'hastscript'

const icon = (...shapes: Element[]): Element =>
  s(
    'svg',
    {
      viewBox: '0 0 16 16',
      width: 16,
      height: 16,
      fill: 'none',
      stroke: 'currentColor',
      strokeWidth: 1.5,
      strokeLinecap: 'round',
      strokeLinejoin: 'round',
      ariaHidden: 'true',
    },
    shapes,
  )

export const magnifier = (): Element =>
  icon(s('circle', { cx: 7, cy: 7, r: 4.5 }), s('path', { d: 'M10.5 10.5 14 14' }))

export const chevron = (): Element => icon(s('path', { d: 'm4 6 4 4 4-4' }))
