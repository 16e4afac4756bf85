import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { list } from '../../schema/types.ts'
import { getContact } from '../contacts/queries.ts'
import { matching } from './audience.ts'
import { Banner, presentBanner } from './banner.ts'
import { listUndismissed, upsertViews } from './queries.ts'

export const listBannersOfContact = operation({
  method: 'GET',
  path: '/contacts/{contact_id}/banners',
  group: 'Banners',
  summary: 'List the banners of a contact',
  description:
    'The live banners whose audience the contact is in and that it has not dismissed, oldest first. Each counts as ' +
    'shown, so ask when they are about to be shown.',
  params: Type.Object({ contact_id: Type.String({ description: 'The id of the contact.' }) }),
  reply: list(Banner),
  answer: 'The banners, oldest first.',
  handle: async (ctx, { params }) => {
    const { db, workspaceId } = ctx
    const { id } = await getContact(db, workspaceId, params.contact_id)
    const banners = await matching(ctx, await listUndismissed(db, workspaceId, id), id)
    if (banners.length === 0) return { type: 'list' as const, data: [] }
    const ids = banners.map((banner) => banner.id)
    const views = new Map((await upsertViews(db, workspaceId, id, ids, ctx.now)).map((view) => [view.banner_id, view]))
    return {
      type: 'list' as const,
      data: banners.map((banner) => presentBanner({ ...banner, view: views.get(banner.id)! })),
    }
  },
})
