import Type from 'typebox'
import { operation } from '../../../http/operation.ts'
import * as queries from './queries.ts'
import { presentRedirect, Redirect } from './redirect.ts'

export const getRedirect = operation({
  method: 'GET',
  path: '/help_center/help_centers/{help_center_id}/redirects/{redirect_id}',
  group: 'Help Center',
  scopes: ['read_help_center_redirects_scope', 'read_write_help_center_redirects_scope'],
  summary: 'Retrieve a help center redirect',
  params: Type.Object({ help_center_id: Type.String(), redirect_id: Type.String() }),
  reply: Redirect,
  answer: 'The redirect.',
  handle: async ({ db, workspaceId }, { params }) => {
    const center = await queries.getCenter(db, workspaceId, params.help_center_id)
    return presentRedirect(await queries.getRedirect(db, workspaceId, center.id, params.redirect_id))
  },
})
