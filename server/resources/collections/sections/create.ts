import Type from 'typebox'
import { operation } from '../../../http/operation.ts'
import { described, IdInput } from '../../../schema/types.ts'
import { presentSection, Section } from '../collection.ts'
import { nameFields } from '../input.ts'
import { createGroup } from '../write.ts'

export const createSection = operation({
  method: 'POST',
  path: '/help_center/sections',
  group: 'Help Center',
  scopes: ['read_write_articles_scope'],
  summary: 'Create a section',
  description: 'Newer versions see it as a collection with a parent.',
  body: described(
    Type.Object({
      name: nameFields.name,
      translated_content: nameFields.translated_content,
      parent_id: described(IdInput, 'The collection that it stands in.'),
    }),
    'The section: a name and its collection.',
  ),
  reply: Section,
  answer: 'The created section.',
  handle: async (ctx, { body }) => {
    const { name, translated_content, parent_id } = body
    return presentSection(ctx, await createGroup(ctx, { name, translated_content, parent_id }))
  },
})
