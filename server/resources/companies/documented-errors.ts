import { bulkErrors } from '../../test/documented-errors/bulk.ts'
import { NOBODY, type Ground } from '../../test/documented-errors/ground.ts'
import { row, rows, type ErrorRow } from '../../test/documented-errors/row.ts'

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

const STRANGER = { custom_attributes: { unheard: 1 } }

const byName = { field: 'name', operator: '=', value: 'Ada' }

export default [
  ...rows(404, 'not_found', 'User Not Found', {
    'GET /contacts/{}/companies': () => [`/contacts/${NOBODY}/companies`],
    'DELETE /contacts/{}/companies/{}': async ({ newCompany }) => [
      `/contacts/${NOBODY}/companies/${await newCompany()}`,
    ],
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
  }),
  ...rows(404, 'company_not_found', 'Company Not Found', {
    'GET /companies': () => ['/companies?company_id=nobody'],
    'GET /companies/{}': () => [`/companies/${NOBODY}`],
    'PUT /companies/{}': () => [`/companies/${NOBODY}`, { name: 'Nobody' }],
    'DELETE /companies/{}': () => [`/companies/${NOBODY}`],
    'GET /companies/{}/contacts': () => [`/companies/${NOBODY}/contacts`],
    'GET /companies/{}/segments': () => [`/companies/${NOBODY}/segments`],
  }),
  ...rows(400, 'bad_request', "bad 'test' parameter", {
    'POST /companies': () => ['/companies', { company_id: 'strange', test: 'invalid' }],
    'PUT /companies/{}': async ({ newCompany }) => [`/companies/${await newCompany()}`, { test: 'invalid' }],
  }),
  ...rows(400, 'parameter_invalid', "Custom attribute 'unheard' does not exist", {
    'POST /companies': () => ['/companies', { company_id: 'strange', ...STRANGER }],
    'PUT /companies/{}': async ({ newCompany }) => [`/companies/${await newCompany()}`, STRANGER],
  }),
  ...rows(400, 'parameter_invalid', 'Per Page is too big', {
    'GET /companies': () => ['/companies?per_page=61'],
    'POST /companies/list': () => ['/companies/list?per_page=61'],
  }),
  // Paged by a cursor since, which clamps.
  row(
    'GET /companies/{}/contacts',
    400,
    'parameter_invalid',
    'Per Page is too big',
    async ({ newCompany }) => [`/companies/${await newCompany()}/contacts?per_page=61`],
    { until: '2.16' },
  ),
  ...rows(
    400,
    'parameter_invalid',
    'order must be one of: asc, desc',
    {
      'POST /companies/list': () => ['/companies/list?order=sideways'],
      'GET /companies': () => ['/companies?order=sideways'],
    },
    { since: '2.17' },
  ),
  ...rows(
    400,
    'bad_request',
    'page limit reached, please use scroll API',
    {
      'GET /companies': () => ['/companies?per_page=60&page=167'],
      'POST /companies/list': () => ['/companies/list?per_page=60&page=167'],
    },
    { limited: true },
  ),
  row(
    'GET /companies/scroll',
    400,
    'scroll_exists',
    'scroll already exists for this workspace',
    async ({ newest, newContact, newCompany }, client) => {
      await newest.post(`/contacts/${await newContact()}/companies`, { id: await newCompany() })
      await client.get('/companies/scroll')
      return ['/companies/scroll']
    },
    { limited: true },
  ),
  row('GET /companies/scroll', 404, 'not_found', 'scroll parameter not found', () => [
    '/companies/scroll?scroll_param=unknown',
  ]),
  ...['segment_id', 'plan.name'].map((field) =>
    row('POST /companies/search', 400, 'invalid_field', `${field} is not a valid search field`, () => [
      '/companies/search',
      { query: { ...byName, field } },
    ]),
  ),
  ...bulkErrors('companies', 'company', 100),
] satisfies ErrorRow[]
