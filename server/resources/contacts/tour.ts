import { step } from '../../test/tour/step.ts'

export default [
  step('POST /contacts', {
    needs: ['admin'],
    gives: { user: (contact) => contact.id },
    go: (c, { admin }) =>
      c.post('/contacts', {
        external_id: 'user-1',
        email: 'ada@example.com',
        phone: '+353871234567',
        name: 'Ada Lovelace',
        avatar: 'https://example.com/ada.png',
        owner_id: Number(admin),
        signed_up_at: 1_700_000_000,
      }),
  }),
  step('POST /contacts', {
    gives: { lead: (lead) => lead.id },
    go: (c) => c.post('/contacts', { role: 'lead', email: 'ada@example.com', name: 'A. Lovelace' }),
  }),
  step('POST /contacts', {
    gives: { other: (contact) => contact.id },
    go: (c) => c.post('/contacts', { external_id: 'user-2', email: 'bob@example.com' }),
  }),
  step('GET /contacts/{}', { needs: ['user'], go: (c, { user }) => c.get(`/contacts/${user}`) }),
  step('PUT /contacts/{}', {
    needs: ['user'],
    go: (c, { user }) => c.put(`/contacts/${user}`, { name: 'Ada King', language_override: 'en' }),
  }),
  step('GET /contacts/find_by_external_id/{}', { go: (c) => c.get('/contacts/find_by_external_id/user-1') }),
  step('GET /contacts', { go: (c) => c.get('/contacts?per_page=2') }),
  step('POST /contacts/search', {
    go: (c) =>
      c.post('/contacts/search', {
        query: {
          operator: 'AND',
          value: [
            { field: 'created_at', operator: '>', value: 1 },
            { field: 'role', operator: '=', value: 'user' },
          ],
        },
        sort: { field: 'name', order: 'ascending' },
        pagination: { per_page: 1 },
      }),
  }),
  step('POST /contacts/{}/archive', { needs: ['other'], go: (c, { other }) => c.post(`/contacts/${other}/archive`) }),
  step('POST /contacts/{}/unarchive', {
    needs: ['other'],
    go: (c, { other }) => c.post(`/contacts/${other}/unarchive`),
  }),
  step('POST /contacts/bulk', {
    gives: { contactsJob: (job) => job.id },
    go: (c) =>
      c.post('/contacts/bulk', { contacts: [{ external_id: 'user-3', companies: [{ company_id: 'company-1' }] }] }),
  }),
  step('PUT /contacts/bulk', {
    needs: ['user', 'contactsJob'],
    go: (c, { user, contactsJob }) =>
      c.put('/contacts/bulk', { contacts: [{ id: user, name: 'Ada' }], job: { id: contactsJob } }),
  }),
  step('POST /contacts/bulk/delete', {
    needs: ['other'],
    go: (c, { other }) => c.post('/contacts/bulk/delete', { contacts: [{ id: other }] }),
  }),
  step('GET /contacts/bulk/{}', {
    needs: ['contactsJob'],
    go: (c, { contactsJob }) => c.get(`/contacts/bulk/${contactsJob}`),
  }),
  step('POST /contacts/merge/preview', {
    needs: ['lead', 'user'],
    go: (c, { lead, user }) => c.post('/contacts/merge/preview', { from: lead, into: user }),
  }),
  step('POST /contacts/merge', {
    needs: ['user', 'employer'],
    ends: ['lead'],
    go: (c, { lead, user }) => c.post('/contacts/merge', { from: lead, into: user }),
  }),
  step('GET /contacts/activities', { go: (c) => c.get('/contacts/activities?per_page=3') }),
  step('GET /contacts/deleted', { go: (c) => c.get('/contacts/deleted?per_page=5') }),
  step('GET /contacts/{}/merge_history', {
    needs: ['user'],
    go: (c, { user }) => c.get(`/contacts/${user}/merge_history`),
  }),
  step('POST /contacts/{}/block', { ends: ['other'], go: (c, { other }) => c.post(`/contacts/${other}/block`) }),
  step('DELETE /contacts/{}', { ends: ['user'], go: (c, { user }) => c.delete(`/contacts/${user}`) }),
]
