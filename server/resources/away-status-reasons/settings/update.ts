import Type from 'typebox'
import { given, readText } from '../../../http/given.ts'
import { operation } from '../../../http/operation.ts'
import { described, Text } from '../../../schema/types.ts'
import { AwayStatusReason, presentReason } from '../away-status-reason.ts'
import { getReason, updateReason } from '../queries.ts'

export const updateAwayStatusReason = operation({
  api: 'settings',
  method: 'PUT',
  path: '/parley/away_status_reasons/{away_status_reason_id}',
  group: 'Away status reasons',
  summary: 'Update an away status reason',
  description: 'Missing properties stay as they are. A deleted reason can be brought back with `deleted` false.',
  params: Type.Object({ away_status_reason_id: Type.String() }),
  body: described(
    Type.Object({
      label: described(Type.Optional(Text()), 'The text that teammates see.'),
      emoji: described(Type.Optional(Text(64)), 'An emoji; empty for none.'),
      deleted: described(Type.Optional(Type.Boolean()), 'True if nobody is to choose it any more.'),
    }),
    'The details to change.',
  ),
  reply: AwayStatusReason,
  answer: 'The reason with its new details.',
  handle: async (ctx, { params, body }) => {
    const { id } = await getReason(ctx.db, ctx.workspaceId, params.away_status_reason_id)
    const changes = given({
      label: body.label === undefined ? undefined : readText('label', body.label),
      emoji: body.emoji?.trim(),
      deleted: body.deleted,
    })
    return presentReason(await updateReason(ctx.db, ctx.workspaceId, id, { ...changes, updated_at: ctx.now }))
  },
})
