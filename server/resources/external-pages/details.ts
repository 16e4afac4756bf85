/** Properties of an external page in requests, and their stored form. */
import type { Static } from 'typebox'
import Type from 'typebox'
import { sanitiseBody } from '../../html.ts'
import { given, readLocale, readText, readUrl } from '../../http/given.ts'
import { BodyText, described, IdInput } from '../../schema/types.ts'

export const details = {
  title: Type.String({ maxLength: 1000, description: 'The title.' }),
  html: described(BodyText, 'The words as HTML.'),
  ai_agent_availability: Type.Optional(Type.Boolean({ description: 'True if the AI agent may answer from it.' })),
  ai_copilot_availability: Type.Optional(
    Type.Boolean({ description: 'True if the copilot of teammates may answer from it.' }),
  ),
  ai_sales_agent_availability: Type.Optional(
    Type.Boolean({ description: 'True if the sales agent may answer from it.' }),
  ),
  locale: Type.String({ maxLength: 35, description: 'The language, such as `en`.' }),
  source_id: described(IdInput, 'The id of the content import source that it belongs to.'),
}

export const Url = Type.String({
  maxLength: 2048,
  description: 'The address that answers name. Without one they do not name the page.',
})
export const ExternalId = Type.String({
  minLength: 1,
  maxLength: 255,
  description: 'Its id at the source, unique for the source.',
})

const Words = Type.Object({ ...details, url: Type.Optional(Url) })

/** @throws 400 parameter_invalid for a blank title, an address that is none, or a language that is none */
export const wordsOf = ({ title, html, url, locale }: Omit<Static<typeof Words>, 'source_id'>) => ({
  title: readText('title', title),
  html: sanitiseBody(html),
  locale: readLocale('locale', locale),
  ...given({ url: url === undefined ? undefined : readUrl('url', url) && url.trim() }),
})
