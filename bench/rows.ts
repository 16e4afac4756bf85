/** The rows of the benchmark: each measured load, its base, and the ratio to reach. */
import { history } from '../server/versions/index.ts'
import type { Beside, Kind } from './load.ts'
import type { Seed } from './seed.ts'

export interface Measured {
  name: string
  /** The floor's request, or another of ours where that is the base. */
  base: Kind
  against?: 'parley'
  ours: Kind
  /** Background traffic while our server is measured; the base runs without it. */
  beside?: Beside
  reach: number
}

let made = 0
const newContact = () => {
  const n = `${process.pid}-${++made}`
  return { external_id: `bench-${n}`, email: `bench-${n}@example.com`, name: 'Bench Mark' }
}

/** Another contact each time, so that no two are the same event. */
const newEvent = (contacts: number) => ({
  user_id: `user-${(++made % contacts) + 1}`,
  event_name: `did-${made % 20}`,
  created_at: Math.floor(Date.now() / 1000),
  metadata: {
    order_number: made,
    article: 'https://example.org/ab1de.html',
    price: { amount: 34999, currency: 'eur' },
  },
})

const get = (path: string, headers: Record<string, string>): Kind => ({ method: 'GET', path, headers })

const both = (kind: Kind) => ({ base: kind, ours: kind })

export function rows(seed: Seed): Measured[] {
  const authorization = { authorization: `Bearer ${seed.token}` }
  const inVersion = (version: string) => ({ ...authorization, 'intercom-version': version })
  const post = (path: string | (() => string), body: () => object): Kind => ({
    method: 'POST',
    path,
    body,
    headers: authorization,
  })
  const someConversation = () =>
    `/conversations/${seed.firstConversation + Math.floor(Math.random() * seed.conversations)}/reply`
  const answer = {
    type: 'admin',
    message_type: 'comment',
    admin_id: seed.adminId,
    body: '<p>It left our warehouse this morning.</p>',
  }
  const events = { kind: post('/events', () => newEvent(seed.contacts)), perSecond: 1000 }
  let converted = 0
  const nextToConvert = () => {
    if (converted >= seed.toConvert) throw new Error(`all ${seed.toConvert} conversations are converted: seed more`)
    return `/conversations/${seed.firstToConvert + converted++}/convert`
  }
  const byAttribute = { query: { field: `ticket_attribute.${seed.ticketAttribute}`, operator: '=', value: 'Grinder' } }
  const byEmail = { query: { field: 'email', operator: '=', value: seed.email } }
  const readContact = get(`/contacts/${seed.contactId}`, authorization)
  const readConversation = get(`/conversations/${seed.unanswered}`, authorization)
  const readArticle = get(`/articles/${seed.site.articleId}`, {})
  const searchByEmail = post('/contacts/search', () => byEmail)
  return [
    { name: 'GET /contacts/{id}', ...both(readContact), reach: 0.85 },
    { name: 'POST /contacts', ...both(post('/contacts', newContact)), reach: 0.75 },
    {
      name: 'GET /conversations/{id}, 10 parts',
      ...both(readConversation),
      reach: 0.6,
    },
    {
      name: 'GET /conversations/{id}, 500 parts',
      ...both(get(`/conversations/${seed.long}`, authorization)),
      reach: 0.6,
    },
    { name: 'POST /conversations/{id}/reply', ...both(post(someConversation, () => answer)), reach: 0.6 },
    {
      name: 'POST /conversations/{id}/convert',
      ...both(post(nextToConvert, () => ({ ticket_type_id: seed.ticketType }))),
      reach: 0.6,
    },
    { name: 'POST /contacts/search by email', ...both(searchByEmail), reach: 0.6 },
    { name: 'POST /tickets/search by attribute', ...both(post('/tickets/search', () => byAttribute)), reach: 0.6 },
    { name: 'an article of the help center', base: readArticle, ours: get(seed.site.article, {}), reach: 0.3 },
    ...['/contacts?per_page=50', '/conversations?per_page=20'].map((path) => ({
      name: `GET ${path}: the oldest version against Preview`,
      base: get(path, inVersion('Preview')),
      ours: get(path, inVersion(history.versions[0]!.name)),
      against: 'parley' as const,
      reach: 0.85,
    })),
    ...[readContact, readConversation, searchByEmail].map((kind, at) => ({
      name: `${['GET /contacts/{id}', 'GET /conversations/{id}', 'POST /contacts/search'][at]} while ${events.perSecond} events/s come in`,
      ...both(kind),
      against: 'parley' as const,
      beside: events,
      reach: 0.5,
    })),
  ]
}
