import Type from 'typebox'
import type { ContactsRow } from '../../db/types/contacts.ts'
import { parameterMissing } from '../../http/errors.ts'
import { operation } from '../../http/operation.ts'
import { CustomAttributes, IdInput, Nullable, Text } from '../../schema/types.ts'
import { updateContact } from '../contacts/queries.ts'
import { checkCustomAttributes, mergeAttributes, type AttributeValues } from '../data-attributes/check.ts'
import { getVisitorForUpdate, withAttached } from './queries.ts'
import { presentVisitor, Visitor } from './visitor.ts'

export const updateVisitor = operation({
  method: 'PUT',
  path: '/visitors',
  group: 'Visitors',
  summary: 'Update a visitor',
  description:
    'The visitor is named in the body, by its `id` or its `user_id`. Other missing properties stay as they are.',
  body: Type.Object({
    id: Type.Optional(IdInput),
    user_id: Type.Optional(IdInput),
    name: Type.Optional(Nullable(Text())),
    custom_attributes: Type.Optional(Nullable(CustomAttributes)),
  }),
  reply: Visitor,
  handle: async (ctx, { body }) => {
    const { id, user_id, name } = body
    if (id === undefined && user_id === undefined) throw parameterMissing('id or user_id')
    const attributes = await checkCustomAttributes(ctx.db, ctx.workspaceId, 'contact', body.custom_attributes)
    const naming = { ...(id !== undefined && { id }), ...(user_id !== undefined && { user_id }) }
    const row = await getVisitorForUpdate(ctx.db, ctx.workspaceId, naming)
    const changes: Partial<ContactsRow> = {
      ...(name !== undefined && { name }),
      custom_attributes: mergeAttributes(row.custom_attributes as AttributeValues, attributes),
    }
    const after = await updateContact(ctx.db, ctx.workspaceId, row.id, changes, ctx.now)
    return presentVisitor(ctx.workspace, await withAttached(ctx.db, ctx.workspaceId, after, ctx.now))
  },
})
