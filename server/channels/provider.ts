/**
 * Channels that reach a phone: SMS and WhatsApp. A server has one provider, given where it is built. It takes a message
 * and gives it an id; the fate of the message is told afterwards under that id (report-delivery.ts), by its callback.
 */
import { randomUUID } from 'node:crypto'
import type { Logger } from 'pino'

export type Channel = 'sms' | 'whatsapp'

export interface ChannelMessage {
  channel: Channel
  /** In E.164. */
  phone: string
  /** Plain text; of WhatsApp, what its template says. */
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
  /**
   * Hands a message over, within seconds: a request may wait for it.
   * @throws where the message cannot be taken now: a job tries again
   */
  send(message: ChannelMessage): Promise<Taken>
}

/**
 * A provider that needs no account, and reaches no phone: it answers that the message was delivered, and logs that it
 * was not sent, without its text and its number.
 */
export const recordingProvider = (log: Pick<Logger, 'info'>): ChannelProvider => ({
  send: async ({ channel }) => {
    log.info({ channel }, 'a message was not sent: this server has no provider for SMS and WhatsApp')
    return {
      providerMessageId: `${channel === 'whatsapp' ? 'wamid' : 'sms'}.${randomUUID().replaceAll('-', '')}`,
      status: 'delivered',
    }
  },
})

/** The provider of a context that reaches no phone: jobs hand messages over by a task of their own. */
export const noProvider: ChannelProvider = {
  send: async () => {
    throw new Error('this job reaches no phone')
  },
}
