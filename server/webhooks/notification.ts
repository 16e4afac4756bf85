/** The payload: an envelope around the item, in the form of the webhook's version. */
import { createHmac } from 'node:crypto'
import { unix } from '../clock.ts'
import { isFinTopic } from '../resources/fin/told.ts'
import { modelOf } from './topics.ts'
import { bodyToText } from '../html.ts'
import type { Version } from '../versions/history.ts'
import { notificationId } from './notification-id.ts'
import type { Due } from './queries.ts'

const PING = { type: 'ping', message: 'Parley can reach you.' }

/** @param attempt the number of this attempt, from 1 */
export function presentNotification(due: Due, version: Version, attempt: number, now: Date): object {
  const isPing = due.event_id === null
  // Events of the AI agent have no envelope.
  if (!isPing && isFinTopic(due.topic)) return presentItem(due.topic, due.item!, version)
  return {
    type: 'notification_event',
    app_id: due.app_id,
    data: {
      type: 'notification_event_data',
      item: isPing ? PING : presentItem(due.topic, due.item!, version),
    },
    links: {},
    id: isPing ? null : notificationId(due.id),
    topic: due.topic,
    delivery_status: isPing ? null : attempt === 1 ? 'pending' : 'retry',
    delivery_attempts: attempt,
    delivered_at: 0,
    first_sent_at: unix(due.first_sent_at ?? now),
    created_at: unix(due.happened_at ?? due.created_at),
    self: null,
  }
}

/** Takes an item from its newest form down to a version's. The argument is modified. */
export function presentItem(topic: string, item: { type?: unknown }, version: Version): object {
  const presented = version.down(modelOf(topic), topic)(item)
  const plain = version.has('SendPlainTextToWebhooks')
  if (!plain) return presented
  for (const conversation of [presented, presented.conversation].filter((one) => one?.source !== undefined))
    for (const said of allSaid(conversation)) asText(said)
  return presented
}

const allSaid = ({ source, conversation_parts: parts }: any): any[] =>
  [source, ...(parts?.conversation_parts ?? [])].filter((said) => said !== null)

function asText(said: { body?: string | null; subject?: string | null }): void {
  if (said.body) said.body = bodyToText(said.body)
  if (said.subject) said.subject = bodyToText(said.subject)
}

/** The header that signs the bytes as they are sent. */
export const signatureHeader = (topic: string, body: Buffer, secret: string): Record<string, string> =>
  isFinTopic(topic)
    ? { 'X-Fin-Agent-API-Webhook-Signature': createHmac('sha256', secret).update(body).digest('hex') }
    : { 'X-Hub-Signature': signatureOf(body, secret) }

/** Signature over the bytes as they are sent. */
export const signatureOf = (body: Buffer, secret: string): string =>
  `sha1=${createHmac('sha1', secret).update(body).digest('hex')}`
