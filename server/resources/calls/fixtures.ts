import { byId, fixture, type Made } from '../../test/fixtures/fixture.ts'
import type { Scene } from '../../test/fixtures/scene.ts'

/** A number of a range that is set aside for examples. */
const numberOf = ({ unique }: Scene) => `+1555010${unique('').match(/\d+$/)![0].padStart(4, '0')}`

const start = (scene: Scene, details: Made = {}) =>
  scene.send('POST', '/parley/calls', { direction: 'inbound', phone: numberOf(scene), ...details })

const data = Buffer.from('a recording').toString('base64')

export const callFixtures = {
  // So early that any time of an answer or an end follows it.
  'a ringing call': fixture({ make: (scene) => start(scene, { initiated_at: -30_610_224_000 }) }),
  'a call': fixture({
    needs: ['a contact', 'a conversation', 'an admin'],
    params: { call_id: byId },
    async make(scene, { 'a contact': contact, 'a conversation': conversation, 'an admin': admin }) {
      const external_id = scene.unique('call')
      const { id } = await start(scene, {
        conversation_id: conversation!['id'],
        contact_id: contact!['id'],
        admin_id: admin!['id'],
        external_id,
      })
      const path = `/parley/calls/${id}`
      await scene.send('POST', `${path}/answer`, {})
      await scene.send('PUT', `${path}/recording`, {
        name: `${scene.unique('recording')}.mp3`,
        content_type: 'audio/mpeg',
        data,
      })
      await scene.send('PUT', `${path}/transcript`, { text: scene.unique('words'), summary: scene.unique('summary') })
      return { ...(await scene.send('POST', `${path}/end`, {})), external_id }
    },
  }),
  'a deleted call': fixture({
    consumes: ['a call'],
    removed: 'a call',
    make: async ({ send }, { 'a call': call }) => {
      await send('DELETE', `/parley/calls/${call!['id']}`)
      return call!
    },
  }),
  'a registered call': fixture({
    needs: ['a conversation'],
    params: {
      registration_id: byId,
      external_call_id: (made) => String(made['external_call_id']),
      phone_number: (made) => String(made['user_phone_number']),
    },
    async make(scene, { 'a conversation': conversation }) {
      const phone = numberOf(scene)
      await start(scene, { phone, conversation_id: conversation!['id'] })
      return scene.send('POST', '/fin_voice/register', {
        phone_number: phone,
        call_id: scene.unique('call'),
        vendor_internal_id: scene.unique('vendor'),
        data: { queue: scene.unique('queue') },
      })
    },
  }),
}
