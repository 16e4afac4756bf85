import Type from 'typebox'
import { operation } from '../../../http/operation.ts'
import { presentSection, Section } from '../collection.ts'
import { getCollection } from '../queries.ts'

export const getSection = operation({
  method: 'GET',
  path: '/help_center/sections/{section_id}',
  group: 'Help Center',
  scopes: ['read_articles_scope', 'read_write_articles_scope'],
  summary: 'Retrieve a section',
  params: Type.Object({ section_id: Type.String() }),
  reply: Section,
  answer: 'The section.',
  handle: async (ctx, { params }) =>
    presentSection(ctx, await getCollection(ctx.db, ctx.workspaceId, params.section_id, 'nested')),
})
