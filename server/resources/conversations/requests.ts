import type { Sample } from '../../test/requests/request.ts'

const file = {
  content_type: 'image/gif',
  name: 'a.gif',
  data: 'R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7',
}

export default {
  'GET /conversations': {},
  'POST /conversations': {
    needs: ['a contact', 'a brand'],
    body: ({ 'a contact': { id }, 'a brand': brand }, { unique }) => ({
      from: { type: 'user', id },
      body: unique('question'),
      brand_id: brand!['id'],
      attachment_urls: ['https://example.com/a.png'],
    }),
  },
  'POST /conversations/search': {
    body: () => ({
      query: { field: 'created_at', operator: '>', value: 1 },
      pagination: { per_page: 5 },
      sort: { field: 'updated_at', order: 'ascending' },
    }),
  },
  'GET /conversations/deleted': {},
  'GET /conversations/{}': {},
  'PUT /conversations/{}': {
    needs: ['a company', 'an admin'],
    body: ({ 'a company': company, 'an admin': admin }, { unique }) => ({
      title: unique('title'),
      priority: 'high',
      company_id: company['id'],
      admin_id: admin['id'],
    }),
  },
  'DELETE /conversations/{}': { fresh: ['a conversation'] },
  'POST /conversations/{}/reply': {
    needs: ['an admin'],
    body: ({ 'an admin': admin }, { unique }) => ({
      type: 'admin',
      message_type: 'comment',
      admin_id: admin['id'],
      body: unique('answer'),
      attachment_urls: ['https://example.com/a.png'],
      attachment_files: [file],
      reply_options: [{ text: unique('option'), uuid: unique('uuid') }],
    }),
  },
  'POST /conversations/{}/parts': {
    needs: ['an admin', 'a team'],
    body: ({ 'an admin': admin, 'a team': team }, { unique }) => ({
      type: 'team',
      message_type: 'assignment',
      admin_id: admin['id'],
      assignee_id: team['id'],
      body: unique('reason'),
    }),
  },
  'POST /conversations/{}/rating': {
    needs: ['a contact'],
    fresh: ['a conversation'],
    before: ({ 'a conversation': { path } }, { send, adminId }) =>
      send('POST', `${path}/parts`, { message_type: 'close', type: 'admin', admin_id: adminId }),
    body: ({ 'a contact': { id } }, { unique }) => ({ intercom_user_id: id, rating: 4, remark: unique('remark') }),
  },
  'POST /conversations/{}/merge': {
    fresh: ['a conversation', 'a closed conversation'],
    needs: ['a closed conversation'],
    body: ({ 'a closed conversation': { id } }) => ({ merge_into_conversation_id: Number(id) }),
  },
  'POST /conversations/{}/run_assignment_rules': {},
  'POST /conversations/{}/customers': {
    needs: ['an admin', 'a lead'],
    fresh: ['a lead', 'a conversation'],
    body: ({ 'an admin': admin, 'a lead': { id } }) => ({ admin_id: admin['id'], customer: { intercom_user_id: id } }),
  },
  'DELETE /conversations/{}/customers/{}': {
    needs: ['an admin'],
    path: { contact_id: 'a lead' },
    fresh: ['a lead'],
    before: ({ 'a conversation': { path }, 'a lead': { id } }, { send, adminId }) =>
      send('POST', `${path}/customers`, { admin_id: adminId, customer: { intercom_user_id: id } }),
    body: ({ 'an admin': admin }) => ({ admin_id: admin['id'] }),
  },
  'POST /conversations/redact': {
    needs: ['a conversation'],
    fresh: ['a conversation'],
    body: ({ 'a conversation': { id, source } }) => ({ type: 'source', conversation_id: id, source_id: source.id }),
  },
} satisfies Record<string, Sample>
