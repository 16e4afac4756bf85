/** Templates: text with placeholders such as `{{order_id}}`, which name inputs. */

export type Value = string | number | boolean

/** Values of inputs by their names; an input without a value is not there. */
export type Values = ReadonlyMap<string, Value>

const PLACEHOLDER = /\{\{\s*([^\s{}|]+)\s*\}\}/g

/** A template cannot be filled in with these values. The message names inputs, never values. */
export class TemplateError extends Error {}

/** A piece of a template: text as it is, or the name of an input. */
export type Piece = { text: string } | { name: string }

export function piecesOf(template: string): Piece[] {
  const pieces: Piece[] = []
  let end = 0
  for (const match of template.matchAll(PLACEHOLDER)) {
    if (match.index > end) pieces.push({ text: template.slice(end, match.index) })
    pieces.push({ name: match[1]! })
    end = match.index + match[0].length
  }
  if (end < template.length) pieces.push({ text: template.slice(end) })
  return pieces
}

/** An input without a value is empty. */
export const textOf = (values: Values, name: string): string => String(values.get(name) ?? '')

export const fill = (template: string, valueOf: (name: string) => string): string =>
  piecesOf(template)
    .map((piece) => ('text' in piece ? piece.text : valueOf(piece.name)))
    .join('')
