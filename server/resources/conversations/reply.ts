import Type from 'typebox'
import type { Static } from 'typebox'
import { parameterInvalid, parameterMissing } from '../../http/errors.ts'
import { operation } from '../../http/operation.ts'
import { BodyText, IdInput, Text } from '../../schema/types.ts'
import { attachmentInput } from '../../files/attachment.ts'
import { Backdated } from './backdate.ts'
import { Conversation } from './conversation.ts'
import { manage, type ManageInput } from './manage.ts'
import { SnoozedUntil } from './management.ts'
import { replyAsAdmin } from './reply-as-admin.ts'
import { replyAsContact } from './reply-as-contact.ts'
import { identifiers } from './senders.ts'

const ReplyBody = Type.Object({
  type: Type.Optional(Type.Enum(['user', 'admin', 'team'])),
  message_type: Type.Enum(['comment', 'note', 'quick_reply', 'close', 'open', 'snoozed', 'assignment']),
  body: Type.Optional(BodyText),
  admin_id: Type.Optional(IdInput),
  ...identifiers,
  reply_options: Type.Optional(Type.Array(Type.Object({ text: Text(), uuid: Text() }), { minItems: 1, maxItems: 100 })),
  ...attachmentInput,
  created_at: Backdated,
  /** Nobody is notified yet. */
  skip_notifications: Type.Optional(Type.Boolean()),
  skip_unsnooze: Type.Optional(Type.Boolean()),
  /** Older clients manage conversations by way of replies. */
  assignee_id: Type.Optional(IdInput),
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
  body: ReplyBody,
  reply: Conversation,
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
