import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { Brand, presentBrand } from './brand.ts'
import * as queries from './queries.ts'

export const getBrand = operation({
  method: 'GET',
  path: '/brands/{brand_id}',
  group: 'Brands',
  scopes: ['read_brands'],
  summary: 'Retrieve a brand',
  params: Type.Object({
    brand_id: Type.String({ description: 'The id of a brand; that of the workspace for the default one.' }),
  }),
  reply: Brand,
  answer: 'The brand.',
  handle: async (ctx, { params }) =>
    presentBrand(ctx.workspace, await queries.getBrand(ctx.db, ctx.workspaceId, params.brand_id, ctx.workspace)),
})
