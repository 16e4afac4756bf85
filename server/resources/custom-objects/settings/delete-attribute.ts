import Type from 'typebox'
import { operation } from '../../../http/operation.ts'
import { forgetValues } from '../instance-queries.ts'
import { getPart } from './attributes.ts'
import { CustomObjectType, presentCustomObjectType } from './custom-object-type.ts'
import { deleteAttribute } from './part-queries.ts'
import { getType } from './queries.ts'

export const deleteCustomObjectAttribute = operation({
  api: 'settings',
  method: 'DELETE',
  path: '/parley/custom_object_types/{custom_object_type_identifier}/attributes/{type_attribute_id}',
  group: 'Custom object types',
  summary: 'Take an attribute from a type of custom objects',
  description: 'Its values are lost.',
  params: Type.Object({ custom_object_type_identifier: Type.String(), type_attribute_id: Type.String() }),
  reply: CustomObjectType,
  answer: 'The type with the attributes that are left.',
  handle: async (ctx, { params }) => {
    const { db, workspaceId } = ctx
    const type = await getType(db, workspaceId, params.custom_object_type_identifier)
    const { id, name } = getPart(type.attributes, params.type_attribute_id)
    await forgetValues(db, workspaceId, type.id, name)
    await deleteAttribute(db, workspaceId, id)
    return presentCustomObjectType(await getType(db, workspaceId, type.identifier))
  },
})
