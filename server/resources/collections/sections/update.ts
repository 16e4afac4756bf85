import Type from 'typebox'
import { operation } from '../../../http/operation.ts'
import { described, IdInput } from '../../../schema/types.ts'
import { presentSection, Section } from '../collection.ts'
import { nameFields } from '../input.ts'
import { getCollection } from '../queries.ts'
import { updateGroup } from '../write.ts'

export const updateSection = operation({
  method: 'PUT',
  path: '/help_center/sections/{section_id}',
  group: 'Help Center',
  scopes: ['read_write_articles_scope'],
  summary: 'Update a section',
  params: Type.Object({ section_id: Type.String() }),
  body: described(
    Type.Object({
      name: nameFields.name,
      translated_content: nameFields.translated_content,
      parent_id: described(Type.Optional(IdInput), 'The collection that it stands in.'),
    }),
    'The changes to the section.',
  ),
  reply: Section,
  answer: 'The changed section.',
  handle: async (ctx, { params, body }) => {
    const row = await getCollection(ctx.db, ctx.workspaceId, params.section_id, 'nested')
    const { name, translated_content, parent_id } = body
    return presentSection(ctx, await updateGroup(ctx, row, { name, translated_content, parent_id }))
  },
})
