/** Words that an admin or a contact adds to a conversation or a ticket, as a part; and their properties in requests. */
import type { Static } from 'typebox'
import Type from 'typebox'
import type { Ctx } from '../../context.ts'
import type { ContactsRow } from '../../db/types/contacts.ts'
import { attachmentInput, keepAttachments } from '../../files/attachment.ts'
import { sanitiseBody, textToBody } from '../../html.ts'
import { parameterMissing } from '../../http/errors.ts'
import { BodyText, described, IdInput, Text } from '../../schema/types.ts'
import { byAdmin, byContact, type Actor } from '../../threads/actors.ts'
import type { PartType } from '../../threads/fold.ts'
import type { UnplacedPart } from '../../threads/placed.ts'
import { Backdated } from './backdate.ts'
import { identifiers } from './senders.ts'

/** The text has a description of its own in each request. */
export const wordsInput = {
  admin_id: described(Type.Optional(IdInput), 'The id of the admin who replies.'),
  ...identifiers,
  reply_options: described(
    Type.Optional(
      Type.Array(
        Type.Object({
          text: described(Text(), 'The text of the choice.'),
          uuid: described(Text(), 'An id of your own for the choice.'),
        }),
        { minItems: 1, maxItems: 100 },
      ),
    ),
    'The quick replies to choose from; from a contact, the first one is its choice, and its `uuid` that of one of the ' +
      'last quick replies of the conversation, or of a question that waits.',
  ),
  ...attachmentInput,
  created_at: Backdated,
}

const Words = Type.Object({ body: Type.Optional(BodyText), ...wordsInput })
type WordsInput = Static<typeof Words>

/** @throws 400 parameter_not_found without words, attachments or quick replies */
export async function wordsOfAdmin(
  ctx: Ctx,
  threadId: number,
  admin: Actor,
  input: WordsInput & { message_type: PartType },
  at: Date,
) {
  const { message_type, reply_options } = input
  const body = sanitiseBody(input.body ?? '')
  const attachments = await keepAttachments(ctx, threadId, input)
  const quick = message_type === 'quick_reply'
  if (quick && !reply_options) throw parameterMissing('reply_options')
  if (!quick && body === '' && attachments.length === 0) throw parameterMissing('body')
  return {
    part_type: message_type,
    ...byAdmin(admin),
    body: body || null,
    attachments,
    metadata: quick ? { quick_reply_options: reply_options } : null,
    created_at: at,
  } satisfies UnplacedPart
}

/** @throws 400 parameter_not_found without words, a choice or attachments */
export async function wordsOfContact(
  ctx: Ctx,
  threadId: number,
  contact: Pick<ContactsRow, 'id' | 'role'>,
  input: WordsInput,
  at: Date,
) {
  const choice = input.reply_options?.[0]
  const body = sanitiseBody(input.body ?? '') || textToBody(choice?.text ?? '')
  const attachments = await keepAttachments(ctx, threadId, input)
  if (body === '' && attachments.length === 0) throw parameterMissing('body')
  return {
    part_type: 'comment' as const,
    ...byContact(contact),
    body: body || null,
    attachments,
    metadata: choice ? { quick_reply_uuid: choice.uuid } : null,
    created_at: at,
  } satisfies UnplacedPart
}
