import Type from 'typebox'
import type { Ctx } from '../../context.ts'
import { notFound } from '../../http/errors.ts'
import { operation } from '../../http/operation.ts'
import { described, Id, model } from '../../schema/types.ts'
import type { InstanceRow } from './instance.ts'
import * as queries from './instance-queries.ts'
import { readType } from './read-type.ts'

export const DeletedInstance = model('custom_object_instance_deleted', {
  id: described(Id, 'The id of the object that was deleted.'),
  object: Type.String({ description: 'The identifier of its type.' }),
  deleted: Type.Literal(true),
})

export const deleteCustomObjectInstance = operation({
  method: 'DELETE',
  path: '/custom_object_instances/{custom_object_type_identifier}/{custom_object_instance_id}',
  group: 'Custom Object Instances',
  scopes: ['read_write_custom_object_instances'],
  summary: 'Delete a custom object',
  description: 'Everything that refers to the object loses it.',
  params: Type.Object({
    custom_object_type_identifier: Type.String({ description: 'The identifier of the type, such as `Order`.' }),
    custom_object_instance_id: Type.String({ description: 'The id of the object.' }),
  }),
  reply: DeletedInstance,
  answer: 'The id of the deleted object.',
  handle: async (ctx, { params }) => {
    const type = await readType(ctx, params.custom_object_type_identifier)
    const row = await queries.getInstance(ctx.db, ctx.workspaceId, type.id, params.custom_object_instance_id)
    if (String(row.id) !== params.custom_object_instance_id) throw notFound('custom_object')
    return deleteRow(ctx, row)
  },
})

/** References to it are left out wherever they are shown. */
export async function deleteRow(ctx: Ctx, { id, identifier }: InstanceRow) {
  await queries.deleteInstance(ctx.db, ctx.workspaceId, id)
  return { id: String(id), object: identifier, deleted: true as const }
}
