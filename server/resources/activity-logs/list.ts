import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { ActivityLogList } from './activity-log.ts'
import { answerLogs, paging, period } from './period.ts'

export const listActivityLogs = operation({
  method: 'GET',
  path: '/admins/activity_logs',
  group: 'Admins',
  scopes: ['read_admins'],
  summary: 'List all activity logs',
  description: 'Changes that admins made to the workspace, its settings and its teams, newest first.',
  inferred: 'that both ends of the period belong to it',
  query: Type.Object({ ...period, ...paging }),
  reply: ActivityLogList,
  answer: 'A page of changes.',
  handle: (ctx, { query }) => answerLogs(ctx, query),
})
