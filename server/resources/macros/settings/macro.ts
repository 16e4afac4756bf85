/** The macro in the settings: its text as it was written, and what it says that is no placeholder. */
import type { Static } from 'typebox'
import Type from 'typebox'
import { unix } from '../../../clock.ts'
import type { MacrosRow } from '../../../db/types/macros.ts'
import { findPlaceholders } from '../../../placeholders/placeholder.ts'
import { isKnown } from '../../../placeholders/vocabulary.ts'
import { CreatedAt, described, IdOf, model, UpdatedAt } from '../../../schema/types.ts'
import { audience, presentAudience } from '../macro.ts'

export const MacroSettings = model('macro_settings', {
  type: Type.Literal('macro'),
  id: IdOf('macro'),
  name: described(Type.String(), 'The name that teammates see.'),
  body: described(Type.String(), 'The text as HTML, with placeholders as they were written.'),
  unknown_placeholders: described(
    Type.Array(Type.String({ description: 'As it was written.' })),
    'Placeholders that mean nothing here: they are sent as they were written.',
  ),
  ...audience,
  created_at: CreatedAt('macro'),
  updated_at: UpdatedAt('macro'),
})

export const presentMacroSettings = (row: MacrosRow): Static<typeof MacroSettings> => ({
  type: 'macro',
  id: String(row.id),
  name: row.name,
  body: row.body,
  unknown_placeholders: unknownIn(row.body),
  ...presentAudience(row),
  created_at: unix(row.created_at),
  updated_at: unix(row.updated_at),
})

function unknownIn(body: string): string[] {
  const { placeholders, others } = findPlaceholders(body)
  return [...placeholders.filter(({ key }) => !isKnown(key)).map(({ written }) => written), ...others]
}
