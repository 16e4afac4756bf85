import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import * as queries from './queries.ts'

export const deleteImportSource = operation({
  method: 'DELETE',
  path: '/ai/content_import_sources/{import_source_id}',
  group: 'AI Content',
  scopes: ['read_write_ai_content'],
  summary: 'Delete a content import source',
  description: 'Its external pages are deleted with it.',
  params: Type.Object({ import_source_id: Type.String() }),
  reply: Type.Null(),
  answer: 'The source is deleted. The answer has no body.',
  status: 204,
  handle: async (ctx, { params }) => {
    const { id } = await queries.lockImportSource(ctx.db, ctx.workspaceId, params.import_source_id)
    await queries.deleteImportSource(ctx.db, ctx.workspaceId, id)
    ctx.emit('content_import_source.deleted', { type: 'content_import_source', id, deleted: true })
    return null
  },
})
