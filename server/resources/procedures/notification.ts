/** The notification that a procedure waits for a teammate, as webhooks tell it. */
import type { Static } from 'typebox'
import Type from 'typebox'
import { unix } from '../../clock.ts'
import { described, IdOf, model, Timestamp } from '../../schema/types.ts'
import type { Collected } from './collected.ts'
import type { InputRequest } from './request-queries.ts'

export const HitlNotification = model('procedure_hitl_notification', {
  type: Type.Literal('procedure.hitl_notification'),
  conversation_id: IdOf('conversation'),
  procedure_id: IdOf('procedure'),
  step_id: described(Type.String(), 'The step that waits.'),
  question: described(Type.String(), 'The question, as HTML.'),
  callback_url: described(Type.String(), 'The address that takes the values.'),
  attributes_to_collect: described(
    Type.Array(
      Type.Object({
        identifier: described(Type.String(), 'The name under which the value is given.'),
        label: described(Type.String(), 'The name to show.'),
        data_type: described(Type.String(), 'The type of the value.'),
        options: described(
          Type.Optional(
            Type.Array(
              Type.Object({
                id: described(Type.String(), 'The value to give.'),
                label: described(Type.String(), 'The name to show.'),
              }),
            ),
          ),
          'The choices of a list. Absent for other types.',
        ),
      }),
    ),
    'The values that are needed, all of them.',
  ),
  created_at: described(Timestamp, 'When it was asked.'),
  expires_at: described(Timestamp, 'Until when it waits.'),
})

type Told = Pick<InputRequest, 'thread_id' | 'step_id' | 'question' | 'attributes' | 'expires_at' | 'created_at'>

/** @param origin the address of this server, as the client that began the session knows it */
export const presentNotification = (
  request: Told,
  procedureId: string,
  origin: string,
): Static<typeof HitlNotification> => ({
  type: 'procedure.hitl_notification',
  conversation_id: String(request.thread_id),
  procedure_id: procedureId,
  step_id: request.step_id,
  question: request.question,
  callback_url: `${origin}/procedures/${request.thread_id}/collect_agent_input`,
  attributes_to_collect: (request.attributes as Collected[]).map(({ identifier, label, data_type, options }) => ({
    identifier,
    label,
    data_type,
    ...(data_type === 'list' && { options }),
  })),
  created_at: unix(request.created_at),
  expires_at: unix(request.expires_at),
})
