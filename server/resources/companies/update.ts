import Type from 'typebox'
import { notFound } from '../../http/errors.ts'
import { operation } from '../../http/operation.ts'
import { checkCustomAttributes } from '../data-attributes/check.ts'
import { Company, presentCompany } from './company.ts'
import { presentDeliveredCompany } from './delivered-company.ts'
import { columnsOf, CompanyDetails } from './details.ts'
import * as queries from './queries.ts'
import { described } from '../../schema/types.ts'

export const updateCompany = operation({
  method: 'PUT',
  path: '/companies/{company_id}',
  group: 'Companies',
  summary: 'Update a company',
  description:
    'Missing properties stay as they are. The `company_id` that a company was created with is its own for good.',
  params: Type.Object({ company_id: Type.String() }),
  body: described(CompanyDetails, 'The details to change.'),
  unknownKeys: 'refuse',
  reply: Company,
  answer: 'The company with its new details.',
  handle: async (ctx, { params, body }) => {
    const { db, workspaceId, now } = ctx
    const locked = await queries.lockCompany(db, workspaceId, { id: params.company_id })
    if (!locked) throw notFound('company')
    const columns = { ...(await columnsOf(ctx, body)), updated_at: now }
    const attributes = await checkCustomAttributes(db, workspaceId, 'company', body.custom_attributes)
    await queries.updateCompany(db, workspaceId, locked.id, columns, attributes)
    const row = await queries.getCompany(db, workspaceId, locked.id, now)
    ctx.emit('company.updated', presentDeliveredCompany(ctx.workspace, row))
    return presentCompany(ctx.workspace, row)
  },
})
