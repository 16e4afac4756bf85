/** The SQL of companies. Deleted companies are excluded. */
import { fragment, type Db, type Fragment } from '../../db/pool.ts'
import type { CompaniesRow } from '../../db/types/companies.ts'
import { notFound } from '../../http/errors.ts'
import { isHexId } from '../../ids.ts'
import type { CompanyRow } from './company.ts'
import { findSegmentsOf, listCompanySegments } from './segment-queries.ts'

/** Columns of the table `companies`, without an alias, as searches name them. */
const columns = fragment`
  companies.*,
  (select name from plans p where p.workspace_id = companies.workspace_id and p.id = companies.plan_id) as plan_name,
  coalesce((
    select json_agg(json_build_object('id', t.id, 'name', t.name) order by array_position(companies.tag_ids, t.id))
    from tags t where t.workspace_id = companies.workspace_id and t.id = any(companies.tag_ids)), '[]') as tags`

/** @param rest SQL from `where` (or a `join` before it) on, which names the workspace and excludes deleted companies */
export async function selectCompanies(db: Db, workspaceId: number, now: Date, rest: Fragment): Promise<CompanyRow[]> {
  const [rows, segments] = await Promise.all([
    db<CompanyRow[]>`select ${columns} from companies ${rest}`,
    listCompanySegments(db, workspaceId),
  ])
  const ids = rows.map(({ id }) => id)
  const memberships = await findSegmentsOf(db, workspaceId, ids, segments, now)
  return rows.map((row) => ({ ...row, segments: memberships.get(row.id) ?? [] }))
}

const live = (workspaceId: number) => fragment`companies.workspace_id = ${workspaceId} and companies.deleted_at is null`

export async function findCompany(db: Db, workspaceId: number, id: string, now: Date): Promise<CompanyRow | undefined> {
  if (!isHexId(id)) return undefined
  const where = fragment`where ${live(workspaceId)} and companies.id = ${id}`
  return (await selectCompanies(db, workspaceId, now, where))[0]
}

/** @throws 404 company_not_found */
export async function getCompany(db: Db, workspaceId: number, id: string, now: Date): Promise<CompanyRow> {
  const row = await findCompany(db, workspaceId, id, now)
  if (!row) throw notFound('company')
  return row
}

/** Existing companies in the order of the given ids. */
export function listCompaniesByIds(db: Db, workspaceId: number, ids: string[], now: Date): Promise<CompanyRow[]> {
  const where = fragment`
    where ${live(workspaceId)} and companies.id = any(${ids}::text[])
    order by array_position(${ids}::text[], companies.id)`
  return ids.length === 0 ? Promise.resolve([]) : selectCompanies(db, workspaceId, now, where)
}

/**
 * By the customer's own id, or by name in any letter case: of several the oldest, but one that is
 * written as asked before the others.
 * @throws 404 company_not_found
 */
export async function getCompanyOf(
  db: Db,
  workspaceId: number,
  { name, company_id }: { name?: string; company_id?: string },
  now: Date,
): Promise<CompanyRow> {
  const where = fragment`
    where ${live(workspaceId)}
      ${company_id === undefined ? fragment`` : fragment`and companies.company_id = ${company_id}`}
      ${name === undefined ? fragment`` : fragment`and lower(companies.name) = lower(${name})`}
    order by companies.name is distinct from ${name ?? null}::text, companies.id limit 1`
  const [row] = await selectCompanies(db, workspaceId, now, where)
  if (!row) throw notFound('company')
  return row
}

/** Columns that a write needs of its company, which it locks until the commit. */
export type LockedCompany = Pick<CompaniesRow, 'id' | 'user_count'>

export async function lockCompany(
  db: Db,
  workspaceId: number,
  by: { id: string } | { company_id: string },
): Promise<LockedCompany | undefined> {
  if ('id' in by && !isHexId(by.id)) return undefined
  const key = 'id' in by ? fragment`companies.id = ${by.id}` : fragment`companies.company_id = ${by.company_id}`
  const [row] = await db<LockedCompany[]>`
    select id, user_count from companies where ${live(workspaceId)} and ${key} for no key update`
  return row
}

/** Locks companies by their `company_id`, in one order, so that requests for the same ones cannot deadlock. */
export const lockCompanies = async (db: Db, workspaceId: number, companyIds: string[]): Promise<void> =>
  void (await db`
    select from companies where ${live(workspaceId)} and companies.company_id = any(${companyIds}::text[])
    order by companies.id for no key update`)

/** Columns that a change may write. */
const CHANGEABLE = [
  'company_id',
  'name',
  'website',
  'industry',
  'size',
  'monthly_spend',
  'plan_id',
  'session_count',
  'remote_created_at',
  'last_request_at',
  'updated_at',
] as const
type Changes = Partial<Pick<CompaniesRow, (typeof CHANGEABLE)[number]>>

/** @returns true if it was created; another transaction may have used its company_id first */
export async function insertCompany(
  db: Db,
  workspaceId: number,
  row: Changes & Pick<CompaniesRow, 'id' | 'company_id' | 'created_at' | 'updated_at' | 'custom_attributes'>,
): Promise<boolean> {
  const { count } = await db`
    insert into companies ${db({ ...row, workspace_id: workspaceId }, 'workspace_id', 'id', 'created_at', 'custom_attributes', ...CHANGEABLE)}
    on conflict (workspace_id, company_id) where deleted_at is null do nothing`
  return count === 1
}

/** @param attributes are laid over those it has, null taking one away */
export async function updateCompany(
  db: Db,
  workspaceId: number,
  id: string,
  row: Changes & Pick<CompaniesRow, 'updated_at'>,
  attributes: object,
): Promise<void> {
  await db`
    update companies set ${db(row, ...CHANGEABLE)},
      custom_attributes = jsonb_strip_nulls(custom_attributes || ${attributes as never}::jsonb)
    where workspace_id = ${workspaceId} and id = ${id}`
}

/** The plan of a name, made where there is none. It is not locked: companies of one plan are written side by side. */
export async function findOrInsertPlan(db: Db, workspaceId: number, name: string): Promise<number> {
  const find = () => db<{ id: number }[]>`select id from plans where workspace_id = ${workspaceId} and name = ${name}`
  const [found] = await find()
  if (found) return found.id
  await db`insert into plans (workspace_id, name) values (${workspaceId}, ${name}) on conflict do nothing`
  return (await find())[0]!.id
}

/** Takes a company, which must be locked, out of everything; its row stays for what tells of it. */
export async function deleteCompany(db: Db, workspaceId: number, id: string, now: Date): Promise<void> {
  await db`
    update companies set deleted_at = ${now}, updated_at = ${now}, user_count = 0, tag_ids = '{}'
    where workspace_id = ${workspaceId} and id = ${id}`
  await db`delete from contact_granted_companies where workspace_id = ${workspaceId} and company_id = ${id}`
  await db`delete from company_tags where workspace_id = ${workspaceId} and company_id = ${id}`
  await db`
    with detached as (
      delete from contact_companies where workspace_id = ${workspaceId} and company_id = ${id} returning contact_id)
    update contacts set company_ids = array_remove(company_ids, ${id}::text), updated_at = ${now}
    from detached where contacts.workspace_id = ${workspaceId} and contacts.id = detached.contact_id`
}
