import Type from 'typebox'
import { lockWorkspace } from '../../../db/workspace-lock.ts'
import { readText } from '../../../http/given.ts'
import { operation } from '../../../http/operation.ts'
import { described, Text } from '../../../schema/types.ts'
import { AwayStatusReason, presentReason } from '../away-status-reason.ts'
import { insertReason } from '../queries.ts'

export const createAwayStatusReason = operation({
  api: 'settings',
  method: 'POST',
  path: '/parley/away_status_reasons',
  group: 'Away status reasons',
  summary: 'Create an away status reason',
  description: 'It comes last.',
  body: described(
    Type.Object({
      label: described(Text(), 'The text that teammates see.'),
      emoji: described(Type.Optional(Text(64)), 'An emoji; empty, the default, for none.'),
    }),
    'The new reason.',
  ),
  reply: AwayStatusReason,
  answer: 'The new reason.',
  handle: async (ctx, { body }) => {
    await lockWorkspace(ctx.db, ctx.workspaceId)
    const columns = { label: readText('label', body.label), emoji: body.emoji?.trim() ?? '' }
    return presentReason(await insertReason(ctx.db, ctx.workspaceId, columns, ctx.now))
  },
})
