import Type from 'typebox'
import type { ContactsRow } from '../../db/types/contacts.ts'
import { parameterMissing } from '../../http/errors.ts'
import { operation } from '../../http/operation.ts'
import { CustomAttributes, described, IdInput, Nullable, Text } from '../../schema/types.ts'
import { updateContact } from '../contacts/queries.ts'
import { withObjects } from '../custom-objects/references.ts'
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
  body: described(
    Type.Object({
      id: described(Type.Optional(IdInput), 'The `id` of the visitor.'),
      user_id: described(Type.Optional(IdInput), 'The `user_id` of the visitor.'),
      name: described(Type.Optional(Nullable(Text())), 'The full name; null clears it.'),
      custom_attributes: described(
        Type.Optional(Nullable(CustomAttributes)),
        'Values of your own data attributes, by name. Attributes that are not named keep their values; null clears one.',
      ),
    }),
    'The visitor, and its new details.',
  ),
  reply: Visitor,
  answer: 'The visitor with its new details.',
  handle: async (ctx, { body }) => {
    const { id, user_id, name } = body
    if (id === undefined && user_id === undefined) throw parameterMissing('id or user_id')
    const attributes = await checkCustomAttributes(
      ctx.db,
      ctx.workspaceId,
      'contact',
      body.custom_attributes,
      id ?? null,
    )
    const naming = { ...(id !== undefined && { id }), ...(user_id !== undefined && { user_id }) }
    const row = await getVisitorForUpdate(ctx.db, ctx.workspaceId, naming)
    const changes: Partial<ContactsRow> = {
      ...(name !== undefined && { name }),
      custom_attributes: mergeAttributes(row.custom_attributes as AttributeValues, attributes),
    }
    const after = await withObjects(ctx, await updateContact(ctx.db, ctx.workspaceId, row.id, changes, ctx.now))
    return presentVisitor(ctx.workspace, await withAttached(ctx.db, ctx.workspaceId, after, ctx.now))
  },
})
