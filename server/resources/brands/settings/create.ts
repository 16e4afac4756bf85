import { described } from '../../../schema/types.ts'
import { lockWorkspace } from '../../../db/workspace-lock.ts'
import { operation } from '../../../http/operation.ts'
import { Brand, presentBrand } from '../brand.ts'
import { getBrand } from '../queries.ts'
import { NewBrand, readDetails } from './details.ts'
import { insertBrand } from './queries.ts'

export const createBrand = operation({
  api: 'settings',
  method: 'POST',
  path: '/parley/brands',
  group: 'Brands',
  summary: 'Create a brand',
  body: described(NewBrand, 'The details of the new brand.'),
  reply: Brand,
  answer: 'The new brand.',
  refusals: { 409: 'Another brand has the name.' },
  handle: async (ctx, { body }) => {
    const { db, workspaceId, workspace } = ctx
    await lockWorkspace(db, workspaceId)
    const id = await insertBrand(db, workspaceId, { name: '', ...(await readDetails(ctx, body, null)) }, ctx.now)
    return presentBrand(workspace, await getBrand(db, workspaceId, String(id), workspace))
  },
})
