/** The content import source on the wire: the place that external pages come from. */
import type { Static } from 'typebox'
import Type from 'typebox'
import { unix } from '../../clock.ts'
import type { ImportSourcesRow } from '../../db/types/import_sources.ts'
import { CreatedAt, described, model, Timestamp, UpdatedAt } from '../../schema/types.ts'

export const BEHAVIORS = ['api', 'automatic', 'manual'] as const
export const STATUSES = ['active', 'deactivated'] as const

export const ImportSource = model('content_import_source', {
  type: Type.Literal('content_import_source'),
  id: Type.Integer({ description: 'The id of the source.' }),
  last_synced_at: described(Timestamp, 'When its pages were last read or written.'),
  sync_behavior: Type.Enum([...BEHAVIORS], { description: '`api` if clients of the API write its pages.' }),
  status: Type.Enum([...STATUSES], { description: '`active`, or `deactivated` if its pages are not used.' }),
  url: Type.String({ description: 'The address of the place that the pages come from.' }),
  created_at: CreatedAt('source'),
  updated_at: UpdatedAt('source'),
  audience_ids: Type.Array(Type.Integer(), {
    description: 'The ids of the audiences that its new pages are meant for; none is everybody.',
  }),
})

/** `content_import_source` in the topics; `deleted` is always true. */
export const DeletedImportSource = Type.Object({
  type: Type.Literal('content_import_source'),
  id: Type.Integer(),
  deleted: Type.Literal(true),
})

export type ImportSourceRow = ImportSourcesRow & { audience_ids: number[] }

export const presentImportSource = (row: ImportSourceRow): Static<typeof ImportSource> => ({
  type: 'content_import_source',
  id: row.id,
  last_synced_at: unix(row.last_synced_at),
  sync_behavior: row.sync_behavior as (typeof BEHAVIORS)[number],
  status: row.status as (typeof STATUSES)[number],
  url: row.url,
  created_at: unix(row.created_at),
  updated_at: unix(row.updated_at),
  audience_ids: row.audience_ids,
})
