import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { described, IdInput, Text } from '../../schema/types.ts'
import { columnsOf, optional, readAssignments } from './details.ts'
import { NewsItem, presentNewsItem } from './news-item.ts'
import * as queries from './queries.ts'

export const createNewsItem = operation({
  method: 'POST',
  path: '/news/news_items',
  group: 'News',
  scopes: ['read_write_news_scope'],
  summary: 'Create a news item',
  description: 'A draft, unless `state` says otherwise.',
  body: described(
    Type.Object({
      title: described(Text(), 'The title.'),
      sender_id: described(IdInput, 'The id of the admin in whose name it is told.'),
      ...optional,
    }),
    'The new news item.',
  ),
  reply: NewsItem,
  answer: 'The new news item.',
  refusals: { 404: 'The sender or a newsfeed does not exist.' },
  handle: async (ctx, { body }) => {
    const { db, workspaceId, now } = ctx
    const { title, sender_id, ...columns } = await columnsOf(ctx, body)
    const item = {
      title: title!,
      sender_id: sender_id!,
      body: '',
      state: 'draft',
      labels: [],
      reactions: [],
      cover_image_url: null,
      deliver_silently: false,
      ...columns,
      created_at: now,
      updated_at: now,
    }
    const assignments = await readAssignments(ctx, body.newsfeed_assignments, item.state === 'live')
    const id = await queries.insertNewsItem(db, workspaceId, item)
    await queries.setAssignments(db, workspaceId, id, assignments ?? [])
    return presentNewsItem(ctx.workspace, await queries.getNewsItem(db, workspaceId, id))
  },
})
