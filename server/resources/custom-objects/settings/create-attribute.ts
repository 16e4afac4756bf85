import Type from 'typebox'
import { lockWorkspace } from '../../../db/workspace-lock.ts'
import { operation } from '../../../http/operation.ts'
import { attributeOf, nameTaken, NewAttribute, refuseTooMany } from './attributes.ts'
import { CustomObjectType, presentCustomObjectType } from './custom-object-type.ts'
import { insertAttribute, isTakenOnType } from './part-queries.ts'
import { getType } from './queries.ts'
import { described } from '../../../schema/types.ts'

export const createCustomObjectAttribute = operation({
  api: 'settings',
  method: 'POST',
  path: '/parley/custom_object_types/{custom_object_type_identifier}/attributes',
  group: 'Custom object types',
  summary: 'Add an attribute to a type of custom objects',
  params: Type.Object({ custom_object_type_identifier: Type.String() }),
  body: described(NewAttribute, 'The new attribute.'),
  reply: CustomObjectType,
  answer: 'The type with its attributes.',
  refusals: { 409: 'An attribute or a relationship of the type has the name.' },
  handle: async (ctx, { params, body }) => {
    const { db, workspaceId, now } = ctx
    const attribute = attributeOf(body)
    await lockWorkspace(db, workspaceId)
    const type = await getType(db, workspaceId, params.custom_object_type_identifier)
    if (await isTakenOnType(db, workspaceId, type.id, attribute.name)) throw nameTaken(attribute.name)
    refuseTooMany(type)
    await insertAttribute(db, workspaceId, { type_id: type.id, ...attribute, created_at: now, updated_at: now })
    return presentCustomObjectType(await getType(db, workspaceId, type.identifier))
  },
})
