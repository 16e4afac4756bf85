import Type from 'typebox'
import { operation } from '../../../http/operation.ts'
import { described, IdOf, model } from '../../../schema/types.ts'
import { deleteCollection, getCollection } from '../queries.ts'

export const deleteSection = operation({
  method: 'DELETE',
  path: '/help_center/sections/{section_id}',
  group: 'Help Center',
  scopes: ['read_write_articles_scope'],
  summary: 'Delete a section',
  description: 'Its articles stay, and stand alone unless they are in other collections.',
  params: Type.Object({ section_id: Type.String() }),
  reply: model('deleted_section_object', {
    id: IdOf('section'),
    object: described(Type.Literal('section'), 'The kind of object.'),
    deleted: described(Type.Boolean(), 'True: it is deleted.'),
  }),
  answer: 'The id of the deleted section.',
  handle: async (ctx, { params }) => {
    const { id } = await getCollection(ctx.db, ctx.workspaceId, params.section_id, 'nested')
    await deleteCollection(ctx.db, ctx.workspaceId, id)
    return { id: String(id), object: 'section' as const, deleted: true }
  },
})
