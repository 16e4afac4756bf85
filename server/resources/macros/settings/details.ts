/** Properties of a macro in requests, and their stored form. */
import type { Static } from 'typebox'
import Type from 'typebox'
import type { Ctx } from '../../../context.ts'
import { sanitiseBody } from '../../../html.ts'
import { notFound, parameterInvalid } from '../../../http/errors.ts'
import { given, readText } from '../../../http/given.ts'
import { numberId } from '../../../ids.ts'
import { KNOWN_KEYS } from '../../../placeholders/vocabulary.ts'
import { described, IdInput } from '../../../schema/types.ts'
import { AVAILABLE_ON, VISIBLE_TO } from '../macro.ts'
import { listTeamIds } from './queries.ts'

export const MacroDetails = Type.Object({
  name: Type.Optional(Type.String({ maxLength: 255, description: 'The name that teammates see.' })),
  body: Type.Optional(
    Type.String({
      maxLength: 100_000,
      description:
        "The text, as HTML or plain text, with placeholders such as `{{user.name | fallback: 'there'}}`. " +
        `Keys are ${KNOWN_KEYS}.`,
    }),
  ),
  visible_to: Type.Optional(Type.Enum([...VISIBLE_TO], { description: 'The teammates who see it.' })),
  visible_to_team_ids: described(
    Type.Optional(Type.Array(IdInput, { maxItems: 100 })),
    'The ids of the teams that see it, where `visible_to` is `specific_teams`.',
  ),
  available_on: described(
    Type.Optional(Type.Array(Type.Enum([...AVAILABLE_ON]), { minItems: 1, maxItems: 2 })),
    'The places where it can be used.',
  ),
})

interface Audience {
  visible_to: string
  visible_to_team_ids: number[]
}

/** @param before the macro as it is @throws 400 parameter_invalid, 404 team_not_found */
export async function columnsOf(ctx: Ctx, body: Static<typeof MacroDetails>, before: Audience) {
  const text = body.body === undefined ? undefined : sanitiseBody(body.body)
  if (text === '') throw parameterInvalid('body must not be blank', 'body')
  return given({
    name: body.name === undefined ? undefined : readText('name', body.name),
    body: text,
    ...(await readAudience(ctx, body, before)),
    available_on: body.available_on && AVAILABLE_ON.filter((place) => body.available_on!.includes(place)),
  })
}

async function readAudience(ctx: Ctx, body: Static<typeof MacroDetails>, before: Audience): Promise<Audience> {
  const visible_to = body.visible_to ?? before.visible_to
  if (visible_to === 'everyone') return { visible_to, visible_to_team_ids: [] }
  const visible_to_team_ids = body.visible_to_team_ids
    ? await readTeams(ctx, body.visible_to_team_ids)
    : before.visible_to_team_ids
  if (visible_to_team_ids.length === 0)
    throw parameterInvalid('visible_to_team_ids must name a team', 'visible_to_team_ids')
  return { visible_to, visible_to_team_ids }
}

async function readTeams(ctx: Ctx, sent: (string | number)[]): Promise<number[]> {
  const ids = sent.map((id) => numberId(id))
  const known = await listTeamIds(
    ctx.db,
    ctx.workspaceId,
    ids.filter((id) => id !== undefined),
  )
  if (ids.some((id) => id === undefined || !known.includes(id))) throw notFound('team')
  return known
}
