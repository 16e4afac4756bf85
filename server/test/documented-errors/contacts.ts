import { NOBODY } from './ground.ts'
import { row, rows, type ErrorRow } from './row.ts'

const MERGED = "This contact has been merged. See the 'Link' header for the canonical contact."
const TAKEN = /^A contact matching those details already exists with id=[0-9a-f]{24}$/
const ARCHIVED = /^An archived contact matching those details already exists with id=[0-9a-f]{24}$/
const STRANGER = { custom_attributes: { unheard: 1 } }

export const contacts: ErrorRow[] = [
  row('GET /contacts/{}', 410, 'contact_merged', MERGED, async ({ newMerged }) => [`/contacts/${await newMerged()}`], {
    since: '2.16',
  }),
  row(
    'GET /contacts/find_by_external_id/{}',
    410,
    'contact_merged',
    MERGED,
    async ({ newMerged, number }) => {
      const external_id = `merged-${number()}`
      await newMerged({ external_id })
      return [`/contacts/find_by_external_id/${external_id}`]
    },
    { since: '2.16' },
  ),
  row('GET /contacts/{}/merge_history', 404, 'not_found', 'Contact not found', () => [
    `/contacts/${NOBODY}/merge_history`,
  ]),

  ...rows(
    400,
    'parameter_not_allowed',
    'skip_duplicate_validation cannot be used to merge users',
    Object.fromEntries(
      ['/contacts/merge', '/contacts/merge/preview'].map((path) => [
        `POST ${path}`,
        async ({ newContact }) => [
          path,
          { from: await newContact(), into: await newContact(), skip_duplicate_validation: true },
        ],
      ]),
    ),
    { since: 'Preview' },
  ),
  row(
    'POST /contacts/merge',
    400,
    'invalid_merge',
    'Users can only be merged when they have the same email or phone.',
    async ({ newContact }) => ['/contacts/merge', { from: await newContact(), into: await newContact() }],
    { since: 'Preview' },
  ),
  ...rows(400, 'invalid_per_page', 'per_page must be a positive integer', {
    'GET /contacts/activities': () => ['/contacts/activities?per_page=none'],
    'GET /contacts/deleted': () => ['/contacts/deleted?per_page=0'],
  }),
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

  row('POST /contacts', 409, 'conflict', TAKEN, async ({ newContact, number }) => {
    const external_id = `taken-${number()}`
    await newContact({ external_id })
    return ['/contacts', { external_id }]
  }),
  row('PUT /contacts/{}', 409, 'conflict', TAKEN, async ({ newContact, number }) => {
    const external_id = `taken-${number()}`
    await newContact({ external_id })
    return [`/contacts/${await newContact()}`, { external_id }]
  }),
  row('POST /contacts', 409, 'conflict', ARCHIVED, async ({ newest, newContact, number }) => {
    const external_id = `archived-${number()}`
    await newest.post(`/contacts/${await newContact({ external_id })}/archive`)
    return ['/contacts', { external_id }]
  }),
  row('POST /contacts', 422, 'not_restorable', /blocked/, async ({ newest, newContact, number }) => {
    const external_id = `blocked-${number()}`
    await newest.post(`/contacts/${await newContact({ external_id })}/block`)
    return ['/contacts', { external_id }]
  }),
  ...rows(400, 'parameter_invalid', "Custom attribute 'unheard' does not exist", {
    'POST /contacts': () => ['/contacts', { role: 'lead', ...STRANGER }],
    'PUT /contacts/{}': async ({ newContact }) => [`/contacts/${await newContact()}`, STRANGER],
  }),
  ...rows(400, 'parameter_invalid', 'The owner specified is not a member of the workspace', {
    'POST /contacts': () => ['/contacts', { role: 'lead', owner_id: 7 }],
    'PUT /contacts/{}': async ({ newContact }) => [`/contacts/${await newContact()}`, { owner_id: 7 }],
  }),
  row(
    'POST /contacts/merge',
    400,
    'invalid_merge',
    'Contacts can only be merged when they are duplicates (matching email or phone). ' +
      'Pass skip_duplicate_validation=true to override this check.',
    async ({ newContact }) => [
      '/contacts/merge',
      { from: await newContact({ role: 'lead' }), into: await newContact() },
    ],
    { since: '2.16' },
  ),
  row(
    'POST /contacts/merge',
    400,
    'invalid_merge',
    'Merging can only be performed on a lead into a user',
    async ({ newContact }) => [
      '/contacts/merge',
      { from: await newContact(), into: await newContact({ role: 'lead' }) },
    ],
  ),
]
