import { NOBODY } from '../../test/documented-errors/ground.ts'
import { row, rows, type ErrorRow } from '../../test/documented-errors/row.ts'

const BY_MAIL = { message_type: 'email', template: 'plain' }

export default [
  row('POST /messages', 400, 'parameter_invalid', 'Body is required', async ({ adminId, newContact }) => [
    '/messages',
    {
      ...BY_MAIL,
      from: { type: 'admin', id: adminId },
      to: { type: 'user', id: await newContact() },
      subject: 'Hello',
      body: null,
    },
  ]),
  row(
    'POST /messages',
    422,
    'parameter_not_found',
    'No subject supplied for email message',
    async ({ adminId, newContact }) => [
      '/messages',
      {
        ...BY_MAIL,
        from: { type: 'admin', id: adminId },
        to: { type: 'user', id: await newContact() },
        body: 'Hello',
      },
    ],
  ),
  row(
    'POST /messages',
    400,
    'parameter_invalid',
    'Invalid SMS message body',
    async ({ adminId, newContact }) => [
      '/messages',
      {
        message_type: 'sms',
        from: { type: 'admin', id: adminId },
        to: { type: 'user', id: await newContact() },
        body: 'heyy https://picsum.photos/200/300',
      },
    ],
    { since: 'Preview' },
  ),
  row('GET /messages/whatsapp/status', 404, 'whatsapp_message_not_found', 'Whatsapp message not found', () => [
    '/messages/whatsapp/status?message_id=wamid_none',
  ]),
  ...rows(404, 'not_found', 'User Not Found', {
    'GET /contacts/{}/banners': () => [`/contacts/${NOBODY}/banners`],
  }),
  ...rows(404, 'not_found', 'Resource Not Found', {
    'POST /contacts/{}/banners/{}/dismiss': async ({ newContact }) => [
      `/contacts/${await newContact()}/banners/1/dismiss`,
    ],
  }),
  ...rows(404, 'not_found', 'Brand not found', { 'GET /brands/{}': () => ['/brands/1'] }),
  ...rows(404, 'not_found', 'Email setting not found', { 'GET /emails/{}': () => ['/emails/1'] }),
] satisfies ErrorRow[]
