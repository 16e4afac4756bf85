import { NOBODY } from '../../test/documented-errors/ground.ts'
import { row, rows, type ErrorRow } from '../../test/documented-errors/row.ts'

export default [
  ...rows(404, 'not_found', 'User Not Found', {
    'GET /contacts/{}/granted_companies': () => [`/contacts/${NOBODY}/granted_companies`],
    'PUT /contacts/{}/granted_companies': () => [`/contacts/${NOBODY}/granted_companies`, { company_ids: [] }],
    'DELETE /contacts/{}/granted_companies/{}': () => [`/contacts/${NOBODY}/granted_companies/acme`],
  }),
  ...rows(404, 'company_not_found', 'Company Not Found', {
    'PUT /contacts/{}/granted_companies': async ({ newContact }) => [
      `/contacts/${await newContact()}/granted_companies`,
      { company_ids: ['unheard'] },
    ],
    'DELETE /contacts/{}/granted_companies/{}': async ({ newContact }) => [
      `/contacts/${await newContact()}/granted_companies/unheard`,
    ],
  }),
  row('PUT /contacts/{}/granted_companies', 400, 'parameter_invalid', /100/, async ({ newContact }) => [
    `/contacts/${await newContact()}/granted_companies`,
    { company_ids: Array.from({ length: 101 }, (_, at) => String(at)) },
  ]),
] satisfies ErrorRow[]
