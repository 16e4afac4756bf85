/** The macro in the settings: its text as it was written, and what it says that is no placeholder. */
import type { Static } from 'typebox'
import Type from 'typebox'
import { unix } from '../../../clock.ts'
import type { Ctx } from '../../../context.ts'
import type { MacrosRow } from '../../../db/types/macros.ts'
import { findPlaceholders } from '../../../placeholders/placeholder.ts'
import { listUnknown } from '../../../placeholders/known.ts'
import { KNOWN_KEYS } from '../../../placeholders/vocabulary.ts'
import { CreatedAt, described, IdOf, model, UpdatedAt } from '../../../schema/types.ts'
import { audience, presentAudience } from '../macro.ts'

export const MacroSettings = model('macro_settings', {
  type: Type.Literal('macro'),
  id: IdOf('macro'),
  name: described(Type.String(), 'The name that teammates see.'),
  body: described(Type.String(), 'The text as HTML, with placeholders as they were written.'),
  unknown_placeholders: described(
    Type.Array(Type.String({ description: 'As it was written.' })),
    'Placeholders that mean nothing here: they are sent as they were written, or, where the key names a data attribute ' +
      `that is not there, without a value. Keys are ${KNOWN_KEYS}.`,
  ),
  ...audience,
  created_at: CreatedAt('macro'),
  updated_at: UpdatedAt('macro'),
})

export async function presentMacroSettings(ctx: Ctx, row: MacrosRow): Promise<Static<typeof MacroSettings>> {
  const [macro] = await presentAllMacroSettings(ctx, [row])
  return macro!
}

/** Asks about the keys of all at once. */
export async function presentAllMacroSettings(
  { db, workspaceId }: Ctx,
  rows: MacrosRow[],
): Promise<Static<typeof MacroSettings>[]> {
  const found = rows.map(({ body }) => findPlaceholders(body))
  const keys = found.flatMap(({ placeholders }) => placeholders.map(({ key }) => key))
  const unknown = await listUnknown(db, workspaceId, [...new Set(keys)])
  return rows.map((row, at) => {
    const { placeholders, others } = found[at]!
    return {
      type: 'macro',
      id: String(row.id),
      name: row.name,
      body: row.body,
      unknown_placeholders: [
        ...placeholders.filter(({ key }) => unknown.has(key)).map(({ written }) => written),
        ...others,
      ],
      ...presentAudience(row),
      created_at: unix(row.created_at),
      updated_at: unix(row.updated_at),
    }
  })
}
