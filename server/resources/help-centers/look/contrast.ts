/** Contrast of colours, as WCAG 2 defines it. Colours are `#rrggbb`. */

type Rgb = [red: number, green: number, blue: number]

export const rgbOf = (color: string): Rgb => [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16)) as Rgb

const hexOf = (rgb: Rgb): string => `#${rgb.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`

function luminance(color: string): number {
  const [red, green, blue] = rgbOf(color).map((part) => {
    const share = part / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as Rgb
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** @returns a number from 1 to 21 */
export function contrast(one: string, another: string): number {
  const [low, high] = [luminance(one), luminance(another)].sort((a, b) => a - b) as [number, number]
  return (high + 0.05) / (low + 0.05)
}

/** The least that text needs. */
export const TEXT_CONTRAST = 4.5

export const leastContrast = (color: string, grounds: string[]): number =>
  Math.min(...grounds.map((ground) => contrast(color, ground)))

/** @param share the part of the second colour, from 0 to 1 */
export const mix = (color: string, other: string, share: number): string => {
  const [from, to] = [rgbOf(color), rgbOf(other)]
  return hexOf(from.map((part, at) => part + (to[at]! - part) * share) as Rgb)
}

/** The colour itself, or the nearest of its tints that can be read on all grounds. */
export function lighten(color: string, grounds: string[]): string {
  for (let share = 0; share < 1; share += 0.05) {
    const tint = mix(color, '#ffffff', share)
    if (leastContrast(tint, grounds) >= TEXT_CONTRAST) return tint
  }
  return '#ffffff'
}

/** The colour of text on a coloured ground: the better one of the two always has enough contrast. */
export const textOn = (ground: string, [one, another]: [string, string]): string =>
  contrast(one, ground) >= contrast(another, ground) ? one : another
