/** The author of a part or a source, on the wire. */
import type { Static } from 'typebox'
import Type from 'typebox'
import { described, Id, model, Nullable } from '../schema/types.ts'
import type { PartRow } from './thread.ts'

const identity = {
  type: described(Type.String(), 'The kind of author: `user`, `lead`, `admin` or `bot`.'),
  id: described(Id, 'The id of the contact or the admin.'),
  name: described(Nullable(Type.String()), 'The name; null if unknown.'),
  email: described(Type.String(), 'The email address; empty if unknown.'),
}

export const SourceAuthor = model('conversation_source_author', identity)

export const PartAuthor = model('conversation_part_author', {
  ...identity,
  from_ai_agent: described(Type.Boolean(), 'True if the AI agent wrote it.'),
  is_ai_answer: described(Type.Boolean(), 'True if it is an answer of the AI agent.'),
})

export const presentPartAuthor = (row: PartRow): Static<typeof PartAuthor> => ({
  id: row.author_contact_id ?? String(row.author_admin_id),
  type: row.author_type,
  name: row.author_name,
  email: row.author_email ?? '',
  from_ai_agent: row.from_ai_agent,
  is_ai_answer: row.is_ai_answer,
})
