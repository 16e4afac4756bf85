/** A redirect on the wire: an address of a help center that leads to an article or a collection. */
import type { Static } from 'typebox'
import Type from 'typebox'
import { unix } from '../../../clock.ts'
import type { HelpCenterRedirectsRow } from '../../../db/types/help_center_redirects.ts'
import { CreatedAt, described, IdOf, model, UpdatedAt } from '../../../schema/types.ts'

export const Redirect = model('help_center_redirect', {
  id: IdOf('redirect'),
  type: described(Type.Literal('help_center_redirect'), 'The kind of object.'),
  from_url: described(Type.String(), 'The address that leads on.'),
  locale: described(Type.String(), 'The language of the target; that of a translation which exists.'),
  help_center_id: IdOf('help center'),
  target_type: described(Type.Enum(['article', 'collection']), 'The kind of the target.'),
  target_id: IdOf('target'),
  created_at: CreatedAt('redirect'),
  updated_at: UpdatedAt('redirect'),
})

export const presentRedirect = (row: HelpCenterRedirectsRow): Static<typeof Redirect> => ({
  id: String(row.id),
  type: 'help_center_redirect',
  from_url: row.from_url,
  locale: row.locale,
  help_center_id: String(row.help_center_id),
  target_type: row.article_id === null ? 'collection' : 'article',
  target_id: String(row.article_id ?? row.collection_id),
  created_at: unix(row.created_at),
  updated_at: unix(row.updated_at),
})
