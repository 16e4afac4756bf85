import type { Sample } from '../../test/requests/request.ts'

export default {
  'GET /contacts/{}/tags': {},
  'POST /contacts/{}/tags': { needs: ['a tag'], body: ({ 'a tag': tag }) => ({ id: tag['id'] }) },
  'DELETE /contacts/{}/tags/{}': {
    before: ({ 'a contact': contact, 'a tag': { id } }, scene) =>
      scene.send('POST', `/contacts/${contact['id']}/tags`, { id }),
  },
  'GET /tags': {},
  'POST /tags': {
    needs: ['a tag', 'a contact', 'a company'],
    body: ({ 'a tag': { id }, 'a contact': contact, 'a company': company }) => ({
      id,
      users: [{ id: contact['id'] }],
      contacts: [{ id: contact['id'] }],
      companies: [{ id: company['id'] }],
    }),
  },
  'GET /tags/{}': {},
  'DELETE /tags/{}': { fresh: ['a tag'] },
  'POST /conversations/{}/tags': {
    needs: ['a tag', 'an admin'],
    body: ({ 'a tag': { id }, 'an admin': admin }) => ({ id, admin_id: admin['id'] }),
  },
  'DELETE /conversations/{}/tags/{}': {
    needs: ['an admin'],
    before: ({ 'a conversation': { path }, 'a tag': { id } }, { send, adminId }) =>
      send('POST', `${path}/tags`, { id, admin_id: adminId }),
    body: ({ 'an admin': admin }) => ({ admin_id: admin['id'] }),
  },
  'POST /tickets/{}/tags': {
    needs: ['a tag', 'an admin'],
    body: ({ 'a tag': tag, 'an admin': admin }) => ({ id: tag['id'], admin_id: admin['id'] }),
  },
  'DELETE /tickets/{}/tags/{}': {
    needs: ['an admin'],
    body: ({ 'an admin': admin }) => ({ admin_id: admin['id'] }),
  },
  'POST /content_snippets/{}/tags': {
    needs: ['a tag', 'an admin'],
    body: ({ 'a tag': tag, 'an admin': admin }) => ({ id: tag['id'], admin_id: admin['id'] }),
  },
  'DELETE /content_snippets/{}/tags/{}': {},
  'POST /internal_articles/{}/tags': {
    needs: ['a tag', 'an admin'],
    body: ({ 'a tag': tag, 'an admin': admin }) => ({ id: tag['id'], admin_id: admin['id'] }),
  },
  'DELETE /internal_articles/{}/tags/{}': {},
  'POST /ai/external_pages/{}/tags': {
    needs: ['a tag', 'an admin'],
    body: ({ 'a tag': tag, 'an admin': admin }) => ({ id: tag['id'], admin_id: admin['id'] }),
  },
  'DELETE /ai/external_pages/{}/tags/{}': {},
} satisfies Record<string, Sample>
