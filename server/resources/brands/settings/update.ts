import { described } from '../../../schema/types.ts'
import Type from 'typebox'
import { lockWorkspace } from '../../../db/workspace-lock.ts'
import { operation } from '../../../http/operation.ts'
import { Brand, presentBrand } from '../brand.ts'
import { getBrand } from '../queries.ts'
import { BrandDetails, readDetails } from './details.ts'
import { updateBrand as update } from './queries.ts'

export const updateBrand = operation({
  api: 'settings',
  method: 'PUT',
  path: '/parley/brands/{brand_id}',
  group: 'Brands',
  summary: 'Update a brand',
  description: 'Properties that are left out stay as they are.',
  params: Type.Object({ brand_id: Type.String() }),
  body: described(BrandDetails, 'The details to change.'),
  reply: Brand,
  answer: 'The brand with its new details.',
  refusals: { 409: 'Another brand has the name.' },
  handle: async (ctx, { params, body }) => {
    const { db, workspaceId, workspace } = ctx
    await lockWorkspace(db, workspaceId)
    const { id } = await getBrand(db, workspaceId, params.brand_id, workspace)
    await update(db, workspaceId, id, { ...(await readDetails(ctx, body, id)), updated_at: ctx.now })
    return presentBrand(workspace, await getBrand(db, workspaceId, params.brand_id, workspace))
  },
})
