import Type from 'typebox'
import type { Ctx } from '../../../context.ts'
import { lockWorkspace } from '../../../db/workspace-lock.ts'
import { notFound, parameterMissing } from '../../../http/errors.ts'
import { given } from '../../../http/given.ts'
import { operation } from '../../../http/operation.ts'
import { described, IdInput, Nullable } from '../../../schema/types.ts'
import { findAssignee } from '../../../threads/assignee-queries.ts'
import { readSettings, writeSettings, type Settings } from './queries.ts'
import { FinSettings, optionalProperties, presentSettings } from './settings.ts'

export const updateFinSettings = operation({
  api: 'settings',
  method: 'PUT',
  path: '/parley/fin',
  group: 'Fin',
  summary: 'Update the settings of the AI agent',
  description: 'Properties that are left out stay as they are. An unknown one is refused.',
  unknownKeys: 'refuse',
  body: described(
    Type.Object({
      ...optionalProperties,
      assignee_id: described(
        Type.Optional(Nullable(IdInput)),
        'The id of the admin or the team, beside `assignee_type`; null for none.',
      ),
    }),
    'The settings to change.',
  ),
  reply: FinSettings,
  answer: 'The settings as they are now.',
  refusals: { 404: 'The assignee does not exist.' },
  handle: async (ctx, { body }) => {
    const { assignee_id, assignee_type = assignee_id === null ? null : undefined } = body
    const { db, workspaceId, now } = ctx
    if (assignee_type === undefined && assignee_id !== undefined) throw parameterMissing('assignee_type')
    await lockWorkspace(db, workspaceId)
    const settings: Settings = {
      ...(await readSettings(db, workspaceId)),
      ...given({
        enabled: body.enabled,
        asks_for_rating: body.asks_for_rating,
        rating_hours: body.rating_hours,
        quiet_minutes: body.quiet_minutes,
        takes_input: body.takes_input,
      }),
      ...(assignee_type !== undefined && (await assigneeOf(ctx, assignee_type, assignee_id))),
    }
    await writeSettings(db, workspaceId, settings, now)
    return presentSettings(settings)
  },
})

/** @throws 400 parameter_not_found without an id, 404 assignee_not_found */
async function assigneeOf(
  { db, workspaceId }: Ctx,
  type: 'admin' | 'team' | null,
  id: string | number | null | undefined,
): Promise<Pick<Settings, 'assignee_type' | 'assignee_id'>> {
  if (type === null) return { assignee_type: null, assignee_id: null }
  if (id === undefined || id === null) throw parameterMissing('assignee_id')
  const found = await findAssignee(db, workspaceId, type, id)
  if (found === undefined || found === null) throw notFound('assignee')
  return { assignee_type: type, assignee_id: found }
}
