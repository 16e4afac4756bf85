import { NOBODY } from '../../test/documented-errors/ground.ts'
import { row, rows, type ErrorRow } from '../../test/documented-errors/row.ts'

const SOMETHING_ELSE = [404, 'not_found', 'Resource Not Found'] as const

export default [
  ...rows(404, 'not_found', 'User Not Found', {
    'GET /contacts/{}/notes': () => [`/contacts/${NOBODY}/notes`],
    'POST /contacts/{}/notes': ({ adminId }) => [
      '/contacts/123/notes',
      { contact_id: 123, admin_id: adminId, body: 'Hello' },
    ],
  }),
  ...rows(...SOMETHING_ELSE, {
    'POST /contacts/{}/notes': async ({ newContact }) => [
      `/contacts/${await newContact()}/notes`,
      { admin_id: 123, body: 'Hello' },
    ],
    'GET /notes/{}': () => ['/notes/0'],
    'DELETE /notes/{}': () => ['/notes/0'],
  }),
  ...rows(400, 'parameter_invalid', 'Per Page is too big', {
    'GET /contacts/{}/notes': async ({ newContact }) => [`/contacts/${await newContact()}/notes?per_page=61`],
  }),
  ...rows(404, 'company_not_found', 'Company Not Found', {
    'GET /companies/{}/notes': () => [`/companies/${NOBODY}/notes`],
    'POST /companies/{}/notes': () => [`/companies/${NOBODY}/notes`, { body: 'Hello' }],
  }),
  row('POST /companies/{}/notes', 404, 'not_found', 'Resource Not Found', async ({ newCompany }) => [
    `/companies/${await newCompany()}/notes`,
    { body: 'Hello', admin_id: '123' },
  ]),
  ...rows(400, 'parameter_invalid', 'Per Page is too big', {
    'GET /companies/{}/notes': async ({ newCompany }) => [`/companies/${await newCompany()}/notes?per_page=61`],
  }),
] satisfies ErrorRow[]
