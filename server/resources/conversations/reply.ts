import Type from 'typebox'
import type { Static } from 'typebox'
import { parameterInvalid, parameterMissing } from '../../http/errors.ts'
import { operation } from '../../http/operation.ts'
import { BodyText, described, IdInput } from '../../schema/types.ts'
import { Conversation } from './conversation.ts'
import { manage, type ManageInput } from './manage.ts'
import { SnoozedUntil } from './management.ts'
import { replyAsAdmin } from './reply-as-admin.ts'
import { replyAsContact } from './reply-as-contact.ts'
import { wordsInput } from './words.ts'

const ReplyBody = Type.Object({
  type: described(
    Type.Optional(Type.Enum(['user', 'admin', 'team'])),
    'The kind of author: a contact (`user`) or an `admin`. For an assignment, the kind of assignee.',
  ),
  message_type: described(
    Type.Enum(['comment', 'note', 'quick_reply', 'close', 'open', 'snoozed', 'assignment']),
    'A message, a note among admins, a choice of quick replies, or a change of state or assignment.',
  ),
  body: described(Type.Optional(BodyText), 'The text: HTML or plain text.'),
  ...wordsInput,
  skip_notifications: described(Type.Optional(Type.Boolean()), 'True if no e-mail tells of the reply.'),
  skip_unsnooze: described(Type.Optional(Type.Boolean()), 'True to leave a snoozed conversation snoozed.'),
  /** Older clients manage conversations by way of replies. */
  assignee_id: described(Type.Optional(IdInput), 'The id of the admin or the team to assign; 0 for nobody.'),
  snoozed_until: SnoozedUntil,
})
export type ReplyInput = Static<typeof ReplyBody>

export const replyToConversation = operation({
  method: 'POST',
  path: '/conversations/{conversation_id}/reply',
  group: 'Conversations',
  summary: 'Reply to a conversation',
  description:
    'As a contact, named by `intercom_user_id`, `user_id` or `email`, or as an admin: a comment, a note that only ' +
    'admins see, or a choice of quick replies. The id `last` means the conversation of that contact that something ' +
    'happened to last. A contact who writes opens what was closed or snoozed; an admin who writes wakes what was snoozed.',
  params: Type.Object({ conversation_id: Type.String() }),
  body: described(ReplyBody, 'The reply, and who writes it.'),
  reply: Conversation,
  answer: 'The conversation with its parts, the new one last.',
  handle: async (ctx, { params: { conversation_id: id }, body }) => {
    const { type, message_type } = body
    if (isManagement(message_type)) return manage(ctx, id, managementOf(body, message_type))
    if (type === undefined) throw parameterMissing('type')
    if (type === 'team') throw parameterInvalid('type must be one of: user, admin', 'type')
    return type === 'admin' ? replyAsAdmin(ctx, id, body) : replyAsContact(ctx, id, body)
  },
})

type ManagementType = 'close' | 'open' | 'snoozed' | 'assignment'

const isManagement = (messageType: ReplyInput['message_type']): messageType is ManagementType =>
  !['comment', 'note', 'quick_reply'].includes(messageType)

function managementOf({ type, ...input }: ReplyInput, message_type: ManagementType): ManageInput {
  return { ...input, message_type, ...(type && type !== 'user' && { type }) }
}
