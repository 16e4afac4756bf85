/** Hands attachments that are given by their addresses to the job that fetches them, in the transaction of the message. */
import type { Ctx } from '../context.ts'
import { enqueue } from '../queue/enqueue.ts'
import { flagsOf } from '../queue/shares.ts'
import type { AttachmentWire } from './attachment.ts'
import { insertFetches } from './fetch-queries.ts'

export const FETCH_ATTACHMENT = 'fetch_attachment'

/** The job waits for the commit, and with it for the message. */
export async function fetchLater(ctx: Ctx, threadId: number, attachments: AttachmentWire[]): Promise<void> {
  const urls = [...new Set(attachments.filter(({ filesize }) => filesize === undefined).map(({ url }) => url))]
  if (urls.length === 0) return
  for (const fetch of await insertFetches(ctx.db, ctx.workspaceId, threadId, urls, ctx.addressOf(''), ctx.now))
    await enqueueFetch(ctx, fetch, ctx.now)
}

export const enqueueFetch = (
  ctx: Pick<Ctx, 'db' | 'workspaceId'>,
  { id, url }: { id: number; url: string },
  runAt: Date,
): Promise<void> =>
  enqueue(
    ctx.db,
    FETCH_ATTACHMENT,
    { workspace_id: ctx.workspaceId, fetch_id: id },
    { runAt, key: `fetch:${ctx.workspaceId}:${id}`, flags: flagsOf(ctx.workspaceId, url) },
  )
