import Type from 'typebox'
import { lockWorkspace } from '../../../db/workspace-lock.ts'
import { readText } from '../../../http/given.ts'
import { operation } from '../../../http/operation.ts'
import { Text } from '../../../schema/types.ts'
import { AwayStatusReason, presentReason } from '../away-status-reason.ts'
import { insertReason } from '../queries.ts'

export const createAwayStatusReason = operation({
  api: 'settings',
  method: 'POST',
  path: '/parley/away_status_reasons',
  group: 'Away status reasons',
  summary: 'Create an away status reason',
  description: 'It comes last.',
  body: Type.Object({ label: Text(), emoji: Type.Optional(Text(64)) }),
  reply: AwayStatusReason,
  handle: async (ctx, { body }) => {
    await lockWorkspace(ctx.db, ctx.workspaceId)
    const columns = { label: readText('label', body.label), emoji: body.emoji?.trim() ?? '' }
    return presentReason(await insertReason(ctx.db, ctx.workspaceId, columns, ctx.now))
  },
})
