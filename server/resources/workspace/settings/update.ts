import Type from 'typebox'
import type { Ctx } from '../../../context.ts'
import { parameterInvalid } from '../../../http/errors.ts'
import { operation } from '../../../http/operation.ts'
import { described, Nullable, Text } from '../../../schema/types.ts'
import { given, readText } from '../../../http/given.ts'
import { readVersion } from '../../../http/read-version.ts'
import { logActivity } from '../../activity-logs/log-activity.ts'
import { getWorkspace, updateWorkspace } from './queries.ts'
import { readTimeZone } from './time-zone.ts'
import { presentWorkspace, Workspace } from './workspace.ts'

export const updateWorkspaceSettings = operation({
  api: 'settings',
  method: 'PUT',
  path: '/parley/workspace',
  group: 'Workspace',
  summary: 'Update the workspace',
  description: 'Missing properties stay as they are. A `default_version` of null is the newest stable version.',
  body: described(
    Type.Object({
      name: described(Type.Optional(Text()), 'The name.'),
      time_zone: described(Type.Optional(Text()), 'The time zone, as an IANA name such as `Europe/Dublin`.'),
      default_version: described(
        Type.Optional(Nullable(Text())),
        'The version that answers requests which name none, such as `2.11`; null for the newest stable one.',
      ),
      email_copies: Type.Optional(
        Type.Boolean({
          description: 'True if an answer of an admin in the messenger also leaves as an e-mail to its contacts.',
        }),
      ),
      region: Type.Optional(Type.String({ description: 'Cannot be changed: no other than it is.' })),
    }),
    'The details to change.',
  ),
  reply: Workspace,
  answer: 'The workspace with its new details.',
  handle: async (ctx, { body }) => {
    if (body.region !== undefined && body.region !== ctx.workspace.region)
      throw parameterInvalid('region cannot be changed', 'region')
    const changes = given({
      name: body.name === undefined ? undefined : readText('name', body.name),
      time_zone: body.time_zone === undefined ? undefined : readTimeZone('time_zone', body.time_zone),
      default_version:
        typeof body.default_version === 'string'
          ? readVersion('default_version', body.default_version)
          : body.default_version,
      email_copies: body.email_copies,
    })
    const before = await getWorkspace(ctx.db, ctx.workspaceId)
    const after = await updateWorkspace(ctx.db, ctx.workspaceId, changes)
    await logChanges(ctx, before, after)
    return presentWorkspace(after)
  },
})

type Logged = Pick<Ctx['workspace'], 'name' | 'time_zone'>

async function logChanges(ctx: Ctx, before: Logged, after: Logged): Promise<void> {
  const change = (key: keyof Logged) => ({ before: before[key], after: after[key] })
  if (before.name !== after.name)
    await logActivity(ctx, 'app_name_change', `renamed the workspace to ${after.name}`, change('name'))
  if (before.time_zone !== after.time_zone)
    await logActivity(ctx, 'app_timezone_change', `changed the time zone to ${after.time_zone}`, change('time_zone'))
}
