/** Hands a message to the provider of its channel. One that a provider has taken is not sent again. */
import type { Task } from '../queue/task.ts'
import { SEND_CHANNEL_MESSAGE } from './new-channel-message.ts'
import { recordingProvider } from './provider.ts'
import { findQueued, updateTaken } from './queries.ts'

export interface SendChannelMessagePayload {
  workspace_id: number
  channel_message_id: number
}

export const sendChannelMessage: Task = {
  name: SEND_CHANNEL_MESSAGE,
  async run({ db, clock, channelProvider = recordingProvider }, payload: SendChannelMessagePayload) {
    const { workspace_id, channel_message_id } = payload
    const message = await findQueued(db, workspace_id, channel_message_id)
    if (!message) return
    await updateTaken(db, workspace_id, channel_message_id, await channelProvider.send(message), clock.now())
  },
}
