/** Values at a limit, and just beyond it. Values further inside stand in the valid requests. */
import type { Limit } from './limits-of.ts'

export interface Values {
  accepted: unknown[]
  refused: unknown[]
}

/** @param item one more item of a list, that may stand beside the others */
export function valuesFor({ path, rule, value, schema }: Limit, item: (at: number) => unknown): Values {
  const leaf = path.at(-1) === '0' ? path.at(-2)! : path.at(-1)!
  const text = (length: number) => textOf(leaf, length)
  const items = (length: number) => Array.from({ length }, (_, at) => item(at))
  switch (rule) {
    case 'minimum':
      return { accepted: [value], refused: [value - 1] }
    case 'exclusiveMinimum':
      return { accepted: [value + 1], refused: [value] }
    case 'maximum':
      return { accepted: [value], refused: [value + 1] }
    case 'exclusiveMaximum':
      return { accepted: [value - 1], refused: [value] }
    case 'minLength':
      return { accepted: [text(value)], refused: value > 0 ? ['x'.repeat(value - 1)] : [] }
    case 'maxLength':
      return { accepted: [text(value)], refused: [text(value + 1)] }
    case 'minItems':
      return { accepted: [items(value)], refused: value > 0 ? [items(value - 1)] : [] }
    case 'maxItems':
      return { accepted: [items(value)], refused: [items(value + 1)] }
    case 'enum':
      return { accepted: value, refused: ['nonesuch', `${value[0]} `, String(value[0]).toUpperCase()] }
    case 'pattern':
      return samplesOf(schema.pattern)
    case 'required':
      return { accepted: [], refused: [undefined] }
  }
}

let last = 0

/** A text of that length that no other is like, of the form that the field wants. */
function textOf(leaf: string, length: number): string {
  const own = String(++last)
  const padded = (start: string, end = '') =>
    start + own.padStart(length - start.length - end.length, 'x').slice(-(length - start.length - end.length)) + end
  if (/email/.test(leaf)) return padded('', '@e.example')
  // Separators do not count.
  if (/phone/.test(leaf)) return `+35383${own.padStart(7, '2')}`.padEnd(length)
  if (leaf === 'cover_image_url') return padded('https://e.example/', '.png')
  if (/url|website|avatar/.test(leaf)) return padded('https://e.example/')
  if (leaf === 'custom_domain') return `${'x'.repeat(62)}.`.repeat(9).slice(0, length - own.length - 1) + `.${own}`
  // Items have a limit of their own.
  if (leaf === 'list_items')
    return Array.from({ length: Math.ceil(length / 250) }, (_, at) => `${own} ${at}`.padEnd(249, 'x'))
      .join(',')
      .padEnd(length, ',')
      .slice(0, length)
  if (leaf === 'locale' || leaf === 'locales') return 'en-variant1-variant2-variant3-1abcdefg'.slice(0, length)
  return padded('')
}

/** @throws where no samples are told for it */
function samplesOf(pattern: string): Values {
  const known: Record<string, Values> = {
    '^[A-Za-z][A-Za-z0-9_]{0,62}$': { accepted: ['a', 'Order_2'], refused: ['', '2nd', 'a b', 'a'.repeat(64)] },
    '\\S': { accepted: ['x', ' x '], refused: ['', '   '] },
    '^[0-9]{1,11}$': { accepted: ['4102444800'], refused: ['', '1.5', 'x', '1'.repeat(12)] },
  }
  if (!known[pattern]) throw new Error(`add samples for the pattern ${pattern} to server/test/limits/values.ts`)
  return known[pattern]
}
