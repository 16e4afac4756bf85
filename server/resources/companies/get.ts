import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { Company, presentCompany } from './company.ts'
import * as queries from './queries.ts'

export const getCompany = operation({
  method: 'GET',
  path: '/companies/{company_id}',
  group: 'Companies',
  summary: 'Get a company',
  description: 'By the `id` that it was given here, not by its `company_id`. One without contacts is answered too.',
  params: Type.Object({ company_id: Type.String() }),
  reply: Company,
  answer: 'The company.',
  handle: async (ctx, { params }) =>
    presentCompany(ctx.workspace, await queries.getCompany(ctx.db, ctx.workspaceId, params.company_id, ctx.now)),
})
