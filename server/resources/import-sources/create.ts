import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { described } from '../../schema/types.ts'
import { getAudienceIds, replaceAudiences } from '../audiences/content-audiences.ts'
import { details, readAddress } from './details.ts'
import { ImportSource, presentImportSource } from './import-source.ts'
import * as queries from './queries.ts'

export const createImportSource = operation({
  method: 'POST',
  path: '/ai/content_import_sources',
  group: 'AI Content',
  scopes: ['read_write_ai_content'],
  summary: 'Create a content import source',
  description: 'Its pages are written by the API alone.',
  body: described(
    Type.Object({
      sync_behavior: Type.Enum(['api'], { description: 'Always `api`.' }),
      ...details,
    }),
    'The new source.',
  ),
  reply: ImportSource,
  answer: 'The new source.',
  refusals: { 404: 'One of the audiences does not exist.' },
  handle: async (ctx, { body }) => {
    const { db, workspaceId } = ctx
    const { sync_behavior, status = 'active' } = body
    const columns = { sync_behavior, status, url: readAddress(body.url) }
    const audiences = await getAudienceIds(db, workspaceId, body.audience_ids ?? null)
    const id = await queries.insertImportSource(db, workspaceId, columns, ctx.now)
    await replaceAudiences(db, workspaceId, 'import_source', [id], audiences)
    const source = presentImportSource(await queries.getImportSource(db, workspaceId, id))
    ctx.emit('content_import_source.created', source)
    return source
  },
})
