import { bulkErrors } from '../../test/documented-errors/bulk.ts'
import { NOBODY } from '../../test/documented-errors/ground.ts'
import { row, rows, type ErrorRow } from '../../test/documented-errors/row.ts'

const MERGED = "This contact has been merged. See the 'Link' header for the canonical contact."

const TAKEN = /^A contact matching those details already exists with id=[0-9a-f]{24}$/

const ARCHIVED = /^An archived contact matching those details already exists with id=[0-9a-f]{24}$/

const STRANGER = { custom_attributes: { unheard: 1 } }

const OPERATION = 'POST /contacts/search'

const refused = (code: string, message: string, body: object, extent = {}): ErrorRow =>
  row(OPERATION, 400, code, message, () => ['/contacts/search', body], extent)

const byName = { field: 'name', operator: '=', value: 'Ada' }

/** A group within a group within a group. */
const nested = (levels: number): object => (levels === 0 ? byName : { operator: 'AND', value: [nested(levels - 1)] })

export default [
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
  refused(
    'invalid_query',
    "Invalid query. Ensure 'field', 'operator', 'value' are present for field queries. Ensure 'operator' and 'value' for composite queries.",
    { query: { field: 'name' } },
  ),
  refused('invalid_values', 'Value depth exceeds 10 items', { query: nested(4) }),
  refused('invalid_value', '123 is not a valid string', { query: { ...byName, value: 123 } }),
  refused(
    'invalid_value',
    'Number of elements in composite query is greater than 15, please try again with a smaller list',
    { query: { operator: 'OR', value: Array.from({ length: 16 }, () => byName) } },
  ),
  refused('invalid_field', 'shoe_size is not a valid field', { query: { ...byName, field: 'shoe_size' } }),
  refused('invalid_operator', 'Composite operators must be of type AND or OR ', {
    query: { operator: 'XOR', value: [byName] },
  }),
  refused('invalid_operator', 'email does not support operator: >', {
    query: { field: 'email', operator: '>', value: 'a' },
  }),
  refused('bad_request', "bad 'random_param' parameter", { query: byName, random_param: 1 }),
  refused(
    'invalid_sort_order',
    "Invalid sort order 'desc'. Must be one of: ascending, descending",
    { query: byName, sort: { field: 'name', order: 'desc' } },
    { since: '2.16' },
  ),
  ...bulkErrors('contacts', 'contact', 1000),
] satisfies ErrorRow[]
