import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { described, IdInput, Text } from '../../schema/types.ts'
import { columnsOf, optional, readAssignments } from './details.ts'
import { NewsItem, presentNewsItem } from './news-item.ts'
import * as queries from './queries.ts'

export const updateNewsItem = operation({
  method: 'PUT',
  path: '/news/news_items/{news_item_id}',
  group: 'News',
  scopes: ['read_write_news_scope'],
  summary: 'Update a news item',
  description:
    'Missing properties stay as they are. A draft that becomes live is published now in its newsfeeds, unless the ' +
    'request gives them other times.',
  params: Type.Object({ news_item_id: Type.String() }),
  body: described(
    Type.Object({
      title: described(Type.Optional(Text()), 'The title.'),
      sender_id: described(Type.Optional(IdInput), 'The id of the admin in whose name it is told.'),
      ...optional,
    }),
    'The details to change.',
  ),
  reply: NewsItem,
  answer: 'The news item with its new details.',
  handle: async (ctx, { params, body }) => {
    const { db, workspaceId, now } = ctx
    const before = await queries.lockNewsItem(db, workspaceId, params.news_item_id)
    const changes = await columnsOf(ctx, body)
    const state = changes.state ?? before.state
    const assignments = await readAssignments(ctx, body.newsfeed_assignments, state === 'live')
    await queries.updateNewsItem(db, workspaceId, before.id, { ...changes, updated_at: now })
    if (assignments) await queries.setAssignments(db, workspaceId, before.id, assignments)
    else if (state === 'live' && before.state === 'draft') await queries.publishNow(db, workspaceId, before.id, now)
    return presentNewsItem(ctx.workspace, await queries.getNewsItem(db, workspaceId, before.id))
  },
})
