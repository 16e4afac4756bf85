import Type from 'typebox'
import { findByProviderId } from '../../channels/queries.ts'
import { apiError } from '../../http/errors.ts'
import { operation } from '../../http/operation.ts'
import { model, Nullable } from '../../schema/types.ts'
import { plainError } from './plain-error.ts'
import { presentStatus, status } from './status.ts'

const WhatsappMessageStatus = model('whatsapp_message_status', {
  ...status,
  message_id: Type.String({ description: 'The id that WhatsApp gave the message.' }),
  error: Type.Optional(
    Nullable(
      Type.Object(
        {
          message: Type.String({ description: 'The words of the provider.' }),
          details: Type.String({ description: 'More of its words.' }),
        },
        { description: 'The reason of a failure; left out of any other message.' },
      ),
    ),
  ),
})

export const getWhatsappStatus = operation({
  method: 'GET',
  path: '/messages/whatsapp/status',
  group: 'Messages',
  summary: 'Retrieve the status of a WhatsApp message',
  query: Type.Object({
    message_id: Type.Optional(Type.String({ description: 'The id that WhatsApp gave the message; it must be given.' })),
  }),
  reply: WhatsappMessageStatus,
  answer: 'The status of the message.',
  handle: async (ctx, { query: { message_id } }) => {
    if (!message_id) throw plainError(400, 'message_id is required')
    const row = await findByProviderId(ctx.db, ctx.workspaceId, message_id)
    if (!row) throw apiError(404, 'whatsapp_message_not_found', 'Whatsapp message not found')
    return {
      ...presentStatus(row),
      message_id,
      ...(row.status === 'failed' && {
        error: { message: row.error_message ?? 'Message delivery failed', details: row.error_details ?? '' },
      }),
    }
  },
})
