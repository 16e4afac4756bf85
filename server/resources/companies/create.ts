import type { Static } from 'typebox'
import type { Ctx } from '../../context.ts'
import { apiError, notFound, parameterMissing } from '../../http/errors.ts'
import { operation } from '../../http/operation.ts'
import { hexId } from '../../ids.ts'
import { checkCustomAttributes, mergeAttributes } from '../data-attributes/check.ts'
import { Company, presentCompany } from './company.ts'
import { presentDeliveredCompany } from './delivered-company.ts'
import { columnsOf, CompanyDetails } from './details.ts'
import { getCompany, insertCompany, lockCompany, updateCompany } from './queries.ts'
import { described } from '../../schema/types.ts'

/** Recorded: each company that the API made says so in its attributes. */
const MADE_BY_API = { creation_source: 'api' }

export const createCompany = operation({
  method: 'POST',
  path: '/companies',
  group: 'Companies',
  summary: 'Create or update a company',
  description:
    'A company of that `company_id` is updated; where there is none, it is created. Missing properties stay as they are. ' +
    'Lists show a company once a contact is attached to it.',
  body: described(CompanyDetails, 'The company: its `company_id` and its details.'),
  unknownKeys: 'refuse',
  reply: Company,
  answer: 'The company, new or updated.',
  refusals: { 404: 'No company has the id.', 409: 'Other requests are writing the company.' },
  handle: async (ctx, { body }) => {
    const { id, made } = await upsert(ctx, body)
    const row = await getCompany(ctx.db, ctx.workspaceId, id, ctx.now)
    ctx.emit(made ? 'company.created' : 'company.updated', presentDeliveredCompany(ctx.workspace, row))
    return presentCompany(ctx.workspace, row)
  },
})

async function upsert(ctx: Ctx, body: Static<typeof CompanyDetails>): Promise<{ id: string; made: boolean }> {
  const { db, workspaceId, now } = ctx
  const by = keyOf(body)
  const columns = { ...(await columnsOf(ctx, body)), updated_at: now }
  const attributes = await checkCustomAttributes(db, workspaceId, 'company', body.custom_attributes)
  // A second try finds the company of whoever was quicker than the first.
  for (let attempt = 1; attempt <= 5; attempt++) {
    const existing = await lockCompany(db, workspaceId, by)
    if (existing) {
      await updateCompany(db, workspaceId, existing.id, columns, attributes)
      return { id: existing.id, made: false }
    }
    if ('id' in by) throw notFound('company')
    const id = hexId(now)
    const row = { ...columns, ...by, id, created_at: now, custom_attributes: mergeAttributes(MADE_BY_API, attributes) }
    if (await insertCompany(db, workspaceId, row)) return { id, made: true }
  }
  throw apiError(409, 'conflict', 'This company is being written by other requests')
}

/** The customer's own id tells which company is meant; ours does where that is not given. */
function keyOf({ id, company_id }: Static<typeof CompanyDetails>): { id: string } | { company_id: string } {
  if (isGiven(company_id)) return { company_id: String(company_id) }
  if (isGiven(id)) return { id: String(id) }
  throw parameterMissing('company_id')
}

const isGiven = (value: string | number | null | undefined) => value !== undefined && value !== null && value !== ''
