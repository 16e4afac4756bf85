/** The news item on the wire. */
import type { Static } from 'typebox'
import Type from 'typebox'
import { unix } from '../../clock.ts'
import type { Workspace } from '../../context.ts'
import type { NewsItemsRow } from '../../db/types/news_items.ts'
import { CreatedAt, described, IdOf, model, Nullable, Timestamp, UpdatedAt } from '../../schema/types.ts'

export const STATES = ['draft', 'live'] as const

export const NewsItem = model('news_item', {
  id: IdOf('news item'),
  type: Type.Literal('news-item'),
  workspace_id: described(Type.String(), 'The id of the workspace.'),
  title: described(Type.String(), 'The title.'),
  body: described(Type.String(), 'The text as HTML; empty if there is none.'),
  sender_id: described(Type.Integer(), 'The id of the admin in whose name it is told.'),
  state: described(Type.Enum([...STATES]), '`live` if the newsfeeds show it.'),
  labels: described(Type.Array(Type.String({ description: 'A label.' })), 'Labels that readers see, in order.'),
  cover_image_url: described(Nullable(Type.String()), 'The address of the cover picture; null if there is none.'),
  reactions: described(
    Type.Array(Nullable(Type.String({ description: 'An emoji.' }))),
    'The emojis with which readers can answer; none if they cannot.',
  ),
  deliver_silently: described(Type.Boolean(), 'True if the messenger does not announce it.'),
  created_at: CreatedAt('news item'),
  updated_at: UpdatedAt('news item'),
  newsfeed_assignments: described(
    Type.Array(
      model('newsfeed_assignment', {
        newsfeed_id: described(Type.Integer(), 'The id of the newsfeed.'),
        published_at: described(Timestamp, 'When the newsfeed published it. A draft shows when it was assigned.'),
      }),
    ),
    'The newsfeeds that it is assigned to.',
  ),
})

export interface Assignment {
  newsfeed_id: number
  /** Unix seconds. */
  published_at: number
}

export type NewsItemRow = NewsItemsRow & { assignments: Assignment[] }

export const presentNewsItem = (workspace: Workspace, row: NewsItemRow): Static<typeof NewsItem> => ({
  id: String(row.id),
  type: 'news-item',
  workspace_id: workspace.app_id,
  title: row.title,
  body: row.body,
  sender_id: row.sender_id,
  state: row.state as (typeof STATES)[number],
  labels: row.labels,
  cover_image_url: row.cover_image_url,
  reactions: row.reactions,
  deliver_silently: row.deliver_silently,
  created_at: unix(row.created_at),
  updated_at: unix(row.updated_at),
  newsfeed_assignments: row.assignments,
})
