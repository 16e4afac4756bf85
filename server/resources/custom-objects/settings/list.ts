import { operation } from '../../../http/operation.ts'
import { list } from '../../../schema/types.ts'
import { CustomObjectType, presentCustomObjectType } from './custom-object-type.ts'
import * as queries from './queries.ts'

export const listCustomObjectTypes = operation({
  api: 'settings',
  method: 'GET',
  path: '/parley/custom_object_types',
  group: 'Custom object types',
  summary: 'List all types of custom objects',
  reply: list(CustomObjectType),
  answer: 'All types.',
  handle: async (ctx) => ({
    type: 'list' as const,
    data: (await queries.listTypes(ctx.db, ctx.workspaceId)).map(presentCustomObjectType),
  }),
})
