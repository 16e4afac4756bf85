/** The period, the types and the page that a client asks for. */
import Type from 'typebox'
import type { Ctx } from '../../context.ts'
import { parameterInvalid } from '../../http/errors.ts'
import { numberedPages } from '../../http/pages.ts'
import { described, TimeInput } from '../../schema/types.ts'
import { presentActivityLog } from './activity-log.ts'
import { countActivityLogs, listActivityLogs } from './queries.ts'

const DAYS = 30
const USUAL_PER_PAGE = 20
const MOST_PER_PAGE = 250

export const period = {
  created_at_after: described(
    Type.Optional(TimeInput),
    `The time of the oldest change to list; ${DAYS} days ago where it is left out.`,
  ),
  created_at_before: described(
    Type.Optional(TimeInput),
    'The time of the newest change to list; now where it is left out.',
  ),
}

export const paging = {
  page: described(
    Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000_000 })),
    'The number of the page; the first is 1.',
  ),
  per_page: described(
    Type.Optional(Type.Integer({ minimum: 1 })),
    `The number of changes on a page, from 1 to ${MOST_PER_PAGE}.`,
  ),
}

interface Asked {
  created_at_after?: number
  created_at_before?: number
  event_types?: string[] | null
  page?: number
  per_page?: number
}

/** @throws 400 parameter_invalid */
export async function answerLogs(ctx: Ctx, asked: Asked) {
  const { page = 1, per_page: perPage = USUAL_PER_PAGE } = asked
  if (perPage > MOST_PER_PAGE) throw parameterInvalid('Per Page is too big')
  const filter = {
    after: asked.created_at_after === undefined ? daysBefore(ctx.now) : new Date(asked.created_at_after * 1000),
    before: asked.created_at_before === undefined ? ctx.now : endOfSecond(asked.created_at_before),
    types: asked.event_types ?? undefined,
  }
  const [rows, total] = await Promise.all([
    listActivityLogs(ctx.db, ctx.workspaceId, filter, { limit: perPage, offset: (page - 1) * perPage }),
    countActivityLogs(ctx.db, ctx.workspaceId, filter),
  ])
  return {
    type: 'activity_log.list' as const,
    pages: numberedPages(ctx, page, perPage, total),
    activity_logs: rows.map(presentActivityLog),
  }
}

const daysBefore = (now: Date) => new Date(now.getTime() - DAYS * 86_400_000)

/** A change is shown with the second in which it was made. */
const endOfSecond = (seconds: number) => new Date(seconds * 1000 + 999)
