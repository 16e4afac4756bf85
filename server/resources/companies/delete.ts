import Type from 'typebox'
import { notFound } from '../../http/errors.ts'
import { operation } from '../../http/operation.ts'
import { DeletedCompany } from './company.ts'
import * as queries from './queries.ts'
import { tellDetached } from './tell-detached.ts'

export const deleteCompany = operation({
  method: 'DELETE',
  path: '/companies/{company_id}',
  group: 'Companies',
  summary: 'Delete a company',
  description: 'Its contacts are detached and stay. Its `company_id` is free for another.',
  params: Type.Object({ company_id: Type.String() }),
  reply: DeletedCompany,
  answer: 'The id of the deleted company.',
  handle: async (ctx, { params }) => {
    const company = await queries.lockCompany(ctx.db, ctx.workspaceId, { id: params.company_id })
    if (!company) throw notFound('company')
    await tellDetached(ctx, company.id)
    await queries.deleteCompany(ctx.db, ctx.workspaceId, company.id, ctx.now)
    if (company.user_count > 0) ctx.count('companies', -1)
    ctx.emit('company.deleted', { id: company.id, type: 'company', deleted: true })
    return { id: company.id, object: 'company' as const, deleted: true }
  },
})
