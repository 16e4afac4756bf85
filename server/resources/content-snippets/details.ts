/** Properties of a content snippet in requests. */
import Type from 'typebox'
import { apiError } from '../../http/errors.ts'
import { aiAvailabilityInput } from '../../schema/ai-availability.ts'
import { BodyText, described } from '../../schema/types.ts'
import { AudienceIdsInput } from '../audiences/content-audiences.ts'

export const title = Type.String({ maxLength: 255, description: 'The title.' })

export const details = {
  json_blocks: Type.Optional(
    Type.Array(Type.Unknown(), {
      description: 'The words as blocks. Not together with `body_markdown`.',
    }),
  ),
  body_markdown: described(Type.Optional(BodyText), 'The words as Markdown. Not together with `json_blocks`.'),
  locale: Type.Optional(Type.String({ maxLength: 35, description: 'The language; `en` by default.' })),
  audience_ids: Type.Optional(AudienceIdsInput),
  ...aiAvailabilityInput,
}

export const invalid = (message: string) => apiError(422, 'validation_error', message)

/** @throws 422 validation_error */
export function readTitle(text: string): string {
  const trimmed = text.trim()
  if (trimmed === '') throw invalid('Title must not be blank')
  return trimmed
}
