/** The tone of a callout by the colour that its author gave it: pages show it in a tint that suits their ground. */
import { rgbOf } from './contrast.ts'

export type Tone = 'plain' | 'red' | 'yellow' | 'green' | 'blue' | 'violet'

/** Where each tone ends, in degrees of hue. */
const HUES: [end: number, tone: Tone][] = [
  [25, 'red'],
  [75, 'yellow'],
  [170, 'green'],
  [255, 'blue'],
  [330, 'violet'],
  [360, 'red'],
]

/** @param color hexadecimal, of three to eight digits */
export function toneOf(color: string | undefined): Tone {
  const digits = color?.slice(1) ?? ''
  const whole = digits.length < 6 ? digits.slice(0, 3).replaceAll(/./g, '$&$&') : digits.slice(0, 6)
  if (!/^[0-9a-f]{6}$/i.test(whole)) return 'plain'
  const [red, green, blue] = rgbOf(`#${whole}`)
  const high = Math.max(red, green, blue)
  const spread = high - Math.min(red, green, blue)
  if (spread < 6) return 'plain'
  const sixth =
    high === red
      ? ((green - blue) / spread + 6) % 6
      : high === green
        ? (blue - red) / spread + 2
        : (red - green) / spread + 4
  return HUES.find(([end]) => sixth * 60 <= end)![1]
}
