import { NOBODY } from './ground.ts'
import { row, rows, type ErrorRow } from './row.ts'

const STRANGER = { custom_attributes: { unheard: 1 } }

export const companies: ErrorRow[] = [
  ...rows(404, 'company_not_found', 'Company Not Found', {
    'GET /companies': () => ['/companies?company_id=nobody'],
    'GET /companies/{}': () => [`/companies/${NOBODY}`],
    'PUT /companies/{}': () => [`/companies/${NOBODY}`, { name: 'Nobody' }],
    'DELETE /companies/{}': () => [`/companies/${NOBODY}`],
    'GET /companies/{}/contacts': () => [`/companies/${NOBODY}/contacts`],
    'GET /companies/{}/segments': () => [`/companies/${NOBODY}/segments`],
    'GET /companies/{}/notes': () => [`/companies/${NOBODY}/notes`],
    'POST /companies/{}/notes': () => [`/companies/${NOBODY}/notes`, { body: 'Hello' }],
  }),
  row('POST /companies/{}/notes', 404, 'not_found', 'Resource Not Found', async ({ newCompany }) => [
    `/companies/${await newCompany()}/notes`,
    { body: 'Hello', admin_id: '123' },
  ]),
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
    'GET /companies/{}/notes': async ({ newCompany }) => [`/companies/${await newCompany()}/notes?per_page=61`],
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
  ...rows(400, 'parameter_invalid', 'order must be one of: asc, desc', {
    'POST /companies/list': () => ['/companies/list?order=sideways'],
    'GET /companies': () => ['/companies?order=sideways'],
  }),
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
]
