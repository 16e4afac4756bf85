/**
 * The body of a request. In JSON a value in a string is escaped, and one by itself is a JSON value, so that none can
 * end a string or add a key; in a form it is percent-encoded; in XML and HTML it is text, and adds no element. A body
 * that is not JSON after all is not sent, nor are values in a body of another type, where nobody knows how to keep them
 * from adding parts or lines.
 */
import { escapeHtml } from '../../html.ts'
import { piecesOf, fill, TemplateError, textOf, type Values } from './placeholders.ts'

/** @param type the content type that the headers name @throws TemplateError */
export function renderBody(template: string, type: string | undefined, values: Values): string {
  switch (formOf(template, type)) {
    case 'json':
      return renderJson(template, values)
    case 'lines':
      return renderJson(template, values, (body) => body.split('\n'))
    case 'markup':
      return fill(template, (name) => escapeHtml(textOf(values, name)))
    case 'form':
      return fill(template, (name) => encodeURIComponent(textOf(values, name).toWellFormed()))
    case 'text':
      return fill(template, (name) => textOf(values, name))
    case undefined:
      if (hasPlaceholders(template)) throw new TemplateError(unfillable(type!))
      return template
  }
}

/** @returns why values cannot stand in a body of the type; undefined where they can, or there are none */
export function checkBody(template: string, type: string | undefined): string | undefined {
  return formOf(template, type) === undefined && hasPlaceholders(template) ? unfillable(type!) : undefined
}

const unfillable = (type: string) =>
  `Placeholders may not stand in a body of the type ${type.slice(0, 100)}, but in JSON, a form, XML, HTML or plain text`

const hasPlaceholders = (template: string) => piecesOf(template).some((piece) => 'name' in piece)

/** The form that values are escaped for; undefined for another type. */
function formOf(template: string, type: string | undefined) {
  if (isJson(template, type)) return 'json'
  if (type === undefined) return 'text'
  const media = mediaTypeOf(type)
  if (LINES_OF_JSON.test(media)) return 'lines'
  if (MARKUP.test(media)) return 'markup'
  if (media === 'application/x-www-form-urlencoded') return 'form'
  return TEXT.has(media) ? 'text' : undefined
}

/** Without its parameters, such as a boundary. */
const mediaTypeOf = (type: string) => type.replace(/;.*$/s, '').trim().toLowerCase()

/** True if the type says so, or if nothing does and the template begins like JSON. */
export const isJson = (template: string, type: string | undefined): boolean =>
  type === undefined ? /^\s*[[{"]/.test(template) : /\bjson$/.test(mediaTypeOf(type))

const MARKUP = /\b(xml|html)$/
const TEXT = new Set(['text/plain', 'text/markdown'])

/** A JSON value in each line. */
const LINES_OF_JSON = /\b(ndjson|jsonl|jsonlines|json-lines)$/

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
