import Type, { type Static } from 'typebox'
import type { Ctx } from '../../context.ts'
import { parameterMissing } from '../../http/errors.ts'
import { operation } from '../../http/operation.ts'
import { described, IdInput, Text } from '../../schema/types.ts'
import { Contact, presentContact } from '../contacts/contact.ts'
import { columnsOf } from '../contacts/details.ts'
import { getAnyContact } from '../contacts/queries.ts'
import { refuseClash } from '../contacts/uniqueness.ts'
import { withObjects } from '../custom-objects/references.ts'
import { becomeContact, type Identity } from './become-contact.ts'
import { joinContact } from './join-contact.ts'
import { findByEmail, findByExternalId, getVisitorId, type Known, type Naming } from './queries.ts'

const ids = {
  id: described(Type.Optional(IdInput), 'Its `id`.'),
  user_id: described(Type.Optional(IdInput), 'Its `user_id`, which is the `external_id` of a contact.'),
}
const User = Type.Object({ ...ids, email: described(Type.Optional(Text()), 'Its email address.') })

export const convertVisitor = operation({
  method: 'POST',
  path: '/visitors/convert',
  group: 'Visitors',
  scopes: ['read_write_users', 'write_users_companies'],
  summary: 'Convert a visitor',
  description:
    'Says who a visitor is. A contact that is there already takes over what the visitor has, and the visitor is gone; ' +
    'else the visitor becomes a user or a lead, and keeps its id. A user must be said to be somebody, a lead need not.',
  body: described(
    Type.Object({
      visitor: described(Type.Object(ids), 'The visitor, by one of its ids.'),
      /** A lead need not be told who it is. */
      user: described(Type.Optional(User), 'The contact that it becomes: one that exists, or a new one.'),
      type: described(Type.Enum(['user', 'lead']), 'The role of the contact.'),
    }),
    'The visitor, and the contact that it becomes.',
  ),
  reply: Contact,
  answer: 'The contact that the visitor has become.',
  refusals: {
    404: 'The visitor or the contact does not exist.',
    409: 'Another contact has the identity.',
    422: 'The contact is blocked.',
  },
  handle: async (ctx, { body: { visitor, user, type } }) => {
    const visitorId = await getVisitorId(ctx.db, ctx.workspaceId, namingOf(ctx, visitor))
    const identity = await identityOf(ctx, user, type)
    const known = user?.id === visitorId ? undefined : await findKnown(ctx, identity)
    if (known && known.state !== 'active') refuseClash(known)
    const row = known
      ? await joinContact(ctx, visitorId, known.id, identity)
      : await becomeContact(ctx, visitorId, identity)
    return presentContact(ctx.workspace, await withObjects(ctx, row))
  },
})

/** @throws 400 for an email alone, by which older versions named visitors too */
function namingOf(ctx: Ctx, visitor: Naming): Naming {
  if (!ctx.has('ConvertNamedVisitors')) return visitor
  const { id, user_id } = visitor
  if (id === undefined && user_id === undefined) throw parameterMissing('visitor.id or visitor.user_id')
  return { ...(id !== undefined && { id }), ...(user_id !== undefined && { user_id }) }
}

/** @throws 400 */
async function identityOf(ctx: Ctx, user: Static<typeof User> | undefined, role: Identity['role']): Promise<Identity> {
  if (!user && role === 'lead') return { role, id: null, external_id: null, email: null }
  if (!user) throw parameterMissing('user')
  const { id, user_id, email } = user
  const columns = await columnsOf(ctx, {
    ...(user_id !== undefined && { external_id: user_id }),
    ...(email !== undefined && { email }),
  })
  const { external_id = null, email: address = null } = columns
  if (id === undefined && external_id === null && address === null)
    throw parameterMissing('user.id, user.user_id or user.email')
  return { role, id: id === undefined ? null : String(id), external_id, email: address }
}

/** @throws 404 where an id is given and nobody has it */
async function findKnown(
  { db, workspaceId }: Ctx,
  { role, id, external_id, email }: Identity,
): Promise<Known | undefined> {
  if (id !== null) {
    return getAnyContact(db, workspaceId, id)
  }
  if (external_id !== null) return findByExternalId(db, workspaceId, external_id)
  return email === null ? undefined : findByEmail(db, workspaceId, role, email)
}
