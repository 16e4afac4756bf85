/** The e-commerce connector as the settings show it: a shop whose products are uploaded. */
import type { Static } from 'typebox'
import Type from 'typebox'
import { unix } from '../../clock.ts'
import { CreatedAt, described, model, Nullable, Timestamp } from '../../schema/types.ts'
import type { ConnectorRow } from './queries.ts'
import { jobIdOf } from './upload-session.ts'

const LastUpload = Type.Object({
  import_job_id: described(Type.String(), 'The id of the upload.'),
  state: described(
    Type.Enum(['open', 'processing', 'completed', 'failed']),
    '`open` while it takes parts, `processing` until the products are those that it names, `failed` where they could not be made so.',
  ),
  item_count: described(Type.Integer(), 'The number of the products that it names.'),
  refused_count: described(Type.Integer(), 'The number of products that were refused so far.'),
  refusals: described(Type.Array(Type.String()), 'Why the first ten of these were refused.'),
  failure: described(Nullable(Type.String()), 'Why it failed; null where it did not.'),
  created_at: CreatedAt('upload'),
  completed_at: described(Nullable(Timestamp), 'When the upload ended; null until then.'),
})

export const EcommerceConnector = model('ecommerce_connector', {
  type: Type.Literal('ecommerce_connector'),
  id: described(Type.String(), 'The id, with which catalogs are uploaded.'),
  name: described(Type.String(), 'The name.'),
  product_count: described(Type.Integer(), 'The number of its products.'),
  last_upload: described(Nullable(LastUpload), 'The last upload of a catalog; null before the first.'),
  created_at: CreatedAt('connector'),
})

export const presentConnector = ({ upload, ...row }: ConnectorRow): Static<typeof EcommerceConnector> => ({
  type: 'ecommerce_connector',
  id: row.id,
  name: row.name,
  product_count: row.product_count,
  last_upload: upload && {
    import_job_id: jobIdOf(upload.id),
    state: upload.failure === null ? upload.state : 'failed',
    item_count: upload.item_count,
    refused_count: upload.refused_count,
    refusals: upload.refusals,
    failure: upload.failure,
    created_at: unix(new Date(upload.created_at)),
    completed_at: upload.completed_at === null ? null : unix(new Date(upload.completed_at)),
  },
  created_at: unix(row.created_at),
})
