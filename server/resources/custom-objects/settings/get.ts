import Type from 'typebox'
import { operation } from '../../../http/operation.ts'
import { CustomObjectType, presentCustomObjectType } from './custom-object-type.ts'
import { getType } from './queries.ts'

export const getCustomObjectType = operation({
  api: 'settings',
  method: 'GET',
  path: '/parley/custom_object_types/{custom_object_type_identifier}',
  group: 'Custom object types',
  summary: 'Retrieve a type of custom objects',
  params: Type.Object({ custom_object_type_identifier: Type.String() }),
  reply: CustomObjectType,
  answer: 'The type.',
  handle: async (ctx, { params }) =>
    presentCustomObjectType(await getType(ctx.db, ctx.workspaceId, params.custom_object_type_identifier)),
})
