/** A message of an admin, its mail, and the conversation that it begins where the request asks for one. */
import type { Ctx } from '../../context.ts'
import { sanitiseBody } from '../../html.ts'
import { apiError, parameterInvalid, parameterMissing } from '../../http/errors.ts'
import { addMail } from '../../mail/new-mail.ts'
import { getActor } from '../../threads/actors.ts'
import type { MessageInput } from './create.ts'
import { keepMessage } from './keep-message.ts'
import { presentMessage, type MessageWire } from './message.ts'
import { timeOf } from '../conversations/backdate.ts'
import { findAddressees, type Addressee } from './recipients.ts'

export async function fromAdmin(ctx: Ctx, input: MessageInput): Promise<MessageWire> {
  const { db, workspaceId } = ctx
  if (input.message_type === undefined) throw parameterMissing('message_type')
  const byMail = input.message_type === 'email'
  if (byMail && !input.subject?.trim())
    throw apiError(422, 'parameter_not_found', 'No subject supplied for email message')
  const body = sanitiseBody(input.body!)
  if (body === '') throw parameterInvalid('Body is required')
  const created_at = timeOf(ctx, input.created_at)
  const [admin, addressees] = await Promise.all([
    getActor(db, workspaceId, input.from?.id ?? ctx.actor.adminId),
    findAddressees(ctx, input),
  ])
  if (byMail) refuseWithoutEmail(addressees)
  const message = await keepMessage(ctx, {
    message_type: byMail ? 'email' : 'inapp',
    subject: byMail ? input.subject! : null,
    template: input.template ?? null,
    locale: null,
    body,
    created_at,
    admin,
    addressees,
    begins: input.create_conversation_without_contact_reply ?? false,
  })
  if (byMail)
    await addMail(ctx, {
      sender: admin,
      subject: input.subject!,
      body,
      recipients: addressees.map(mailTo),
      about: { source_id: message.id, ...(message.thread_id !== null && { thread_id: message.thread_id }) },
    })
  return presentMessage(message, input.body!, admin)
}

function refuseWithoutEmail(addressees: Addressee[]): void {
  const missing = addressees.find(({ contact }) => contact.email === null)
  if (missing) throw parameterInvalid(`Contact ${missing.contact.id} has no email`, missing.kind)
}

/** A contact who takes no e-mails is a recipient all the same: its state tells why nothing was sent. */
const mailTo = ({ kind, contact }: Addressee) => ({
  kind,
  contact_id: contact.id,
  name: contact.name,
  address: contact.email!,
  state: contact.unsubscribed_from_emails ? ('skipped' as const) : ('queued' as const),
})
