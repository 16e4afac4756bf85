/** Writes one company of a bulk task as the single operation does. */
import type { Ctx } from '../../../context.ts'
import { perform } from '../../../http/perform.ts'
import type { Action } from '../../../bulk/job.ts'
import { pick, type Details } from '../../../bulk/request.ts'
import { createCompany } from '../create.ts'
import { deleteCompany } from '../delete.ts'
import { updateCompany } from '../update.ts'

const UPDATED = [
  'name',
  'plan',
  'size',
  'website',
  'industry',
  'custom_attributes',
  'remote_created_at',
  'monthly_spend',
  'update_last_request_at',
]

export const companyItems: Record<Action, (ctx: Ctx, details: Details) => Promise<unknown>> = {
  create: (ctx, details) => perform(createCompany, ctx, { body: pick(details, ['company_id', ...UPDATED]) }),
  update: (ctx, details) =>
    perform(updateCompany, ctx, { params: { company_id: String(details['id']) }, body: pick(details, UPDATED) }),
  delete: (ctx, { id }) => perform(deleteCompany, ctx, { params: { company_id: String(id) } }),
}
