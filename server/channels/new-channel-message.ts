/** Hands a message to a channel: the row and the job that sends it, in the transaction of the write. */
import type { Ctx } from '../context.ts'
import { enqueue } from '../queue/enqueue.ts'
import { insertChannelMessage, type NewChannelMessage } from './queries.ts'

export const SEND_CHANNEL_MESSAGE = 'send_channel_message'

export async function addChannelMessage(ctx: Ctx, message: NewChannelMessage): Promise<void> {
  const id = await insertChannelMessage(ctx.db, ctx.workspaceId, message, ctx.now)
  const payload = { workspace_id: ctx.workspaceId, channel_message_id: id }
  await enqueue(ctx.db, SEND_CHANNEL_MESSAGE, payload, { runAt: ctx.now })
}
