import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { leadingPageSize, LeadingPerPage } from '../../http/pages.ts'
import { described, Nullable } from '../../schema/types.ts'
import { ContactActivity, activityId, presentActivity, wireId } from './activity.ts'
import { listActivities } from './activity-queries.ts'

export const listContactActivities = operation({
  method: 'GET',
  path: '/contacts/activities',
  group: 'Contacts',
  scopes: ['read_users_companies', 'read_write_users'],
  summary: 'List what happened to contacts',
  description:
    'Every contact that was created, merged or deleted, every lead that became a user and every merge that was ' +
    'refused, the oldest first. The `id` of an activity is the cursor of what came after it, too.',
  query: Type.Object({ per_page: LeadingPerPage, starting_after: Type.Optional(Type.String()) }),
  reply: Type.Object({
    type: Type.Literal('list'),
    data: described(Type.Array(ContactActivity), 'The activities of this page.'),
    pages: described(
      Type.Object({
        type: Type.Literal('pages'),
        per_page: described(Type.Integer(), 'The number of items on a page.'),
        next: described(
          Nullable(Type.Object({ starting_after: described(Type.String(), 'The cursor of the next page.') })),
          'The next page; null on the last.',
        ),
      }),
      'Where this page stands.',
    ),
  }),
  answer: 'A page of activities, and how to get the next.',
  handle: async (ctx, { query }) => {
    const perPage = leadingPageSize(query.per_page, 50)
    const after = query.starting_after === undefined ? 0 : activityId(query.starting_after)
    const rows = await listActivities(ctx.db, ctx.workspaceId, after, perPage + 1)
    const page = rows.slice(0, perPage)
    return {
      type: 'list' as const,
      data: page.map(presentActivity),
      pages: {
        type: 'pages' as const,
        per_page: perPage,
        // The row too many tells that there is a next page.
        next: rows.length > perPage ? { starting_after: wireId(page.at(-1)!) } : null,
      },
    }
  },
})
