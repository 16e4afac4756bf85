/** Lists of a contact: companies, notes, segments, subscriptions, tags. */
import { NOBODY, type Ground } from './ground.ts'
import { row, rows, type ErrorRow } from './row.ts'

const SOMETHING_ELSE = [404, 'not_found', 'Resource Not Found'] as const

async function subscriptionOf({ newest }: Ground): Promise<string> {
  const [type] = (await newest.get('/subscription_types')).body.data
  return type.id
}

async function fullContact({ newContact, newCompany, app }: Ground): Promise<[contact: string, company: string]> {
  const [contact, company] = [await newContact(), await newCompany()]
  const workspace_id = app.workspace.id
  await app.db`
    insert into companies (workspace_id, id, company_id, created_at, updated_at)
    select ${workspace_id}, md5(${contact} || n), ${contact} || n, now(), now() from generate_series(1, 1000) n`
  await app.db`
    insert into contact_companies (workspace_id, contact_id, company_id, created_at)
    select ${workspace_id}, ${contact}, md5(${contact} || n), now() from generate_series(1, 1000) n`
  await app.db`
    update contacts set company_ids = (
      select array_agg(company_id) from contact_companies
      where workspace_id = ${workspace_id} and contact_id = ${contact})
    where workspace_id = ${workspace_id} and id = ${contact}`
  return [contact, company]
}

export const listsOfContact: ErrorRow[] = [
  ...rows(404, 'not_found', 'User Not Found', {
    'GET /contacts/{}/companies': () => [`/contacts/${NOBODY}/companies`],
    'DELETE /contacts/{}/companies/{}': async ({ newCompany }) => [
      `/contacts/${NOBODY}/companies/${await newCompany()}`,
    ],
    'GET /contacts/{}/notes': () => [`/contacts/${NOBODY}/notes`],
    'POST /contacts/{}/notes': ({ adminId }) => [
      '/contacts/123/notes',
      { contact_id: 123, admin_id: adminId, body: 'Hello' },
    ],
    'GET /contacts/{}/segments': () => [`/contacts/${NOBODY}/segments`],
    'GET /contacts/{}/subscriptions': () => [`/contacts/${NOBODY}/subscriptions`],
    'POST /contacts/{}/subscriptions': async (ground) => [
      `/contacts/${NOBODY}/subscriptions`,
      { id: await subscriptionOf(ground), consent_type: 'opt_in' },
    ],
    'DELETE /contacts/{}/subscriptions/{}': async (ground) => [
      `/contacts/${NOBODY}/subscriptions/${await subscriptionOf(ground)}`,
    ],
    'GET /contacts/{}/tags': () => [`/contacts/${NOBODY}/tags`],
    'POST /contacts/{}/tags': async ({ newTag }) => [`/contacts/${NOBODY}/tags`, { id: await newTag() }],
    'DELETE /contacts/{}/tags/{}': async ({ newTag }) => [`/contacts/${NOBODY}/tags/${await newTag()}`],
  }),
  ...rows(...SOMETHING_ELSE, {
    'POST /contacts/{}/notes': async ({ newContact }) => [
      `/contacts/${await newContact()}/notes`,
      { admin_id: 123, body: 'Hello' },
    ],
    'POST /contacts/{}/subscriptions': async ({ newContact }) => [
      `/contacts/${await newContact()}/subscriptions`,
      { id: 'invalid_id', consent_type: 'opt_in' },
    ],
    'DELETE /contacts/{}/subscriptions/{}': async ({ newContact }) => [
      `/contacts/${await newContact()}/subscriptions/invalid_id`,
    ],
    'POST /contacts/{}/tags': async ({ newContact }) => [`/contacts/${await newContact()}/tags`, { id: '123' }],
    'DELETE /contacts/{}/tags/{}': async ({ newContact }) => [`/contacts/${await newContact()}/tags/123`],
    'GET /notes/{}': () => ['/notes/0'],
    'DELETE /notes/{}': () => ['/notes/0'],
    'GET /segments/{}': () => [`/segments/${NOBODY}`],
  }),
  ...rows(404, 'company_not_found', 'Company Not Found', {
    'POST /contacts/{}/companies': async ({ newContact }) => [
      `/contacts/${await newContact()}/companies`,
      { id: '123' },
    ],
    'DELETE /contacts/{}/companies/{}': async ({ newContact }) => [
      `/contacts/${await newContact()}/companies/${NOBODY}`,
    ],
  }),
  row('POST /contacts/{}/companies', 400, 'parameter_not_found', 'company not specified', async ({ newContact }) => [
    `/contacts/${await newContact()}/companies`,
  ]),
  row(
    'POST /contacts/{}/companies',
    400,
    'contact_company_limit_exceeded',
    'Contact has reached the maximum of 1000 company associations',
    async (ground) => {
      const [contact, id] = await fullContact(ground)
      return [`/contacts/${contact}/companies`, { id }]
    },
  ),
  ...rows(400, 'parameter_invalid', 'Per Page is too big', {
    'GET /contacts/{}/companies': async ({ newContact }) => [`/contacts/${await newContact()}/companies?per_page=61`],
    'GET /contacts/{}/notes': async ({ newContact }) => [`/contacts/${await newContact()}/notes?per_page=61`],
  }),
]
