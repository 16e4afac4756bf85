import Type from 'typebox'
import { parameterInvalid } from '../../http/errors.ts'
import { given } from '../../http/given.ts'
import { operation } from '../../http/operation.ts'
import { described } from '../../schema/types.ts'
import { getAudienceIds, replaceAudiences } from '../audiences/content-audiences.ts'
import { listPageIds } from '../external-pages/queries.ts'
import { details, readAddress } from './details.ts'
import { ImportSource, presentImportSource } from './import-source.ts'
import * as queries from './queries.ts'

export const updateImportSource = operation({
  method: 'PUT',
  path: '/ai/content_import_sources/{import_source_id}',
  group: 'AI Content',
  scopes: ['read_write_ai_content'],
  summary: 'Update a content import source',
  description:
    'Its `sync_behavior` stays `api`. Audiences are those of its new pages, and with `apply_audience_to_existing_content` of all of its pages.',
  params: Type.Object({ import_source_id: Type.String() }),
  body: described(
    Type.Object({
      sync_behavior: Type.Enum(['api', 'automated', 'automatic', 'manual'], {
        description: 'Cannot be changed to `api`, nor from it.',
      }),
      ...details,
      apply_audience_to_existing_content: Type.Optional(
        Type.Boolean({ description: 'True if the audiences are to hold for the pages that the source has, too.' }),
      ),
    }),
    'The details to change.',
  ),
  reply: ImportSource,
  answer: 'The source with its new details.',
  handle: async (ctx, { params, body }) => {
    const { db, workspaceId } = ctx
    const { id, ...before } = await queries.lockImportSource(db, workspaceId, params.import_source_id)
    const sync_behavior = body.sync_behavior === 'automated' ? 'automatic' : body.sync_behavior
    if ((sync_behavior === 'api') !== (before.sync_behavior === 'api'))
      throw parameterInvalid('sync_behavior cannot be changed to or from api', 'sync_behavior')
    const url = readAddress(body.url)
    if (url !== before.url && sync_behavior !== 'api')
      throw parameterInvalid('url can only be changed if sync_behavior is api', 'url')
    await queries.updateImportSource(db, workspaceId, id, {
      ...given({ status: body.status }),
      sync_behavior,
      url,
      updated_at: ctx.now,
    })
    const audiences =
      body.audience_ids === undefined ? before.audience_ids : await getAudienceIds(db, workspaceId, body.audience_ids)
    await replaceAudiences(db, workspaceId, 'import_source', [id], audiences)
    if (body.apply_audience_to_existing_content)
      await replaceAudiences(db, workspaceId, 'external_page', await listPageIds(db, workspaceId, id), audiences)
    const source = presentImportSource(await queries.getImportSource(db, workspaceId, id))
    ctx.emit('content_import_source.updated', source)
    return source
  },
})
