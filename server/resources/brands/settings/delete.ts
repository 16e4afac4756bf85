import Type from 'typebox'
import { lockWorkspace } from '../../../db/workspace-lock.ts'
import { apiError } from '../../../http/errors.ts'
import { operation } from '../../../http/operation.ts'
import { Deleted, presentDeleted } from '../../../schema/deleted.ts'
import { getBrand } from '../queries.ts'
import * as queries from './queries.ts'

export const deleteBrand = operation({
  api: 'settings',
  method: 'DELETE',
  path: '/parley/brands/{brand_id}',
  group: 'Brands',
  summary: 'Delete a brand',
  description: 'Refused for the default brand, and for one that still has sender addresses.',
  params: Type.Object({ brand_id: Type.String() }),
  reply: Deleted,
  answer: 'The id of the deleted brand.',
  refusals: { 409: 'The brand is the default one, or has sender addresses.' },
  handle: async (ctx, { params }) => {
    const { db, workspaceId } = ctx
    await lockWorkspace(db, workspaceId)
    const { id, is_default } = await getBrand(db, workspaceId, params.brand_id, ctx.workspace)
    if (is_default) throw apiError(409, 'conflict', 'The default brand cannot be deleted')
    await queries.refuseWithAddresses(db, workspaceId, id)
    await queries.deleteBrand(db, workspaceId, id)
    return presentDeleted('brand', id)
  },
})
