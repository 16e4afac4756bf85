import { operation } from '../../http/operation.ts'
import { list } from '../../schema/types.ts'
import { AwayStatusReason, presentReason } from './away-status-reason.ts'
import { listReasons } from './queries.ts'

export const listAwayStatusReasons = operation({
  method: 'GET',
  path: '/away_status_reasons',
  group: 'Away Status Reasons',
  summary: 'List all away status reasons',
  description: 'In their order. Deleted reasons are among them, since admins may still have one.',
  reply: list(AwayStatusReason),
  answer: 'All reasons.',
  handle: async (ctx) => ({
    type: 'list' as const,
    data: (await listReasons(ctx.db, ctx.workspaceId)).map(presentReason),
  }),
})
