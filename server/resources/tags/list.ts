import { operation } from '../../http/operation.ts'
import { list } from '../../schema/types.ts'
import { listTags as findTags } from './queries.ts'
import { presentTag, Tag } from './tag.ts'

export const listTags = operation({
  method: 'GET',
  path: '/tags',
  group: 'Tags',
  summary: 'List all tags',
  description: 'Every tag of the workspace, oldest first.',
  reply: list(Tag),
  answer: 'All tags.',
  handle: async (ctx) => ({
    type: 'list' as const,
    data: (await findTags(ctx.db, ctx.workspaceId)).map(presentTag),
  }),
})
