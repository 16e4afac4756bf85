import { code, type Sides } from '../../test/sides/scene.ts'

export default {
  AddressSeveralContacts: {
    since: '2.14',
    see: async (client, scene) => {
      const to = [{ type: 'user', id: await scene.newContact() }]
      const from = { type: 'admin', id: scene.adminId }
      return code(await client.post('/messages', { from, to, message_type: 'inapp', body: 'Hello' }))
    },
    before: [400, 'parameter_invalid'],
    after: [200, undefined],
  },
  SendWhatsapp: {
    since: '2.16',
    see: async (client, scene) => {
      const from = { type: 'admin', id: scene.adminId }
      const to = { phone: '353871234567', name: 'Ada' }
      const components = [{ type: 'BODY', parameters: [{ type: 'text', text: 'Ready' }] }]
      return code(await client.post('/messages', { from, to, message_type: 'whatsapp', template: 'ready', components }))
    },
    before: [400, 'parameter_invalid'],
    after: [200, undefined],
  },
  SendSms: {
    since: 'Preview',
    see: async (client, scene) => {
      const from = { type: 'admin', id: scene.adminId }
      const to = { type: 'user', id: await scene.newContact({ phone: '+353871234568' }) }
      return code(await client.post('/messages', { from, to, message_type: 'sms', body: 'Ready' }))
    },
    before: [400, 'parameter_invalid'],
    after: [200, undefined],
  },
} satisfies Record<string, Sides>
