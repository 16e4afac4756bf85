/** The author of a part or a source, on the wire. */
import type { Static } from 'typebox'
import Type from 'typebox'
import { Id, model, Nullable } from '../schema/types.ts'
import type { PartRow } from './thread.ts'

const identity = {
  type: Type.String(),
  id: Id,
  name: Nullable(Type.String()),
  /** Empty of somebody without one. */
  email: Type.String(),
}

export const SourceAuthor = model('conversation_source_author', identity)

export const PartAuthor = model('conversation_part_author', {
  ...identity,
  from_ai_agent: Type.Boolean(),
  is_ai_answer: Type.Boolean(),
})

/** No AI writes here: both switches are off. */
export const presentPartAuthor = (row: PartRow): Static<typeof PartAuthor> => ({
  id: row.author_contact_id ?? String(row.author_admin_id),
  type: row.author_type,
  name: row.author_name,
  email: row.author_email ?? '',
  from_ai_agent: false,
  is_ai_answer: false,
})
