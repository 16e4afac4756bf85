/** The contacts that a new ticket is about, by one of their identifiers. An unknown email makes a lead. */
import type { Static } from 'typebox'
import Type from 'typebox'
import type { Ctx } from '../../context.ts'
import type { ContactsRow } from '../../db/types/contacts.ts'
import { EMAIL } from '../../email.ts'
import { notFound, parameterInvalid, parameterMissing } from '../../http/errors.ts'
import { described, IdInput, Text } from '../../schema/types.ts'
import { findContactsBy } from '../conversations/senders.ts'
import { insertLead } from '../contacts/insert-lead.ts'

const MOST = 100

export const ContactsInput = Type.Array(
  Type.Object({
    id: described(Type.Optional(IdInput), 'The `id` of the contact; the others are ignored beside it.'),
    external_id: described(Type.Optional(IdInput), 'The `external_id` of the contact; `email` is ignored beside it.'),
    email: described(Type.Optional(Text()), 'The email address of the contact; an unknown one makes a lead.'),
  }),
  { maxItems: MOST, description: 'The contacts that the ticket is about, each by `id`, `external_id` or `email`.' },
)
type ContactInput = Static<typeof ContactsInput>[number]

/** @throws 404 for an unknown id or external_id, 400 where one names nobody */
export async function resolveContacts(ctx: Ctx, given: ContactInput[]): Promise<ContactsRow[]> {
  const found: ContactsRow[] = []
  for (const one of given) {
    const contact = await resolveOne(ctx, one)
    if (!found.some(({ id }) => id === contact.id)) found.push(contact)
  }
  return found
}

async function resolveOne(ctx: Ctx, { id, external_id, email }: ContactInput): Promise<ContactsRow> {
  if (id === undefined && external_id === undefined && email === undefined)
    throw parameterMissing('contacts.id, contacts.external_id or contacts.email')
  const by =
    id !== undefined
      ? { intercom_user_id: id }
      : external_id !== undefined
        ? { user_id: external_id }
        : { email: email! }
  const [contact] = await findContactsBy(ctx.db, ctx.workspaceId, by)
  if (contact) return contact
  if (email === undefined || id !== undefined || external_id !== undefined) throw notFound('contact')
  return insertLead(ctx, { email: readEmail(email) })
}

function readEmail(text: string): string {
  const email = text.trim()
  if (!EMAIL.test(email)) throw parameterInvalid('contacts.email is not a valid email address', 'contacts')
  return email
}
