/**
 * The body of a request. In JSON a value in a string is escaped, and one by itself is a JSON value, so that none can
 * end a string or add a key; in a form it is percent-encoded; in XML it is text, and adds no element. A body that is not
 * JSON after all is not sent.
 */
import { escapeHtml } from '../../html.ts'
import { piecesOf, fill, TemplateError, textOf, type Values } from './placeholders.ts'

/** @param type the content type that the headers name @throws TemplateError */
export function renderBody(template: string, type: string | undefined, values: Values): string {
  if (isJson(template, type)) return renderJson(template, values)
  if (type !== undefined && LINES_OF_JSON.test(type)) return renderJson(template, values, (body) => body.split('\n'))
  if (type !== undefined && /\bxml\b/i.test(type)) return fill(template, (name) => escapeHtml(textOf(values, name)))
  if (type !== undefined && /x-www-form-urlencoded/i.test(type))
    return fill(template, (name) => encodeURIComponent(textOf(values, name).toWellFormed()))
  return fill(template, (name) => textOf(values, name))
}

/** True if the type says so, or if nothing does and the template begins like JSON. */
export const isJson = (template: string, type: string | undefined): boolean =>
  type === undefined ? /^\s*[[{"]/.test(template) : /\bjson\b/i.test(type)

/** A JSON value in each line. */
const LINES_OF_JSON = /\b(ndjson|jsonl|jsonlines|json-lines)\b/i

/** @param documents parts a body into its values */
function renderJson(template: string, values: Values, documents = (body: string) => [body]): string {
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
    for (const document of documents(rendered))
      if (document.trim() !== '' || document === rendered) JSON.parse(document)
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
