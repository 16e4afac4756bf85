/** The macro on the wire: an answer that teammates insert, with placeholders. */
import type { Static } from 'typebox'
import Type from 'typebox'
import type { MacrosRow } from '../../db/types/macros.ts'
import { bodyToText } from '../../html.ts'
import { markPlaceholders } from '../../placeholders/markup.ts'
import { described, Id, IdOf, IsoTime, model } from '../../schema/types.ts'

export const VISIBLE_TO = ['everyone', 'specific_teams'] as const
export const AVAILABLE_ON = ['inbox', 'messenger'] as const
export type Visibility = (typeof VISIBLE_TO)[number]
export type Channel = (typeof AVAILABLE_ON)[number]

const common = {
  id: IdOf('macro'),
  name: described(Type.String(), 'The name that teammates see.'),
}
export const audience = {
  visible_to: described(Type.Enum([...VISIBLE_TO]), 'The teammates who see it.'),
  visible_to_team_ids: described(Type.Array(Id), 'The ids of the teams that see it; empty where everyone does.'),
  available_on: described(Type.Array(Type.Enum([...AVAILABLE_ON])), 'The places where it can be used.'),
}

export const Macro = model('macro', {
  type: Type.Literal('macro'),
  ...common,
  body: described(
    Type.String(),
    'The text as HTML, with placeholders as `<attribute key="user.name" default="there"/>`.',
  ),
  body_text: described(Type.String(), 'The plain text, with placeholders as they were written.'),
  created_at: described(IsoTime, 'When the macro was created, in ISO 8601.'),
  updated_at: described(IsoTime, 'When the macro last changed, in ISO 8601.'),
  ...audience,
})

export const presentMacro = (row: MacrosRow): Static<typeof Macro> => ({
  type: 'macro',
  id: String(row.id),
  name: row.name,
  body: markPlaceholders(row.body),
  body_text: bodyToText(row.body),
  created_at: row.created_at.toISOString(),
  updated_at: row.updated_at.toISOString(),
  ...presentAudience(row),
})

export const presentAudience = (row: MacrosRow) => ({
  visible_to: row.visible_to as Visibility,
  visible_to_team_ids: row.visible_to_team_ids.map(String),
  available_on: row.available_on as Channel[],
})
