/** Hands a message to the provider of its channel. One that a provider has taken is not sent again. */
import { bodyToText } from '../html.ts'
import type { Task } from '../queue/task.ts'
import { SEND_CHANNEL_MESSAGE } from './new-channel-message.ts'
import { findQueued, updateTaken } from './queries.ts'

export interface SendChannelMessagePayload {
  workspace_id: number
  channel_message_id: number
}

export const sendChannelMessage: Task = {
  name: SEND_CHANNEL_MESSAGE,
  async run({ db, clock, channelProvider }, payload: SendChannelMessagePayload) {
    const { workspace_id, channel_message_id } = payload
    const message = await findQueued(db, workspace_id, channel_message_id)
    if (!message) return
    if (!channelProvider) throw new Error('this process has no provider for SMS and WhatsApp')
    const taken = await channelProvider.send({ ...message, body: bodyToText(message.body) })
    await updateTaken(db, workspace_id, channel_message_id, taken, clock.now())
  },
}
