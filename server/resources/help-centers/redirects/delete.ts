import Type from 'typebox'
import { operation } from '../../../http/operation.ts'
import { described, IdOf, model } from '../../../schema/types.ts'
import * as queries from './queries.ts'

export const deleteRedirect = operation({
  method: 'DELETE',
  path: '/help_center/help_centers/{help_center_id}/redirects/{redirect_id}',
  group: 'Help Center',
  scopes: ['read_write_help_center_redirects_scope'],
  summary: 'Delete a help center redirect',
  params: Type.Object({ help_center_id: Type.String(), redirect_id: Type.String() }),
  reply: model('deleted_help_center_redirect_object', {
    id: IdOf('redirect'),
    object: described(Type.Literal('help_center_redirect'), 'The kind of object.'),
    deleted: described(Type.Boolean(), 'True: it is deleted.'),
  }),
  answer: 'The id of the deleted redirect.',
  handle: async ({ db, workspaceId }, { params }) => {
    const center = await queries.getCenter(db, workspaceId, params.help_center_id)
    const { id } = await queries.getRedirect(db, workspaceId, center.id, params.redirect_id)
    await queries.deleteRedirect(db, workspaceId, id)
    return { id: String(id), object: 'help_center_redirect' as const, deleted: true }
  },
})
