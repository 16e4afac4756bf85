import Type from 'typebox'
import { updateDelivery } from '../../../channels/queries.ts'
import { notFound } from '../../../http/errors.ts'
import { operation } from '../../../http/operation.ts'
import { described, model, Nullable } from '../../../schema/types.ts'
import { presentStatus, status } from '../status.ts'

const DeliveryReport = model('delivery_report', {
  ...status,
  conversation_id: Nullable(Type.String({ description: 'The conversation of the message, if it is in one.' })),
  message_id: Type.String({ description: 'The id that the provider gave the message.' }),
})

export const reportDelivery = operation({
  api: 'settings',
  method: 'POST',
  path: '/parley/deliveries',
  group: 'Broadcasts',
  summary: 'Report the delivery of a message',
  description:
    'For the callback of a provider of SMS or WhatsApp. Reports arrive in any order: a later state is not taken back, and ' +
    'the answer is the state that holds.',
  body: described(
    Type.Object({
      message_id: Type.String({
        description: 'The id that the provider gave the message, or the id of a message that none has taken.',
      }),
      status: Type.Enum(['sent', 'delivered', 'read', 'failed'], { description: 'The state that it has reached.' }),
      error: described(
        Type.Optional(
          Nullable(
            Type.Object({
              message: Type.String({ maxLength: 1000, description: 'The reason of a failure.' }),
              details: Type.Optional(Type.String({ maxLength: 5000, description: 'More about it.' })),
            }),
          ),
        ),
        'The reason of a failure; null for none.',
      ),
    }),
    'The message and its state.',
  ),
  reply: DeliveryReport,
  answer: 'The state of the message that holds.',
  refusals: { 404: 'There is no such delivery.' },
  handle: async (ctx, { body }) => {
    const delivery = {
      provider_message_id: body.message_id,
      status: body.status,
      error_message: body.status === 'failed' ? (body.error?.message ?? null) : null,
      error_details: body.status === 'failed' ? (body.error?.details ?? null) : null,
    }
    const row = await updateDelivery(ctx.db, ctx.workspaceId, delivery, ctx.now)
    if (!row) throw notFound('resource')
    return {
      ...presentStatus(row),
      conversation_id: row.thread_id === null ? null : String(row.thread_id),
      message_id: row.provider_message_id ?? body.message_id,
    }
  },
})
