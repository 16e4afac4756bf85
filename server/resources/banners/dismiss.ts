import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { model } from '../../schema/types.ts'
import { getContact } from '../contacts/queries.ts'
import { dismissView } from './queries.ts'

const BannerDismiss = model('banner_dismiss', {
  type: Type.Literal('banner_dismiss'),
  view_id: Type.String({ description: 'The dismissed view.' }),
  dismissed: Type.Boolean({ description: 'Always true.' }),
})

export const dismissBanner = operation({
  method: 'POST',
  path: '/contacts/{contact_id}/banners/{banner_view_id}/dismiss',
  group: 'Banners',
  scopes: ['read_write_users'],
  summary: 'Dismiss a banner for a contact',
  description: 'The contact is not shown the banner again, wherever it would be. Dismissing it twice changes nothing.',
  params: Type.Object({
    contact_id: Type.String({ description: 'The id of the contact.' }),
    banner_view_id: Type.String({ description: 'The `view_id` of the banner.' }),
  }),
  reply: BannerDismiss,
  answer: 'The dismissed view.',
  handle: async (ctx, { params }) => {
    const contact = await getContact(ctx.db, ctx.workspaceId, params.contact_id)
    const { id } = await dismissView(ctx.db, ctx.workspaceId, contact.id, params.banner_view_id, ctx.now)
    return { type: 'banner_dismiss' as const, view_id: String(id), dismissed: true }
  },
})
