/** The status of a WhatsApp message on the wire. */
import Type from 'typebox'
import { unix } from '../../clock.ts'
import type { ChannelMessagesRow } from '../../db/types/channel_messages.ts'
import { described, Timestamp } from '../../schema/types.ts'

const STATUSES = ['sent', 'delivered', 'read', 'failed'] as const

export const status = {
  conversation_id: Type.String({ description: 'The conversation that the message began.' }),
  status: Type.Enum([...STATUSES], { description: 'The last state that the provider told of.' }),
  type: Type.Literal('broadcast_outbound'),
  created_at: described(Timestamp, 'The time of the message.'),
  updated_at: described(Timestamp, 'The time of the last state.'),
  template_name: Type.String({ description: 'The template of the message.' }),
}

export const presentStatus = (row: ChannelMessagesRow) => ({
  conversation_id: String(row.thread_id),
  status: row.status as (typeof STATUSES)[number],
  type: 'broadcast_outbound' as const,
  created_at: unix(row.created_at),
  updated_at: unix(row.updated_at),
  template_name: row.template_name ?? '',
})
