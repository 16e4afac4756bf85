/**
 * The body of a request. In JSON a value in a string is escaped, and one by itself is a JSON value, so that none can
 * end a string or add a key; in a form it is percent-encoded. A body that is not JSON after all is not sent.
 */
import { piecesOf, fill, TemplateError, textOf, type Values } from './placeholders.ts'

/** @param type the content type that the headers name @throws TemplateError */
export function renderBody(template: string, type: string | undefined, values: Values): string {
  if (isJson(template, type)) return renderJson(template, values)
  if (type?.includes('x-www-form-urlencoded'))
    return fill(template, (name) => encodeURIComponent(textOf(values, name).toWellFormed()))
  return fill(template, (name) => textOf(values, name))
}

/** True if the type says so, or if nothing does and the template begins like JSON. */
export const isJson = (template: string, type: string | undefined): boolean =>
  type === undefined ? /^\s*[[{"]/.test(template) : /\bjson\b/i.test(type)

function renderJson(template: string, values: Values): string {
  let inString = false
  const rendered = piecesOf(template)
    .map((piece) => {
      if ('text' in piece) {
        inString = isInString(piece.text, inString)
        return piece.text
      }
      if (inString) return JSON.stringify(textOf(values, piece.name)).slice(1, -1)
      return JSON.stringify(values.get(piece.name) ?? null)
    })
    .join('')
  try {
    JSON.parse(rendered)
  } catch {
    throw new TemplateError('The body is not valid JSON')
  }
  return rendered
}

/** @returns true if a string is open after the text */
function isInString(text: string, before: boolean): boolean {
  let inString = before
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '\\' && inString) at++
    else if (text[at] === '"') inString = !inString
  }
  return inString
}
