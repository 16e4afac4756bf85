import Type from 'typebox'
import type { Ctx } from '../../../context.ts'
import type { HelpCentersRow } from '../../../db/types/help_centers.ts'
import { apiError, parameterInvalid } from '../../../http/errors.ts'
import { operation } from '../../../http/operation.ts'
import { numberId } from '../../../ids.ts'
import { isLocale } from '../../../schema/locales.ts'
import { described, IdInput } from '../../../schema/types.ts'
import { helpCenterUrl } from '../help-center.ts'
import { withinSite } from '../within-site.ts'
import * as queries from './queries.ts'
import { presentRedirect, Redirect } from './redirect.ts'

/** Longer ones do not fit into the index by which they are looked up. */
const MAX_ADDRESS = 2000

export const createRedirect = operation({
  method: 'POST',
  path: '/help_center/help_centers/{help_center_id}/redirects',
  group: 'Help Center',
  scopes: ['read_write_help_center_redirects_scope'],
  summary: 'Create a help center redirect',
  description:
    'The target is in the help center. An address leads to one target only; letter case, a query and a slash at the end ' +
    'make no other address.',
  params: Type.Object({ help_center_id: Type.String() }),
  body: described(
    Type.Object({
      from_url: described(
        Type.Optional(Type.String({ maxLength: MAX_ADDRESS })),
        'The address that leads on: an absolute one of the help center.',
      ),
      locale: described(
        Type.String({ maxLength: 20 }),
        'The language of the target; another one of it where it lacks this one. One that nothing can be written in ' +
          'answers 400.',
      ),
      target_type: described(Type.Optional(Type.String()), '`article` or `collection`.'),
      target_id: described(IdInput, 'The id of the article or the collection.'),
    }),
    'The address and its target.',
  ),
  reply: Redirect,
  answer: 'The created redirect.',
  handle: async (ctx, { params, body }) => {
    const center = await queries.lockCenter(ctx.db, ctx.workspaceId, params.help_center_id)
    if (!body.from_url?.trim()) throw apiError(400, 'parameter_not_found', 'from_url is required')
    const { from_url, paths } = ownAddress(ctx, center, body.from_url)
    const target = await readTarget(ctx, center, body)
    await queries.refuseTaken(ctx.db, ctx.workspaceId, center.id, paths)
    return presentRedirect(
      await queries.insertRedirect(ctx.db, {
        workspace_id: ctx.workspaceId,
        help_center_id: center.id,
        from_url,
        ...target,
        created_at: ctx.now,
        updated_at: ctx.now,
      }),
    )
  },
})

/**
 * @returns the address, and its path with each base that the site may have had, as redirects are looked up
 * @throws 422 data_invalid for an address that is too long, or not one of the help center's site
 */
function ownAddress(ctx: Ctx, center: HelpCentersRow, address: string): { from_url: string; paths: string[] } {
  const url = URL.parse(address.trim())
  // Parsed alike, so that letter case and usual ports make no difference.
  const site = URL.parse(helpCenterUrl(ctx, center))?.href.replace(/\/$/, '') ?? ''
  const place = { url: site, identifier: center.identifier }
  const path = url ? withinSite(place, url.origin + url.pathname.replace(/\/$/, '')) : undefined
  if (!url || path === undefined || url.username || url.password)
    throw apiError(422, 'data_invalid', "from_url must be an absolute URL within this help center's URL space")
  if (url.href.length > MAX_ADDRESS)
    throw apiError(422, 'data_invalid', `from_url must not be longer than ${MAX_ADDRESS} characters once it is encoded`)
  const bases = ['', URL.parse(site)?.pathname.replace(/\/$/, '') ?? '', `/help/${center.identifier}`]
  return { from_url: url.href, paths: bases.map((base) => (base + path).toLowerCase()) }
}

interface Target {
  locale: string
  target_type?: string
  target_id: string | number
}

/**
 * @throws 400 parameter_invalid for another kind of target or an unknown language, 422 data_invalid for a target that is
 *   not in the help center
 */
async function readTarget({ db, workspaceId }: Ctx, center: HelpCentersRow, body: Target) {
  const { locale, target_type, target_id } = body
  if (target_type !== 'article' && target_type !== 'collection')
    throw parameterInvalid("target_type must be 'article' or 'collection'")
  if (!isLocale(locale)) throw parameterInvalid('Unknown locale')
  const id = numberId(target_id)
  const outside = apiError(422, 'data_invalid', `target_id must be a ${target_type} of this help center`)
  if (id === undefined) throw outside
  if (target_type === 'article') {
    const [bound] = await queries.listLocalesOfArticle(db, workspaceId, center.id, id, locale)
    if (bound === undefined) throw outside
    return { locale: bound, article_id: id, collection_id: null }
  }
  if (!center.locales.includes(locale)) throw parameterInvalid('Unknown locale')
  if (!(await queries.isCollectionOf(db, workspaceId, center.id, id))) throw outside
  return { locale, article_id: null, collection_id: id }
}
