/** Texts of an article in a request: the default language at the top, the others in `translated_content`. */
import type { Static } from 'typebox'
import Type from 'typebox'
import { cleanHtml, type Content, UnreadableContent } from '../../content/content.ts'
import { markdownToHtml } from '../../content/from-markdown.ts'
import { treeToMarkdown } from '../../content/to-markdown.ts'
import { parameterInvalid } from '../../http/errors.ts'
import { isLocale } from '../../schema/locales.ts'
import { BodyText, described, IdInput, Nullable } from '../../schema/types.ts'

const optional = <S extends Type.TSchema>(schema: S, sentence: string) => described(Type.Optional(schema), sentence)

const Title = Type.String({ maxLength: 1000 })
const availability = {
  ai_chatbot_availability: optional(Type.Boolean(), 'True if an AI agent may answer with it.'),
  ai_copilot_availability: optional(Type.Boolean(), 'True if the copilot of admins may use it.'),
  ai_sales_agent_availability: optional(Type.Boolean(), 'True if an AI sales agent may use it.'),
  audience_ids: optional(
    Nullable(Type.Array(Type.Integer(), { maxItems: 1000 })),
    'The ids of the audiences that it is meant for, in every language; none, or null, is everybody.',
  ),
}

export const textFields = {
  title: optional(Title, 'The title.'),
  description: optional(Nullable(Type.String({ maxLength: 10_000 })), 'A sentence on what it is about.'),
  body: optional(Nullable(BodyText), 'The text as HTML.'),
  body_markdown: optional(Nullable(BodyText), 'The text as Markdown, in place of `body`.'),
  author_id: optional(IdInput, 'The id of the admin who is named as its author.'),
  state: optional(Type.Enum(['published', 'draft']), '`published` if readers may see it, `draft` if not.'),
  ...availability,
  translated_content: optional(
    Nullable(Type.Unsafe<Record<string, unknown>>({ type: 'object' })),
    'The article in further languages, by their codes, each with the same fields as the article itself.',
  ),
}

const Fields = Type.Object(textFields)
export type TextFields = Static<typeof Fields>

/** A text as it comes to be: fields that were not sent are missing. */
export interface TextChange {
  title?: string
  description?: string
  body?: string
  markdown?: string
  author_id?: string | number
  state?: 'draft' | 'published'
  audience_ids?: number[] | null
  ai_chatbot_availability?: boolean
  ai_copilot_availability?: boolean
  ai_sales_agent_availability?: boolean
}

/**
 * Audiences at the top are those of every language, also of languages that the article has already.
 * @param note is told of parts that are not kept
 * @returns the texts by their language @throws 400 parameter_invalid
 */
export function readTexts(
  body: TextFields,
  defaultLocale: string,
  { note, others = [] }: { note: (what: string) => void; others?: string[] },
): Map<string, TextChange> {
  const texts = new Map<string, TextChange>()
  const noteOf = (locale: string) => (what: string) => note(`${locale}: ${what}`)
  for (const [locale, value] of Object.entries(body.translated_content ?? {})) {
    // Clients send back what they read: the type, and empty texts for languages that there are not.
    if (locale === 'type' || value === null || value === '') continue
    if (!isLocale(locale)) throw parameterInvalid('Unknown locale', 'translated_content')
    if (typeof value !== 'object' || Array.isArray(value))
      throw parameterInvalid(`translated_content.${locale} must be an object`, 'translated_content')
    texts.set(locale, readText(value as Record<string, unknown>, `translated_content.${locale}.`, noteOf(locale)))
  }
  const { audience_ids, ...main } = readText(body, '', noteOf(defaultLocale))
  if (Object.keys(main).length > 0) texts.set(defaultLocale, { ...texts.get(defaultLocale), ...main })
  if (audience_ids !== undefined)
    for (const locale of new Set([defaultLocale, ...others, ...texts.keys()]))
      texts.set(locale, { ...texts.get(locale), audience_ids })
  return texts
}

const KINDS = {
  title: 'string',
  description: 'string',
  state: 'string',
  ai_chatbot_availability: 'boolean',
  ai_copilot_availability: 'boolean',
  ai_sales_agent_availability: 'boolean',
} as const

function readText(fields: Record<string, unknown>, path: string, note: (what: string) => void): TextChange {
  const change: Record<string, unknown> = {}
  for (const [name, kind] of Object.entries(KINDS)) {
    const value = fields[name]
    if (value === undefined || value === null) continue
    if (typeof value !== kind || (kind === 'string' && (value as string).includes('\0')))
      throw parameterInvalid(`${path}${name} must be a ${kind}`, name)
    change[name] = value
  }
  if (change['state'] !== undefined && change['state'] !== 'draft' && change['state'] !== 'published')
    throw parameterInvalid(`${path}state must be published or draft`, 'state')
  if (typeof change['title'] === 'string' && change['title'].length > 1000)
    throw parameterInvalid(`${path}title is too long`, 'title')
  if (fields['description'] === null) change['description'] = ''
  const author = fields['author_id']
  if (typeof author === 'string' || typeof author === 'number') change['author_id'] = author
  return { ...change, ...readAudiences(fields['audience_ids'], path), ...readBody(fields, path, note) }
}

function readAudiences(value: unknown, path: string): Pick<TextChange, 'audience_ids'> {
  if (value === undefined) return {}
  if (value === null) return { audience_ids: null }
  if (!Array.isArray(value) || !value.every((id) => Number.isSafeInteger(id)))
    throw parameterInvalid(`${path}audience_ids must be a list of ids`, 'audience_ids')
  return { audience_ids: value }
}

function readBody(
  { body, body_markdown }: Record<string, unknown>,
  path: string,
  note: (what: string) => void,
): Pick<TextChange, 'body' | 'markdown'> {
  const html = readWords(body, `${path}body`)
  const markdown = readWords(body_markdown, `${path}body_markdown`)
  if (typeof html === 'string' && typeof markdown === 'string')
    throw parameterInvalid('body and body_markdown are mutually exclusive', 'body_markdown')
  // Null clears the words, unless the other form has some.
  if (typeof html !== 'string' && typeof markdown !== 'string')
    return html === null || markdown === null ? { body: '', markdown: '' } : {}
  try {
    return withMarkdown(typeof html === 'string' ? cleanHtml(html) : markdownToHtml(markdown!), note)
  } catch (error) {
    throw error instanceof UnreadableContent
      ? parameterInvalid(error.message, typeof html === 'string' ? 'body' : 'body_markdown')
      : error
  }
}

function withMarkdown({ html, tree, lost, changed }: Content, note: (what: string) => void) {
  for (const what of [...lost, ...changed]) note(what)
  return { body: html, markdown: treeToMarkdown(tree).trimEnd() }
}

function readWords(value: unknown, name: string): string | null | undefined {
  if (value === undefined || value === null) return value
  if (typeof value !== 'string' || value.length > 1_000_000) throw parameterInvalid(`${name} must be a text`, name)
  return value.replaceAll('\0', '')
}
