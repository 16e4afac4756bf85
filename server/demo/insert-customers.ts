/** The customers: companies, people, and what hangs on them, with the lists that repeat it. */
import type { Db } from '../db/pool.ts'
import { insertActivity } from '../resources/contacts/activity-queries.ts'
import { COMPANIES, type CompanyKey } from './company.ts'
import { companyId, personId } from './ids.ts'
import type { Staff } from './insert-staff.ts'
import { PEOPLE, type Person, type PersonKey } from './people.ts'

export interface Customers {
  people: Record<PersonKey, { id: string; role: Person['role'] }>
  companies: Record<CompanyKey, string>
}

const DAY = 86_400_000
const daysBefore = (now: Date, days: number) => new Date(now.getTime() - days * DAY)

export async function insertCustomers(db: Db, workspace_id: number, staff: Staff, now: Date): Promise<Customers> {
  const companies = {} as Customers['companies']
  for (const key of Object.keys(COMPANIES) as CompanyKey[])
    companies[key] = await insertCompany(db, workspace_id, key, staff, now)
  const people = {} as Customers['people']
  // The first who came first: what happened to contacts is listed in the order of its writing.
  const byAge = (Object.entries(PEOPLE) as [PersonKey, Person][]).toSorted(([, a], [, b]) => b.days_ago - a.days_ago)
  for (const [key, person] of byAge) {
    people[key] = {
      id: await insertPerson(db, workspace_id, personId(key), person, companies, staff, now),
      role: person.role,
    }
  }
  return { people, companies }
}

async function insertCompany(
  db: Db,
  workspace_id: number,
  key: CompanyKey,
  { tags, admins }: Staff,
  now: Date,
): Promise<string> {
  const { plan, days_ago, tags: tagNames, note, ...columns } = COMPANIES[key]
  const created_at = daysBefore(now, days_ago)
  const id = companyId(key)
  const members = Object.values(PEOPLE).filter((person: Person) => person.companies?.includes(key))
  const lastSeen = Math.min(...members.map((person) => person.seen_days_ago))
  const [planRow] = await db<{ id: number }[]>`
    insert into plans ${db({ workspace_id, name: plan }, 'workspace_id', 'name')}
    on conflict (workspace_id, name) do update set name = excluded.name returning id`
  await db`insert into companies ${db(
    {
      workspace_id,
      id,
      ...columns,
      custom_attributes: db.json(columns.custom_attributes),
      plan_id: planRow!.id,
      user_count: members.length,
      session_count: members.length * 12,
      tag_ids: tagNames.map((name) => tags.get(name)!),
      remote_created_at: created_at,
      last_request_at: daysBefore(now, lastSeen),
      created_at,
      updated_at: created_at,
    },
    'workspace_id',
    'id',
    'company_id',
    'name',
    'website',
    'industry',
    'size',
    'monthly_spend',
    'custom_attributes',
    'plan_id',
    'user_count',
    'session_count',
    'tag_ids',
    'remote_created_at',
    'last_request_at',
    'created_at',
    'updated_at',
  )}`
  for (const name of tagNames) {
    await db`insert into company_tags ${db({ workspace_id, company_id: id, tag_id: tags.get(name)!, applied_by: admins.maya, applied_at: now }, 'workspace_id', 'company_id', 'tag_id', 'applied_by', 'applied_at')}`
  }
  if (note)
    await insertNote(db, 'companies', {
      workspace_id,
      company_id: id,
      admin_id: admins.maya,
      body: `<p>${note}</p>`,
      created_at: now,
    })
  return id
}

async function insertPerson(
  db: Db,
  workspace_id: number,
  id: string,
  {
    role,
    days_ago,
    seen_days_ago,
    city,
    owner,
    companies = [],
    tags = [],
    custom_attributes = {},
    consent,
    note,
    grants = [],
    ...columns
  }: Person,
  companyIds: Customers['companies'],
  staff: Staff,
  now: Date,
): Promise<string> {
  const created_at = daysBefore(now, days_ago)
  const last_seen_at = daysBefore(now, seen_days_ago)
  const company_ids = companies.map((key) => companyIds[key])
  const tag_ids = tags.map((name) => staff.tags.get(name)!)
  await db`insert into contacts ${db(
    {
      workspace_id,
      id,
      role,
      ...columns,
      owner_id: owner ? staff.admins[owner] : null,
      custom_attributes: db.json(custom_attributes),
      company_ids,
      tag_ids,
      opted_in_subscription_type_ids: consent === 'opt_in' ? [staff.subscriptionTypeId] : [],
      opted_out_subscription_type_ids: consent === 'opt_out' ? [staff.subscriptionTypeId] : [],
      location_city: city?.[0] ?? null,
      location_region: city?.[1] ?? null,
      location_country: city?.[2] ?? null,
      location_country_code: city?.[3] ?? null,
      location_continent_code: city ? 'NA' : null,
      signed_up_at: role === 'user' ? created_at : null,
      last_seen_at,
      created_at,
      updated_at: last_seen_at,
    },
    'workspace_id',
    'id',
    'role',
    'external_id',
    'email',
    'phone',
    'name',
    'owner_id',
    'custom_attributes',
    'company_ids',
    'tag_ids',
    'opted_in_subscription_type_ids',
    'opted_out_subscription_type_ids',
    'location_city',
    'location_region',
    'location_country',
    'location_country_code',
    'location_continent_code',
    'signed_up_at',
    'last_seen_at',
    'created_at',
    'updated_at',
  )}`
  await insertActivity(db, workspace_id, { id, role, event_type: 'contact.created' }, created_at)
  for (const company_id of company_ids)
    await db`insert into contact_companies ${db({ workspace_id, contact_id: id, company_id, created_at }, 'workspace_id', 'contact_id', 'company_id', 'created_at')}`
  for (const tag_id of tag_ids) {
    await db`insert into contact_tags ${db({ workspace_id, contact_id: id, tag_id, applied_by: staff.admins.tomas, applied_at: now }, 'workspace_id', 'contact_id', 'tag_id', 'applied_by', 'applied_at')}`
  }
  for (const key of grants)
    await db`insert into contact_granted_companies ${db({ workspace_id, contact_id: id, company_id: companyIds[key], created_at: now }, 'workspace_id', 'contact_id', 'company_id', 'created_at')}`
  if (consent) {
    await db`insert into contact_subscriptions ${db(
      {
        workspace_id,
        contact_id: id,
        subscription_type_id: staff.subscriptionTypeId,
        consent_type: consent,
        created_at,
      },
      'workspace_id',
      'contact_id',
      'subscription_type_id',
      'consent_type',
      'created_at',
    )}`
  }
  if (note)
    await insertNote(db, 'contacts', {
      workspace_id,
      contact_id: id,
      admin_id: staff.admins.tomas,
      body: `<p>${note}</p>`,
      created_at: now,
    })
  return id
}

type Note = {
  workspace_id: number
  contact_id?: string
  company_id?: string
  admin_id: number
  body: string
  created_at: Date
}

async function insertNote(db: Db, table: 'contacts' | 'companies', note: Note): Promise<void> {
  const [row] = await db<
    { id: number }[]
  >`insert into notes ${db(note, 'workspace_id', 'contact_id', 'company_id', 'admin_id', 'body', 'created_at')} returning id`
  await db`
    update ${db(table)} set note_ids = note_ids || ${row!.id}::bigint
    where workspace_id = ${note.workspace_id} and id = ${(note.contact_id ?? note.company_id)!}`
}
