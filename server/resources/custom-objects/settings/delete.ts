import Type from 'typebox'
import { lockWorkspace } from '../../../db/workspace-lock.ts'
import { operation } from '../../../http/operation.ts'
import { Deleted, presentDeleted } from '../../../schema/deleted.ts'
import { forgetRelationship } from '../links.ts'
import * as queries from './queries.ts'

export const deleteCustomObjectType = operation({
  api: 'settings',
  method: 'DELETE',
  path: '/parley/custom_object_types/{custom_object_type_identifier}',
  group: 'Custom object types',
  summary: 'Delete a type of custom objects',
  description: 'With its objects and their links. Not one that another type has a relationship to.',
  params: Type.Object({ custom_object_type_identifier: Type.String() }),
  reply: Deleted,
  answer: 'The id of the deleted type.',
  refusals: { 409: 'Another type has a relationship to the type.' },
  handle: async (ctx, { params }) => {
    const { db, workspaceId } = ctx
    await lockWorkspace(db, workspaceId)
    const type = await queries.getType(db, workspaceId, params.custom_object_type_identifier)
    const { id } = type
    for (const relationship of type.relationships) await forgetRelationship(db, workspaceId, relationship)
    await queries.deleteType(db, workspaceId, id)
    return presentDeleted('custom_object_type', id)
  },
})
