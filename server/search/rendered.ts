import { Fragment } from '../db/parts.ts'

/**
 * A fragment as PostgreSQL would be sent it, for tests: `$1` for each parameter, white space
 * evened out.
 */
export function rendered(root: Fragment): { sql: string; values: unknown[] } {
  const values: unknown[] = []
  const sql = render(root, values).replaceAll(/\s+/g, ' ')
  return { sql, values }
}

function render({ strings, args }: Fragment, values: unknown[]): string {
  return strings.reduce((text, piece, i) => {
    const value = args[i - 1]
    return text + renderValue(value, values) + piece
  })
}

function renderValue(value: unknown, values: unknown[]): string {
  if (isFragment(value)) return render(value, values)
  if (Array.isArray(value) && value.length > 0 && value.every(isFragment)) {
    return value.map((part) => render(part, values)).join(' ')
  }
  return `$${values.push(value)}`
}

const isFragment = (value: unknown): value is Fragment => value instanceof Fragment
