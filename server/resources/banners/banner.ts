/** The banner on the wire, as one contact sees it. */
import type { Static } from 'typebox'
import Type from 'typebox'
import { unix } from '../../clock.ts'
import type { BannerViewsRow } from '../../db/types/banner_views.ts'
import type { BannersRow } from '../../db/types/banners.ts'
import { described, model, Nullable, Timestamp } from '../../schema/types.ts'

export const STYLES = ['inline', 'floating'] as const
export const POSITIONS = ['top', 'bottom'] as const
export const ACTIONS = ['url', 'reaction', 'email_collector', 'product_tour'] as const

export const BannerAction = model('banner_action', {
  type: Type.Enum([...ACTIONS], { description: 'The kind of action, which decides about the other fields.' }),
  label: Type.Optional(Nullable(Type.String({ description: 'The label of a link.' }))),
  target: Type.Optional(Nullable(Type.String({ description: 'The address that a link leads to.' }))),
  reaction_set: Type.Optional(
    Type.Array(
      Type.Object({
        index: Type.Integer({ description: 'The place of the reaction, from 0.' }),
        unicode_emoticon: Type.String({ description: 'The emoji of the reaction.' }),
      }),
      { description: 'The reactions that a contact can choose.' },
    ),
  ),
  tour_id: Type.Optional(Nullable(Type.String({ description: 'The product tour that begins.' }))),
  tour_url: Type.Optional(Nullable(Type.String({ description: 'The address that begins the tour.' }))),
})
export type BannerActionWire = Static<typeof BannerAction>

/** Words and looks of a banner, for contacts and for settings. */
export const content = {
  title: Nullable(Type.String({ description: 'Its title, if it has one.' })),
  body: Nullable(Type.String({ description: 'Its words as HTML.' })),
  style: Type.Enum([...STYLES], { description: 'The way that it is shown.' }),
  position: Type.Enum([...POSITIONS], { description: 'The edge of the page where it is shown.' }),
  show_dismiss_button: Type.Boolean({ description: 'True if contacts can dismiss it.' }),
  action: described(Nullable(BannerAction), 'The action that a contact can take; null if there is none.'),
}

export const Banner = model('banner', {
  type: Type.Literal('banner'),
  id: Type.String({ description: 'The id of the banner.' }),
  view_id: Type.String({ description: 'The view that the contact has of it: a dismissal names it.' }),
  ...content,
  client_targeting: Type.Null({ description: 'Always null.' }),
  created_at: described(Timestamp, 'When the contact was first shown it.'),
})

export type SeenBanner = BannersRow & { view: Pick<BannerViewsRow, 'id' | 'created_at'> }

export const presentContent = (row: BannersRow) => ({
  title: row.title,
  body: row.body,
  style: row.style as (typeof STYLES)[number],
  position: row.position as (typeof POSITIONS)[number],
  show_dismiss_button: row.show_dismiss_button,
  action: row.action as BannerActionWire | null,
})

export const presentBanner = ({ view, ...row }: SeenBanner): Static<typeof Banner> => ({
  type: 'banner',
  id: String(row.id),
  view_id: String(view.id),
  ...presentContent(row),
  client_targeting: null,
  created_at: unix(view.created_at),
})
