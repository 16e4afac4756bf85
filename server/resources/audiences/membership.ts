/**
 * Membership in audiences is not stored: their predicates are compiled to a condition on the table `contacts`.
 *
 *   const { sql } = await conditionOf(ctx, audience)         → for a query over contacts, or for one of them
 *   await countMembers(ctx, audience)                        → the number of contacts that are in it now
 *   await listAudiencesOf(ctx, contactId)                    → the audiences of a contact, for the reader of content
 */
import type { Ctx } from '../../context.ts'
import { fragment, type Db } from '../../db/pool.ts'
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
import { listAllAudiences } from './queries.ts'
import { invalid, queriesOf, type Predicates } from './predicates.ts'

/** The same for every version: times are compared to the second. */
const newest = { has: () => true }

/** @throws 422 validation_error for a field, an operator or a value that a search would refuse */
export async function checkPredicates(ctx: Ctx, predicates: Predicates): Promise<Condition> {
  try {
    return await conditionOf(ctx, predicates)
  } catch (error) {
    throw error instanceof ApiError ? invalid(error.message) : error
  }
}

/** @throws 400 or 422 for an attribute or a segment that does not exist, and other queries that a search would refuse */
export async function conditionOf(ctx: Ctx, predicates: Predicates): Promise<Condition> {
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

/** @returns the number of its contacts that lists show. @throws 422 validation_error as above */
export async function countMembers(ctx: Ctx, predicates: Predicates): Promise<number> {
  return countContacts(ctx.db, ctx.workspaceId, await checkPredicates(ctx, predicates))
}

/** The ids of the audiences that a contact is in now. */
export async function listAudiencesOf(ctx: Ctx, contactId: string): Promise<number[]> {
  const audiences = await listAllAudiences(ctx.db, ctx.workspaceId)
  const conditions: Condition[] = []
  for (const audience of audiences)
    conditions.push(await compiledOrNone(() => conditionOf(ctx, audience as unknown as Predicates)))
  const matches = await testRow(ctx.db, ctx.workspaceId, 'contacts', contactId, conditions)
  return audiences.filter((_, at) => matches[at]).map(({ id }) => id)
}

async function countContacts(db: Db, workspaceId: number, { sql }: Condition): Promise<number> {
  const [row] = await db<[{ count: number }]>`
    select count(*)::int as count from contacts where workspace_id = ${workspaceId} and listed and ${sql}`
  return row.count
}
