import Type from 'typebox'
import { operation } from '../../../http/operation.ts'
import { AwayStatusReason, presentReason } from '../away-status-reason.ts'
import { getReason, updateReason } from '../queries.ts'

export const deleteAwayStatusReason = operation({
  api: 'settings',
  method: 'DELETE',
  path: '/parley/away_status_reasons/{away_status_reason_id}',
  group: 'Away status reasons',
  summary: 'Delete an away status reason',
  description: 'Nobody can choose it any more; lists still show it as deleted, and admins who are away for it keep it.',
  params: Type.Object({ away_status_reason_id: Type.String() }),
  reply: AwayStatusReason,
  answer: 'The deleted reason.',
  handle: async (ctx, { params }) => {
    const { id } = await getReason(ctx.db, ctx.workspaceId, params.away_status_reason_id)
    return presentReason(await updateReason(ctx.db, ctx.workspaceId, id, { deleted: true, updated_at: ctx.now }))
  },
})
