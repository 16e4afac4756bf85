import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import * as queries from './queries.ts'
import { TagBasic } from '../../schema/tag-basic.ts'
import { presentTag } from './tag.ts'

export const getTag = operation({
  method: 'GET',
  path: '/tags/{tag_id}',
  group: 'Tags',
  summary: 'Retrieve a tag',
  params: Type.Object({ tag_id: Type.String() }),
  reply: TagBasic,
  answer: 'The tag.',
  handle: async (ctx, { params }) => presentTag(await queries.getTag(ctx.db, ctx.workspaceId, params.tag_id)),
})
