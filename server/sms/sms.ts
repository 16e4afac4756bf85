/**
 * Text messages to phones. A sender is one adapter to a provider; the server has one, given where it is built
 * (`buildApp`). Without one, `logSms` only notes that a message would have been sent.
 */
import type { Logger } from 'pino'

export interface SmsSender {
  /**
   * Hands a message to the provider, within seconds: a request waits for it.
   * @param to in E.164
   * @throws where the provider did not take it
   */
  send(message: { to: string; text: string }): Promise<void>
}

/** Logs that a message was not sent, and neither its text nor its number. */
export const logSms = (log: Logger): SmsSender => ({
  send: async () => log.info('an SMS was not sent: this server has no SMS provider'),
})

/** The sender of a process that has none, such as one that runs jobs. */
export const noSms: SmsSender = {
  send: async () => {
    throw new Error('this process sends no SMS')
  },
}
