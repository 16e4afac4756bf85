/** The customers: companies, people, and what hangs on them. */
import { unix } from '../clock.ts'
import type { Db } from '../db/pool.ts'
import { withIds } from '../ids.ts'
import { attachCompany } from '../resources/companies/attach-to-contact.ts'
import { createCompany } from '../resources/companies/create.ts'
import { updateCompany } from '../resources/companies/update.ts'
import { createContact } from '../resources/contacts/create.ts'
import { updateContact } from '../resources/contacts/update.ts'
import { replaceGrantedCompanies } from '../resources/granted-companies/replace.ts'
import { createCompanyNote } from '../resources/notes/create-for-company.ts'
import { createContactNote } from '../resources/notes/create-for-contact.ts'
import { attachSubscription } from '../resources/subscriptions/attach-to-contact.ts'
import { createTag } from '../resources/tags/create.ts'
import { tagContact } from '../resources/tags/tag-contact.ts'
import type { Act } from './act.ts'
import { COMPANIES, type CompanyKey } from './company.ts'
import { companyId, personId } from './ids.ts'
import { paragraph } from './paragraph.ts'
import { PEOPLE, type Person, type PersonKey } from './people.ts'
import type { Staff } from './staff.ts'
import type { Timeline } from './timeline.ts'
import { insertVisitor, updatePlace, updateSessions } from './unmade.ts'

/** Ids by key, once the timeline came to their making. */
export interface Customers {
  people: Map<PersonKey, string>
  companies: Map<CompanyKey, string>
}

interface Scene {
  db: Db
  workspaceId: number
  act: Act
  staff: Staff
}

export function planCustomers(timeline: Timeline, scene: Scene): Customers {
  const customers: Customers = { people: new Map(), companies: new Map() }
  for (const key of Object.keys(COMPANIES) as CompanyKey[]) planCompany(timeline, scene, key, customers)
  for (const [key, person] of Object.entries(PEOPLE) as [PersonKey, Person][])
    planPerson(timeline, scene, key, person, customers)
  planGrants(timeline, scene, customers)
  return customers
}

function planCompany(timeline: Timeline, { db, workspaceId, act, staff }: Scene, key: CompanyKey, made: Customers) {
  const { days_ago, tags, note, ...details } = COMPANIES[key]
  const { maya } = staff.admins
  const members = Object.values(PEOPLE).filter((person: Person) => person.companies?.includes(key))
  timeline.add({ days: days_ago }, async (at) => {
    const body = { ...details, remote_created_at: unix(at) }
    const { id } = await withIds([companyId(key)], () => act(createCompany, at, { body }))
    made.companies.set(key, id)
    await updateSessions(db, workspaceId, id, members.length * 12)
    for (const name of tags) await act(createTag, at, { body: { name, companies: [{ id }] } }, maya)
    if (note) await act(createCompanyNote, at, { params: { company_id: id }, body: { body: paragraph(note) } }, maya)
  })
  timeline.add({ days: Math.min(...members.map((person) => person.seen_days_ago)) }, (at) =>
    act(updateCompany, at, {
      params: { company_id: made.companies.get(key)! },
      body: { update_last_request_at: true },
    }),
  )
}

function planPerson(timeline: Timeline, scene: Scene, key: PersonKey, person: Person, made: Customers) {
  const { db, workspaceId, act, staff } = scene
  const { role, days_ago, seen_days_ago, city, owner, companies = [], tags = [], ...others } = person
  const { consent, note, grants: _, ...details } = others
  if (role === 'visitor') {
    const seen = timeline.at({ days: seen_days_ago })
    timeline.add({ days: days_ago }, async (at) => {
      made.people.set(key, await insertVisitor(db, workspaceId, personId(key), person.external_id!, at, seen))
    })
    return
  }
  const { tomas } = staff.admins
  timeline.add({ days: days_ago }, async (at) => {
    const body = {
      role,
      ...details,
      ...(owner && { owner_id: staff.admins[owner] }),
      ...(role === 'user' && { signed_up_at: unix(at) }),
    }
    const { id } = await withIds([personId(key)], () => act(createContact, at, { body }))
    made.people.set(key, id)
    const params = { contact_id: id }
    if (city) await updatePlace(db, workspaceId, id, city)
    for (const company of companies) await act(attachCompany, at, { params, body: { id: made.companies.get(company) } })
    for (const name of tags) await act(tagContact, at, { params, body: { id: staff.tags.get(name) } }, tomas)
    if (consent)
      await act(attachSubscription, at, { params, body: { id: staff.subscriptionTypeId, consent_type: consent } })
    if (note) await act(createContactNote, at, { params, body: { body: paragraph(note) } }, tomas)
  })
  timeline.add({ days: seen_days_ago }, (at) =>
    act(updateContact, at, { params: { contact_id: made.people.get(key)! }, body: { last_seen_at: unix(at) } }),
  )
}

/** Once all companies are there. */
function planGrants(timeline: Timeline, { act }: Scene, made: Customers) {
  for (const [key, { grants = [] }] of Object.entries(PEOPLE) as [PersonKey, Person][]) {
    if (grants.length === 0) continue
    const body = { company_ids: grants.map((company) => COMPANIES[company].company_id) }
    timeline.add({ days: 60 }, (at) =>
      act(replaceGrantedCompanies, at, { params: { contact_id: made.people.get(key)! }, body }),
    )
  }
}
