/**
 * Membership in audiences is not stored: their predicates are compiled to a condition on the table `contacts`.
 *
 *   const [condition] = await conditionsOf(ctx, [audience])       → for a query over many contacts
 *   await findAudiencesOf(ctx, contactId, audiences)              → the audiences that one contact is in now
 */
import type { Ctx } from '../../context.ts'
import { fragment } from '../../db/pool.ts'
import type { AudiencesRow } from '../../db/types/audiences.ts'
import { ApiError } from '../../http/errors.ts'
import { allOf } from '../../search/combine.ts'
import { attributesOf, compileQuery, segmentIdsOf } from '../../search/compile.ts'
import type { Query } from '../../search/parse.ts'
import { compiledOrNone, testRow, type Condition } from '../../search/row-conditions.ts'
import { requestContext } from '../../search/request-context.ts'
import { companySearch } from '../companies/search-fields.ts'
import { searchContextOf } from '../contacts/search-context.ts'
import { contactSearch } from '../contacts/search-fields.ts'
import { listAttributeTypes } from '../data-attributes/queries.ts'
import { invalid, queriesOf, type Predicates, type StoredPredicate } from './predicates.ts'

/** The same for every version: times are compared to the second. */
const newest = { has: () => true }

/** @throws 422 validation_error for a field, an operator or a value that a search would refuse */
export async function checkPredicates(ctx: Ctx, predicates: Predicates): Promise<void> {
  try {
    await conditionOf(ctx, predicates)
  } catch (error) {
    throw error instanceof ApiError ? invalid(error.message) : error
  }
}

/** @returns a condition for each; nobody is in an audience that names an attribute or a segment that is gone */
export function conditionsOf(ctx: Ctx, audiences: AudiencesRow[]): Promise<Condition[]> {
  return Promise.all(audiences.map((row) => compiledOrNone(() => conditionOf(ctx, stored(row)))))
}

const stored = ({ predicates, role_predicates }: AudiencesRow): Predicates => ({
  predicates: predicates as StoredPredicate[],
  role_predicates: role_predicates as StoredPredicate[],
})

async function conditionOf(ctx: Ctx, predicates: Predicates): Promise<Condition> {
  const { contact, company } = queriesOf(predicates)
  const context = await searchContextOf(ctx, contact)
  const unknown = segmentIdsOf(contact).find((id) => !context.segments.has(id))
  if (unknown !== undefined) throw invalid(`${unknown.slice(0, 100)} is not a valid segment`)
  const ofContact = compileQuery(contact, contactSearch, { ...context, ...newest })
  const ofCompany = company ? [(await companyConditionOf(ctx, company)).sql] : []
  return { sql: allOf([ofContact, ...ofCompany]) }
}

/** One company of the contact meets all of the query. */
async function companyConditionOf(ctx: Ctx, query: Query): Promise<Condition> {
  const attributes = await listAttributeTypes(ctx.db, ctx.workspaceId, 'company', attributesOf(query))
  const condition = compileQuery(query, companySearch, { ...requestContext(ctx, attributes), ...newest })
  return {
    sql: fragment`exists (
      select from contact_companies join companies
        on companies.workspace_id = contact_companies.workspace_id and companies.id = contact_companies.company_id
      where contact_companies.workspace_id = contacts.workspace_id and contact_companies.contact_id = contacts.id
        and companies.deleted_at is null and ${condition})`,
  }
}

/** @returns the audiences that the contact is in now; a contact that lists do not show is in none */
export async function findAudiencesOf(ctx: Ctx, contactId: string, audiences: AudiencesRow[]): Promise<AudiencesRow[]> {
  if (audiences.length === 0) return []
  const conditions = await conditionsOf(ctx, audiences)
  const matches = await testRow(ctx.db, ctx.workspaceId, 'contacts', contactId, conditions)
  return audiences.filter((_, at) => matches[at])
}
