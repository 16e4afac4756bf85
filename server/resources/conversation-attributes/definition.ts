/** Properties of a conversation attribute in requests, and the API's errors for invalid ones. */
import type { Static } from 'typebox'
import Type from 'typebox'
import type { Ctx } from '../../context.ts'
import type { DataAttributesRow } from '../../db/types/data_attributes.ts'
import { UNUSABLE_NAME } from '../../http/body.ts'
import { apiError, notFound } from '../../http/errors.ts'
import { described, IdInput, Nullable, Text } from '../../schema/types.ts'
import { listTeams } from '../teams/queries.ts'
import { Cardinality } from './conversation-attribute.ts'

/** Properties that may change at any time. */
export const changeable = {
  name: described(Type.Optional(Nullable(Type.String())), 'The name of the attribute.'),
  description: described(Type.Optional(Nullable(Text(2000))), 'A note on what the attribute is for; null clears it.'),
  required: described(Type.Optional(Type.Boolean()), 'True if admins must set it before they close a conversation.'),
  visible_to_team_ids: Type.Optional(
    Type.Array(IdInput, { maxItems: 1000, description: 'The teams that see it; all do where none is named.' }),
  ),
  multiline: Type.Optional(Type.Boolean({ description: 'For a `string`: true if it may have several lines.' })),
  reference: Type.Optional(
    Nullable(
      Type.Object(
        {
          type: described(
            Cardinality,
            '`one` if a conversation is related to one object at the most, `many` otherwise.',
          ),
          object_type_id: described(Type.Optional(Nullable(Text())), 'The identifier of the type of these objects.'),
        },
        { description: 'For a `relationship`: the objects that it refers to.' },
      ),
    ),
  ),
}
const Changeable = Type.Object(changeable)
type Given = Omit<Static<typeof Changeable>, 'name'>
type Columns = Partial<Omit<DataAttributesRow, 'id' | 'workspace_id'>>

/** @throws 422 */
export const invalid = (message: string) => apiError(422, 'parameter_invalid', message)

/** @throws 422, and 404 where a team is none */
export async function columnsOf(ctx: Ctx, dataType: string, given: Given): Promise<Columns> {
  const { description, required, multiline, visible_to_team_ids: teams, reference } = given
  if (multiline && dataType !== 'string') throw invalid('multiline can only be set on string attributes')
  if (reference && dataType !== 'relationship') throw invalid('reference can only be set on relationship attributes')
  return {
    ...(description !== undefined && { description: description || null }),
    ...(required !== undefined && { required }),
    ...(multiline !== undefined && { multiline }),
    ...(teams !== undefined && { visible_to_team_ids: await readTeams(ctx, teams) }),
    ...(reference && {
      reference_cardinality: reference.type,
      reference_object_type: reference.object_type_id ?? null,
    }),
  }
}

async function readTeams(ctx: Ctx, given: (string | number)[]): Promise<number[]> {
  if (given.length === 0) return []
  const known = new Map((await listTeams(ctx.db, ctx.workspaceId)).map(({ id }) => [String(id), id]))
  return given.map((id) => {
    const team = known.get(String(id))
    if (team === undefined) throw notFound('team')
    return team
  })
}

/** @throws 422 */
export function readName(name: unknown): string {
  const text = readText('name', name, 190)
  if (text === UNUSABLE_NAME) throw invalid(`name must not be ${UNUSABLE_NAME}`)
  return text
}

/** @throws 422 */
export const readLabel = (label: unknown): string => readText('label', label, 255)

function readText(what: string, value: unknown, most: number): string {
  if (value === undefined || value === null) throw invalid(`${what} is required`)
  if (typeof value !== 'string') throw invalid(`${what} must be a string`)
  const text = value.trim()
  if (text === '') throw invalid(`${what} is required`)
  if (text.length > most) throw invalid(`${what} must have at most ${most} characters`)
  return text
}
