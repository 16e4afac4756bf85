/** Times at which an article will be published, or be a draft again. One of them waits at the most; a job wakes at it. */
import Type from 'typebox'
import type { Ctx } from '../../context.ts'
import { parameterInvalid } from '../../http/errors.ts'
import { enqueue } from '../../queue/enqueue.ts'
import { described, Nullable } from '../../schema/types.ts'
import type { ArticleRow } from './queries.ts'
import type { ArticleChanges } from './write-queries.ts'

const IsoInput = Type.Optional(Nullable(Type.String({ maxLength: 40 })))

export const scheduleFields = {
  scheduled_publish_at: described(IsoInput, 'When to publish it, in ISO 8601; null to plan it no more.'),
  scheduled_unpublish_at: described(IsoInput, 'When to make it a draft again, in ISO 8601; null to plan it no more.'),
}

interface Schedule {
  scheduled_publish_at?: string | null
  scheduled_unpublish_at?: string | null
  state?: string
}

export type Times = Pick<ArticleChanges, 'scheduled_publish_at' | 'scheduled_unpublish_at'>

/** @throws 400 parameter_invalid */
export function readSchedule(ctx: Ctx, body: Schedule, row: ArticleRow | undefined): Times {
  const publishAt = readTime(ctx, body.scheduled_publish_at, 'scheduled_publish_at')
  const unpublishAt = readTime(ctx, body.scheduled_unpublish_at, 'scheduled_unpublish_at')
  if (publishAt && unpublishAt)
    throw parameterInvalid(
      'Cannot set scheduled_publish_at and scheduled_unpublish_at in the same request',
      'scheduled_unpublish_at',
    )
  if (publishAt && body.state === 'draft')
    throw parameterInvalid('Cannot schedule a publish while setting state to draft', 'scheduled_publish_at')
  const isLive = body.state === 'published' || (row?.contents.some(({ state }) => state === 'published') ?? false)
  if (unpublishAt && !isLive)
    throw parameterInvalid(
      'Cannot schedule unpublish for an article that has never been published',
      'scheduled_unpublish_at',
    )
  if (publishAt) return { scheduled_publish_at: publishAt, scheduled_unpublish_at: null }
  if (unpublishAt) return { scheduled_publish_at: null, scheduled_unpublish_at: unpublishAt }
  return {
    // A state that is set now ends the plan for it.
    ...(publishAt === null || body.state !== undefined ? { scheduled_publish_at: null } : {}),
    ...(unpublishAt === null || body.state === 'draft' ? { scheduled_unpublish_at: null } : {}),
  }
}

function readTime(ctx: Ctx, text: string | null | undefined, field: string): Date | null | undefined {
  if (text === undefined || text === null) return text
  const time = new Date(text)
  if (!/^\d{4}-\d{2}-\d{2}T/.test(text) || Number.isNaN(time.getTime()) || time.getFullYear() > 9999)
    throw parameterInvalid(`${field} must be a time in ISO 8601`, field)
  if (time <= ctx.now) throw parameterInvalid(`${field} must be in the future`, field)
  return time
}

/** One job for each article: a new time moves it. */
export async function enqueueSchedule(ctx: Ctx, id: number, times: Times): Promise<void> {
  const runAt = times.scheduled_publish_at ?? times.scheduled_unpublish_at
  if (!runAt) return
  const key = `article:${ctx.workspaceId}:${id}`
  await enqueue(ctx.db, 'change_article_state', { workspace_id: ctx.workspaceId, article_id: id }, { runAt, key })
}
