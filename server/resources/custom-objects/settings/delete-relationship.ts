import Type from 'typebox'
import { operation } from '../../../http/operation.ts'
import { forgetRelationship } from '../links.ts'
import { getPart } from './attributes.ts'
import { CustomObjectType, presentCustomObjectType } from './custom-object-type.ts'
import { deleteRelationship } from './part-queries.ts'
import { getType } from './queries.ts'

export const deleteCustomObjectRelationship = operation({
  api: 'settings',
  method: 'DELETE',
  path: '/parley/custom_object_types/{custom_object_type_identifier}/relationships/{relationship_id}',
  group: 'Custom object types',
  summary: 'Take a relationship from a type of custom objects',
  description: 'Its links are lost.',
  params: Type.Object({ custom_object_type_identifier: Type.String(), relationship_id: Type.String() }),
  reply: CustomObjectType,
  answer: 'The type with the relationships that are left.',
  handle: async (ctx, { params }) => {
    const { db, workspaceId } = ctx
    const type = await getType(db, workspaceId, params.custom_object_type_identifier)
    const relationship = getPart(type.relationships, params.relationship_id)
    await forgetRelationship(db, workspaceId, relationship)
    await deleteRelationship(db, workspaceId, relationship.id)
    return presentCustomObjectType(await getType(db, workspaceId, type.identifier))
  },
})
