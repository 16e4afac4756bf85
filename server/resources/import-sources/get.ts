import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { ImportSource, presentImportSource } from './import-source.ts'
import { getImportSource } from './queries.ts'

export const retrieveImportSource = operation({
  method: 'GET',
  path: '/ai/content_import_sources/{import_source_id}',
  group: 'AI Content',
  scopes: ['read_write_ai_content'],
  summary: 'Retrieve a content import source',
  params: Type.Object({ import_source_id: Type.String() }),
  reply: ImportSource,
  answer: 'The source.',
  handle: async (ctx, { params }) =>
    presentImportSource(await getImportSource(ctx.db, ctx.workspaceId, params.import_source_id)),
})
