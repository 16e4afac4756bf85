/** Other ways to name something in a request than the usual one of its operation (server/test/requests). */
import type { Sample } from '../requests/request.ts'

const reply = { message_type: 'comment', body: 'Hello' }

export const more: [key: string, title: string, sample: Sample][] = [
  [
    'POST /conversations/{}/reply',
    'by a contact',
    { needs: ['a contact'], body: ({ 'a contact': { id } }) => ({ ...reply, type: 'user', intercom_user_id: id }) },
  ],
  [
    'POST /conversations/{}/parts',
    'to an admin',
    {
      needs: ['an admin'],
      body: ({ 'an admin': { id } }, { adminId }) => ({
        message_type: 'assignment',
        type: 'admin',
        admin_id: adminId,
        assignee_id: id,
      }),
    },
  ],
  [
    'POST /conversations/redact',
    'a part',
    {
      needs: ['an answered conversation'],
      fresh: ['an answered conversation'],
      body: ({ 'an answered conversation': conversation }) => ({
        type: 'conversation_part',
        conversation_id: conversation['id'],
        conversation_part_id: conversation['conversation_parts'].conversation_parts.at(-1).id,
      }),
    },
  ],
  [
    'DELETE /parley/admins/{}',
    'handed over to an admin',
    {
      path: { admin_id: 'an admin' },
      fresh: ['an admin'],
      body: (_, { adminId }) => ({ hand_over_to_admin_id: adminId }),
    },
  ],
  [
    'POST /parley/custom_object_types/{}/relationships',
    'to a type',
    {
      fresh: ['a custom object type'],
      body: ({ 'a custom object type': { identifier } }, { unique }) => ({
        name: unique('other'),
        related_to: 'custom_object',
        related_type: identifier,
        related_name: unique('others'),
        cardinality: 'many_to_one',
      }),
    },
  ],
  [
    'POST /visitors/convert',
    'by their ids',
    {
      needs: ['a visitor'],
      fresh: ['a visitor'],
      body: ({ 'a visitor': { id } }, { unique }) => ({
        visitor: { id },
        user: { user_id: unique('converted') },
        type: 'user',
      }),
    },
  ],
  [
    'PUT /visitors',
    'by its id',
    { needs: ['a visitor'], body: ({ 'a visitor': { id } }, { unique }) => ({ id, name: unique('name') }) },
  ],
]
