/** The user of a request, as a contact: found by its id, or created, with its details brought up to date. */
import type { Ctx } from '../../context.ts'
import type { Db } from '../../db/pool.ts'
import type { ContactsRow } from '../../db/types/contacts.ts'
import { ApiError, parameterInvalid } from '../../http/errors.ts'
import { given } from '../../http/given.ts'
import { perform } from '../../http/perform.ts'
import { createContact } from '../contacts/create.ts'
import { findMergeTarget } from '../contacts/merge/queries.ts'
import { updateContact } from '../contacts/update.ts'
import { findContactsBy } from '../conversations/senders.ts'
import { checkCustomAttributes } from '../data-attributes/check.ts'
import { readId, type UserInput } from './inputs.ts'

const MOST_ATTRIBUTES = 10

export interface KnownUser {
  id: string
  contact: ContactsRow
  /** Messages by the names of attributes that were not taken. */
  errors: Record<string, string>
}

/** @throws 400 parameter_invalid without an id, or with too many attributes */
export async function knowUser(ctx: Ctx, user: UserInput | null | undefined): Promise<KnownUser> {
  const id = readId(user?.id, 'User ID is required')
  const { taken, errors } = await sortAttributes(user?.attributes, 'User', (name, value) =>
    checkCustomAttributes(ctx.db, ctx.workspaceId, 'contact', { [name]: value }),
  )
  const details = given({ name: user?.name ?? undefined, email: user?.email ?? undefined })
  const custom_attributes = Object.keys(taken).length > 0 ? taken : undefined
  const contact = await save(ctx, id, given({ ...details, custom_attributes }))
  return { id, contact, errors }
}

/** Attributes that can be written, and why the others cannot. @throws 400 where there are more than ten */
export async function sortAttributes(
  values: Record<string, unknown> | null | undefined,
  noun: 'User' | 'Conversation',
  check: (name: string, value: unknown) => Promise<unknown>,
): Promise<{ taken: Record<string, unknown>; errors: Record<string, string> }> {
  const entries = Object.entries(values ?? {})
  if (entries.length > MOST_ATTRIBUTES)
    throw parameterInvalid(`Cannot update more than ${MOST_ATTRIBUTES} attributes at once.`)
  const taken: Record<string, unknown> = {}
  const errors: Record<string, string> = {}
  for (const [name, value] of entries) {
    try {
      await check(name, value)
      taken[name] = value
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      errors[name] = error.message.replace(/^(Custom|Conversation) attribute '/, `${noun} attribute '`)
    }
  }
  return { taken, errors }
}

async function save(ctx: Ctx, id: string, details: object): Promise<ContactsRow> {
  const known = await findUser(ctx, id)
  if (known) return update(ctx, known, details)
  try {
    await perform(createContact, ctx, { body: { role: 'user', external_id: id, ...details } })
  } catch (error) {
    // Another request may have been quicker.
    if (!(error instanceof ApiError && error.status === 409)) throw error
    const other = await findUser(ctx, id)
    if (!other) throw error
    return update(ctx, other, details)
  }
  return (await findUser(ctx, id))!
}

/** The contact of an id, or the one that it was merged into: clients keep the id that they began with. */
export async function findUser({ db, workspaceId }: Ctx, user_id: string): Promise<ContactsRow | undefined> {
  const [contact] = await findContactsBy(db, workspaceId, { user_id })
  if (contact) return contact
  const into = await findMergeTarget(db, workspaceId, { external_id: user_id })
  return into === undefined ? undefined : findById(db, workspaceId, into)
}

async function findById(db: Db, workspaceId: number, intercom_user_id: string): Promise<ContactsRow | undefined> {
  const [contact] = await findContactsBy(db, workspaceId, { intercom_user_id })
  return contact
}

/** An archived contact can write, but its details stay as they are. */
async function update(ctx: Ctx, contact: ContactsRow, details: object): Promise<ContactsRow> {
  if (Object.keys(details).length === 0 || contact.state !== 'active' || contact.role === 'visitor') return contact
  await perform(updateContact, ctx, { params: { contact_id: contact.id }, body: details })
  return (await findById(ctx.db, ctx.workspaceId, contact.id))!
}
