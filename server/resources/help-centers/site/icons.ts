/** Small pictures in pages. Words beside them, or names of their controls, say the same. */
import type { Element } from 'hast'
import { s } from 'hastscript'

const icon = (...shapes: Element[]): Element => sized(16, shapes)

/** Drawn on a square of 16. */
const sized = (size: number, shapes: Element[]): Element =>
  s(
    'svg',
    {
      viewBox: '0 0 16 16',
      width: size,
      height: size,
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

const path = (d: string): Element => s('path', { d })
const circle = (cx: number, cy: number, r: number): Element => s('circle', { cx, cy, r })

/** Pictures by the words of the names that collections' icons have, such as `devices-laptop`; the first that fits. */
const OF_WORDS: [RegExp, () => Element[]][] = [
  [/code|developer|api|terminal/, () => [path('m5.5 5-3 3 3 3M10.5 5l3 3-3 3')]],
  [/laptop|computer|device|desktop|phone|mobile/, () => [path('M3.5 3.5h9v6.5h-9zM1.5 12.5h13')]],
  [
    /wrench|tool|gear|settings|cog|repair/,
    () => [path('M10.5 2.5a3 3 0 0 0-3.6 3.9L2.5 10.8v2.7h2.7l4.4-4.4a3 3 0 0 0 3.9-3.6L11.6 7.3 9 7 8.7 4.4z')],
  ],
  [
    /coffee|food|cup/,
    () => [path('M3 6h8v4a3 3 0 0 1-3 3H6a3 3 0 0 1-3-3zM11 7h1a1.5 1.5 0 0 1 0 3.5h-1M5.5 2v1.5M8.5 2v1.5')],
  ],
  [
    /truck|delivery|shipping/,
    () => [path('M1.5 4h8v7h-8zM9.5 6.5h3l2 2.5v2h-5'), circle(4.5, 12, 1.2), circle(11.5, 12, 1.2)],
  ],
  [/cart|shop|ecomm|store|bag/, () => [path('M1.5 3h2l1.6 7h6.9l1.5-5H4'), circle(6, 13, 0.9), circle(11, 13, 0.9)]],
  [/pricetag|price|tag|discount/, () => [path('M2.5 2.5h5l6 6-5 5-6-6z'), circle(5.3, 5.3, 0.7)]],
  [
    /invoice|finance|bill|receipt|payment|card|money/,
    () => [path('M3.5 2v12l1.5-1 1.5 1L8 13l1.5 1 1.5-1 1.5 1V2zM6 5.5h4M6 8.5h4')],
  ],
  [/users|user|people|person|account|team/, () => [circle(8, 5.5, 2.5), path('M3 13.5a5 5 0 0 1 10 0')]],
  [/mail|email|inbox|envelope/, () => [path('M2 4h12v8.5H2zM2 4.5l6 4.5 6-4.5')]],
  [/chat|message|comment|speech|communication/, () => [path('M2.5 3h11v8H7l-3 2.5V11H2.5z')]],
  [/lock|security|shield|key|privacy/, () => [path('M3.5 7h9v6.5h-9zM5.5 7V5a2.5 2.5 0 0 1 5 0v2')]],
  [/chart|graph|report|analytics/, () => [path('M2.5 13.5h11M4.5 11V8M8 11V4M11.5 11V6')]],
  [/calendar|date|time|clock/, () => [circle(8, 8, 5.5), path('M8 5v3l2 1.5')]],
  [/folder|file|document/, () => [path('M2 4h4l1.5 2H14v7H2z')]],
  [/rocket|flag|start|launch/, () => [path('M4 14V2.5h8L10 5.5l2 3H4')]],
  [/star|heart|favo/, () => [path('m8 2.5 1.7 3.5 3.8.5-2.8 2.7.7 3.8L8 11.2 4.6 13l.7-3.8L2.5 6.5 6.3 6z')]],
  [
    /help|question|info|support|lifebuoy/,
    () => [circle(8, 8, 5.5), path('M6.3 6.500a1.7 1.7 0 1 1 2.4 1.600c-.5.2-.7.6-.7 1.100M8 11.200v.1')],
  ],
]

/** The default icon, and any whose name says nothing here. */
const BOOK = (): Element[] => [
  path(
    'M3 3.5A1.5 1.5 0 0 1 4.5 2H13v10H4.500A1.5 1.5 0 0 0 3 13.500zM3 13.500A.5.5 0 0 0 3.5 14H13v-2M8 2v5l1.5-1L11 7V2',
  ),
]

export const collectionIcon = (name: string): Element => {
  const words = name.toLowerCase()
  const found = OF_WORDS.find(([fits]) => fits.test(words))
  return sized(24, (found?.[1] ?? BOOK)())
}
