/** The ways in which members of a segment are asked for, and segments whose filters a version could read otherwise. */
import type { Client } from '../app.ts'

const at = (hour: number) => Date.UTC(2024, 4, 10, hour) / 1000
const DAY = 86_400

export interface Member {
  id: string
  name: string
}

export interface SegmentOf {
  id: string
  person_type: string
  filter: object
}

type Body = Record<string, any>

/** Three people of one day, and one of long ago: whole days and seconds tell them apart differently. */
export const people = (now: number): Body[] => [
  { name: 'morning', role: 'user', external_id: 'morning', signed_up_at: at(8), last_seen_at: now - 30 * DAY + 3600 },
  { name: 'evening', role: 'user', external_id: 'evening', signed_up_at: at(20), last_seen_at: now - 30 * DAY - 3600 },
  { name: 'old', role: 'user', external_id: 'old', signed_up_at: at(8) - 400 * DAY, last_seen_at: now - 90 * DAY },
  { name: 'lead', role: 'lead', signed_up_at: at(20), last_seen_at: now - 30 * DAY + 3600 },
]

export const companies: Body[] = [
  { company_id: 'morning', name: 'morning', remote_created_at: at(8), monthly_spend: 10 },
  { company_id: 'evening', name: 'evening', remote_created_at: at(20), monthly_spend: 20 },
]

const one = (field: string, operator: string, value: unknown) => ({ field, operator, value })

/** By name: of whom, the filter, and whom it finds. */
export const segments: Record<string, { person_type: string; filter: Body; members: string[] }> = {
  'after noon': { person_type: 'user', filter: one('signed_up_at', '>', at(12)), members: ['evening'] },
  'before noon': { person_type: 'user', filter: one('signed_up_at', '<', at(12)), members: ['morning', 'old'] },
  'at eight': { person_type: 'user', filter: one('signed_up_at', '=', at(8)), members: ['morning'] },
  'not at eight': { person_type: 'user', filter: one('signed_up_at', '!=', at(8)), members: ['evening', 'old'] },
  'seen in 30 days': {
    person_type: 'user',
    filter: one('last_seen_at', '>', { days_ago: 30 }),
    members: ['morning'],
  },
  'leads after noon': { person_type: 'contact', filter: one('signed_up_at', '>', at(12)), members: ['lead'] },
  'all of': {
    person_type: 'user',
    filter: { operator: 'AND', value: [one('signed_up_at', '>', at(6)), one('signed_up_at', '<', at(12))] },
    members: ['morning'],
  },
  'companies after noon': {
    person_type: 'company',
    filter: one('remote_created_at', '>', at(12)),
    members: ['evening'],
  },
  'companies at eight': { person_type: 'company', filter: one('remote_created_at', '=', at(8)), members: ['morning'] },
}

/** Made after the others: it asks for one of them. */
export const nested = (id: string) => ({
  person_type: 'user',
  filter: one('segment_id', '=', id),
  members: segments['after noon']!.members,
})

interface Way {
  /** The operation that it asks, as `versions/` and the settings name it. */
  operation: string
  /** Subjects that the segment may have. */
  of: 'people' | 'companies' | 'all'
  /** @returns the names of the members, or how many there are */
  members(client: Client, segment: SegmentOf, all: Member[]): Promise<string[] | number>
}

const names = (rows: Member[]) => rows.map(({ name }) => name)
const inIt = (rows: SegmentOf[], { id }: SegmentOf) => rows.find((row) => row.id === id) as Body

const search =
  (query: (id: string) => Body, others = false): Way['members'] =>
  async (client, { id, person_type }, all) => {
    const { body } = await client.post('/contacts/search', { query: query(id) })
    const found = names(body.data)
    if (found.length !== body.total_count) throw new Error(`${body.total_count} in all, ${found.length} on the page`)
    const role = person_type === 'user' ? 'user' : 'lead'
    return others
      ? names(all.filter((person) => (person as Body)['role'] === role && !found.includes(person.name)))
      : found
  }

const each =
  (path: (id: string) => string): Way['members'] =>
  async (client, { id }, all) => {
    const found: Member[] = []
    for (const member of all) {
      const { body } = await client.get(path(member.id))
      if ((body.data ?? body.segments.segments).some((segment: Body) => segment['id'] === id)) found.push(member)
    }
    return names(found)
  }

const way = (operation: string, of: Way['of'], members: Way['members']): Way => ({ operation, of, members })

export const ways: Way[] = [
  way(
    'POST /contacts/search',
    'people',
    search((id) => one('segment_id', '=', id)),
  ),
  way(
    'POST /contacts/search',
    'people',
    search((id) => one('segment_id', 'IN', [id])),
  ),
  way(
    'POST /contacts/search',
    'people',
    search((id) => ({ operator: 'OR', value: [one('segment_id', '=', id)] })),
  ),
  way(
    'POST /contacts/search',
    'people',
    search((id) => one('segment_id', '!=', id), true),
  ),
  way(
    'POST /contacts/search',
    'people',
    search((id) => one('segment_id', 'NIN', [id]), true),
  ),
  way(
    'GET /contacts/{}/segments',
    'people',
    each((id) => `/contacts/${id}/segments`),
  ),
  way(
    'GET /companies/{}/segments',
    'companies',
    each((id) => `/companies/${id}/segments`),
  ),
  way(
    'GET /companies/{}',
    'companies',
    each((id) => `/companies/${id}`),
  ),
  way('GET /companies', 'companies', async (client, { id }) =>
    names((await client.get(`/companies?segment_id=${id}`)).body.data),
  ),
  way(
    'GET /segments',
    'people',
    async (client, segment) => inIt((await client.get('/segments?include_count=true')).body.segments, segment)['count'],
  ),
  way(
    'GET /segments/{}',
    'people',
    async (client, { id }) => (await client.get(`/segments/${id}?include_count=true`)).body.count,
  ),
  way(
    'GET /parley/segments',
    'all',
    async (client, segment) =>
      inIt((await client.get('/parley/segments?include_count=true')).body.data, segment)['count'],
  ),
  way(
    'GET /parley/segments/{}',
    'all',
    async (client, { id }) => (await client.get(`/parley/segments/${id}?include_count=true`)).body.count,
  ),
  way('POST /parley/segments/preview', 'all', async (client, { person_type, filter }) =>
    names((await client.post('/parley/segments/preview', { person_type, filter })).body.data),
  ),
  way(
    'POST /parley/segments/preview',
    'all',
    async (client, { person_type, filter }) =>
      (await client.post('/parley/segments/preview', { person_type, filter })).body.count,
  ),
]

/** Operations that name segments and show no members of them. */
export const SHOW_NO_MEMBERS: Record<string, string> = {
  'POST /parley/segments': 'answers the definition alone',
  'PUT /parley/segments/{}': 'answers the definition alone',
  'DELETE /parley/segments/{}': 'answers the id alone',
  'POST /content/bulk_actions': 'names audiences of contents, not segments of people',
}
