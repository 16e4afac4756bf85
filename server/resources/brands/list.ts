import { operation } from '../../http/operation.ts'
import { list } from '../../schema/types.ts'
import { Brand, presentBrand } from './brand.ts'
import * as queries from './queries.ts'

export const listBrands = operation({
  method: 'GET',
  path: '/brands',
  group: 'Brands',
  scopes: ['read_brands'],
  summary: 'List all brands',
  description: 'The default brand first.',
  reply: list(Brand),
  answer: 'The brands.',
  handle: async (ctx) => ({
    type: 'list' as const,
    data: (await queries.listBrands(ctx.db, ctx.workspaceId)).map((row) => presentBrand(ctx.workspace, row)),
  }),
})
