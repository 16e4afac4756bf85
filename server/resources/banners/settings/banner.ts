/** The banner as the settings show it. */
import type { Static } from 'typebox'
import Type from 'typebox'
import { unix } from '../../../clock.ts'
import type { BannersRow } from '../../../db/types/banners.ts'
import { CreatedAt, model, UpdatedAt } from '../../../schema/types.ts'
import { content, presentContent } from '../banner.ts'

export const Audience = Type.Unknown({
  description:
    'A query as searches of contacts take it, with dates such as `{"days_ago": 30}`; null is everybody. An audience ' +
    'that names an attribute or a segment that is gone has no contacts.',
})

export const BannerSettings = model('banner_settings', {
  type: Type.Literal('banner'),
  id: Type.String({ description: 'The id of the banner.' }),
  ...content,
  audience: Audience,
  live: Type.Boolean({ description: 'True if contacts are shown it.' }),
  created_at: CreatedAt('banner'),
  updated_at: UpdatedAt('banner'),
})

export const presentBannerSettings = (row: BannersRow): Static<typeof BannerSettings> => ({
  type: 'banner',
  id: String(row.id),
  ...presentContent(row),
  audience: row.audience,
  live: row.live,
  created_at: unix(row.created_at),
  updated_at: unix(row.updated_at),
})
