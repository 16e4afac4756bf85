import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { described, Nullable } from '../../schema/types.ts'
import { ActivityLogList } from './activity-log.ts'
import { answerLogs, paging, period } from './period.ts'

export const searchActivityLogs = operation({
  method: 'POST',
  path: '/admins/activity_logs/search',
  group: 'Admins',
  scopes: ['read_admins'],
  summary: 'Search activity logs',
  description:
    'Changes of some types, newest first. The address in `next` names the page, and overrides the body: send the same ' +
    'body to it.',
  inferred: 'that a type which nothing is recorded with finds nothing',
  query: Type.Object(paging),
  body: described(
    Type.Object({
      ...period,
      event_types: described(
        Type.Optional(Nullable(Type.Array(Type.String({ maxLength: 100 }), { maxItems: 250 }))),
        'The types to list; all of them where it is left out.',
      ),
      ...paging,
    }),
    'The period, the types and the page.',
  ),
  reply: ActivityLogList,
  answer: 'A page of changes.',
  atomic: 'statement',
  handle: (ctx, { body, query }) => answerLogs(ctx, { ...body, ...query }),
})
