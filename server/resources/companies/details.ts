/** Properties of a company in requests, and their stored form. */
import type { Static } from 'typebox'
import Type from 'typebox'
import { fromUnix } from '../../clock.ts'
import type { Ctx } from '../../context.ts'
import type { CompaniesRow } from '../../db/types/companies.ts'
import { CustomAttributes, described, IdInput, Nullable, Text, TimeInput } from '../../schema/types.ts'
import { findOrInsertPlan } from './queries.ts'

/** Drops the fraction of a number; the rest fits the column. */
const Whole = (minimum: number) => Nullable(Type.Number({ minimum, exclusiveMaximum: 2 ** 31 }))

export const CompanyDetails = Type.Object({
  /** Some clients send back the whole company that they were given. */
  id: described(
    Type.Optional(Nullable(IdInput)),
    'The id that Parley gave the company, if you know it; it may stand in place of `company_id`.',
  ),
  company_id: described(Type.Optional(Nullable(IdInput)), 'The id that the company has in your own system.'),
  name: described(Type.Optional(Nullable(Text())), 'The name.'),
  /** As a name, or in the form in which a company shows it. */
  plan: described(
    Type.Optional(
      Nullable(
        Type.Union([
          Text(),
          Type.Object({ name: described(Type.Optional(Nullable(Text())), 'The name of the plan.') }),
        ]),
      ),
    ),
    'The name of the plan that the company has with you, or a plan as it was read. A new name makes a new plan.',
  ),
  size: described(Type.Optional(Whole(0)), 'The number of people who work there.'),
  website: described(Type.Optional(Nullable(Text(2048))), 'The address of its website.'),
  industry: described(Type.Optional(Nullable(Text())), 'The industry that it works in.'),
  custom_attributes: described(
    Type.Optional(Nullable(CustomAttributes)),
    'Values of your own data attributes, by name. Attributes that are not named keep their values; null clears one.',
  ),
  remote_created_at: described(Type.Optional(Nullable(TimeInput)), 'When the company was created in your own system.'),
  update_last_request_at: described(Type.Optional(Nullable(Type.Boolean())), 'True to set `last_request_at` to now.'),
  monthly_spend: described(
    Type.Optional(Whole(-(2 ** 31))),
    'The amount that the company spends with you in a month, in whole units of your currency.',
  ),
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
