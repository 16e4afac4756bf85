import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { CustomObject } from './instance.ts'
import * as queries from './instance-queries.ts'
import { presentOneInstance } from './present.ts'
import { readType } from './read-type.ts'

export const getCustomObjectInstance = operation({
  method: 'GET',
  path: '/custom_object_instances/{custom_object_type_identifier}/{custom_object_instance_id}',
  group: 'Custom Object Instances',
  scopes: ['read_write_custom_object_instances'],
  summary: 'Retrieve a custom object',
  description: 'By its id, or by the id that it has in your own system.',
  params: Type.Object({
    custom_object_type_identifier: Type.String({ description: 'The identifier of the type, such as `Order`.' }),
    custom_object_instance_id: Type.String({ description: 'The id of the object, or its `external_id`.' }),
  }),
  reply: CustomObject,
  answer: 'The object.',
  handle: async (ctx, { params }) => {
    const type = await readType(ctx, params.custom_object_type_identifier)
    const row = await queries.getInstance(ctx.db, ctx.workspaceId, type.id, params.custom_object_instance_id)
    return presentOneInstance(ctx, type, row)
  },
})
