import Type from 'typebox'
import type { Ctx } from '../../context.ts'
import { notFound, parameterMissing } from '../../http/errors.ts'
import { operation } from '../../http/operation.ts'
import { IdInput, Text } from '../../schema/types.ts'
import { Contact, presentContact } from '../contacts/contact.ts'
import { columnsOf } from '../contacts/details.ts'
import { findContact } from '../contacts/queries.ts'
import { refuseClash } from '../contacts/uniqueness.ts'
import { becomeContact, type Identity } from './become-contact.ts'
import { joinContact } from './join-contact.ts'
import { findByEmail, findByExternalId, getVisitorId, type Known } from './queries.ts'

const naming = { id: Type.Optional(IdInput), user_id: Type.Optional(IdInput), email: Type.Optional(Text()) }

export const convertVisitor = operation({
  method: 'POST',
  path: '/visitors/convert',
  group: 'Visitors',
  summary: 'Convert a visitor',
  description:
    'Says who a visitor is. A contact that is there already takes over what the visitor has, and the visitor is gone; ' +
    'else the visitor becomes a user or a lead, and keeps its id.',
  body: Type.Object({
    visitor: Type.Object(naming),
    user: Type.Object(naming),
    type: Type.Enum(['user', 'lead']),
  }),
  reply: Contact,
  handle: async (ctx, { body: { visitor, user, type } }) => {
    const visitorId = await getVisitorId(ctx.db, ctx.workspaceId, visitor)
    const identity = await identityOf(ctx, user, type)
    const known = user.id === visitorId ? undefined : await findKnown(ctx, identity)
    if (known && known.state !== 'active') refuseClash(known)
    const row = known
      ? await joinContact(ctx, visitorId, known.id, identity)
      : await becomeContact(ctx, visitorId, identity)
    return presentContact(ctx.workspace, row)
  },
})

/** @throws 400 */
async function identityOf(
  ctx: Ctx,
  { id, user_id, email }: { id?: string | number; user_id?: string | number; email?: string },
  role: Identity['role'],
): Promise<Identity> {
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
    const contact = await findContact(db, workspaceId, id)
    if (!contact) throw notFound('contact')
    return contact
  }
  if (external_id !== null) return findByExternalId(db, workspaceId, external_id)
  return findByEmail(db, workspaceId, role, email!)
}
