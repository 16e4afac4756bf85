import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { deleteRow, DeletedInstance } from './delete-instance.ts'
import * as queries from './instance-queries.ts'
import { readType } from './read-type.ts'

export const deleteCustomObjectByExternalId = operation({
  method: 'DELETE',
  path: '/custom_object_instances/{custom_object_type_identifier}',
  group: 'Custom Object Instances',
  scopes: ['read_write_custom_object_instances'],
  summary: 'Delete a custom object by its external id',
  description: 'Everything that refers to the object loses it.',
  params: Type.Object({
    custom_object_type_identifier: Type.String({ description: 'The identifier of the type, such as `Order`.' }),
  }),
  query: Type.Object({ external_id: Type.String({ description: 'The id that the object has in your own system.' }) }),
  reply: DeletedInstance,
  answer: 'The id of the deleted object.',
  handle: async (ctx, { params, query }) => {
    const type = await readType(ctx, params.custom_object_type_identifier)
    return deleteRow(ctx, await queries.getByExternalId(ctx.db, ctx.workspaceId, type.id, query.external_id))
  },
})
