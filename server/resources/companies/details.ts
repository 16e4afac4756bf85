/** Properties of a company in requests, and their stored form. */
import type { Static } from 'typebox'
import Type from 'typebox'
import { fromUnix } from '../../clock.ts'
import type { Ctx } from '../../context.ts'
import type { CompaniesRow } from '../../db/types/companies.ts'
import { CustomAttributes, IdInput, Nullable, Text, TimeInput } from '../../schema/types.ts'
import { findOrInsertPlan } from './queries.ts'

/** Drops the fraction of a number; the rest fits the column. */
const Whole = (minimum: number) => Nullable(Type.Number({ minimum, exclusiveMaximum: 2 ** 31 }))

export const CompanyDetails = Type.Object({
  /** Some clients send back the whole company that they were given. */
  id: Type.Optional(Nullable(IdInput)),
  company_id: Type.Optional(Nullable(IdInput)),
  name: Type.Optional(Nullable(Text())),
  /** As a name, or in the form in which a company shows it. */
  plan: Type.Optional(Nullable(Type.Union([Text(), Type.Object({ name: Type.Optional(Nullable(Text())) })]))),
  size: Type.Optional(Whole(0)),
  website: Type.Optional(Nullable(Text(2048))),
  industry: Type.Optional(Nullable(Text())),
  custom_attributes: Type.Optional(Nullable(CustomAttributes)),
  remote_created_at: Type.Optional(Nullable(TimeInput)),
  update_last_request_at: Type.Optional(Nullable(Type.Boolean())),
  monthly_spend: Type.Optional(Whole(-(2 ** 31))),
})

type Details = Static<typeof CompanyDetails>

/** The columns that the details set; the company's ids and its custom attributes are for others. */
export async function columnsOf(ctx: Ctx, details: Details): Promise<Partial<CompaniesRow>> {
  const columns: Partial<CompaniesRow> = {}
  const { name, website, industry, size, monthly_spend, remote_created_at, plan } = details
  if (name !== undefined) columns.name = name
  if (website !== undefined) columns.website = website
  if (industry !== undefined) columns.industry = industry
  if (size !== undefined) columns.size = size === null ? null : Math.trunc(size)
  if (monthly_spend !== undefined) columns.monthly_spend = Math.trunc(monthly_spend ?? 0)
  if (remote_created_at !== undefined)
    columns.remote_created_at = remote_created_at === null ? null : fromUnix(remote_created_at)
  if (plan !== undefined) {
    const name = typeof plan === 'object' ? plan?.name : plan
    columns.plan_id = name ? await findOrInsertPlan(ctx.db, ctx.workspaceId, name) : null
  }
  if (details.update_last_request_at) columns.last_request_at = ctx.now
  return columns
}
