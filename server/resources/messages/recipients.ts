/** The contacts that a message goes to. Each gets it once, by the first place that names them. */
import type { Static } from 'typebox'
import Type from 'typebox'
import type { Ctx } from '../../context.ts'
import type { ContactsRow } from '../../db/types/contacts.ts'
import { notFound, parameterMissing } from '../../http/errors.ts'
import { Recipient } from '../../schema/recipient.ts'
import { findContactsBy } from '../conversations/senders.ts'

const MAX = 50

export const Recipients = Type.Union([
  Recipient,
  Type.Array(Recipient, { minItems: 1, maxItems: MAX, description: `Up to ${MAX} contacts.` }),
])

export type Kind = 'to' | 'cc' | 'bcc'
type Named = Partial<Record<Kind, Static<typeof Recipients>>>

export interface Addressee {
  kind: Kind
  contact: ContactsRow
}

/** @throws 400 parameter_not_found; 404 for a contact that is not there */
export async function findAddressees(ctx: Ctx, named: Named): Promise<Addressee[]> {
  if (named.to === undefined) throw parameterMissing('to')
  const all = (['to', 'cc', 'bcc'] as const).flatMap((kind) => [named[kind] ?? []].flat().map((by) => ({ kind, by })))
  const found = await Promise.all(all.map(async ({ kind, by }) => ({ kind, contact: await find(ctx, kind, by) })))
  return found.filter(({ contact }, at) => found.findIndex((other) => other.contact.id === contact.id) === at)
}

async function find(ctx: Ctx, kind: Kind, by: Static<typeof Recipient>): Promise<ContactsRow> {
  const { id, user_id, email } = by
  const named =
    id !== undefined ? { intercom_user_id: id } : user_id !== undefined ? { user_id } : email !== undefined && { email }
  if (!named) throw parameterMissing(`${kind}.id`)
  const [contact] = await findContactsBy(ctx.db, ctx.workspaceId, named)
  if (!contact) throw notFound('contact')
  return contact
}
