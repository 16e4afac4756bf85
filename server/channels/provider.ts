/**
 * Channels that reach a phone: SMS and WhatsApp. A provider takes a message and gives it an id; its fate is told
 * afterwards under that id (report-delivery.ts), by the provider's callback.
 */
import { randomUUID } from 'node:crypto'

export type Channel = 'sms' | 'whatsapp'

export interface ChannelMessage {
  channel: Channel
  /** The number with its country code. */
  phone: string
  /** The words, or the template of WhatsApp and its locale. */
  body: string
  template: string | null
  locale: string | null
}

export interface Taken {
  /** The provider's own id of the message. */
  providerMessageId: string
  /** delivered: where the provider knows at once. */
  status: 'sent' | 'delivered'
}

export interface ChannelProvider {
  /** @throws where the message cannot be taken now: the job tries again */
  send(message: ChannelMessage): Promise<Taken>
}

/** A provider that needs no account. It reaches no phone: it writes down that the message was sent and delivered. */
export const recordingProvider: ChannelProvider = {
  send: async ({ channel }) => ({
    providerMessageId: `${channel === 'whatsapp' ? 'wamid' : 'sms'}.${randomUUID().replaceAll('-', '')}`,
    status: 'delivered',
  }),
}
