/**
 * Calls of the demo company: one that was taken, with its recording and transcript, one that nobody answered, and one
 * that rings as the demo is filled in.
 */
import { registerFinVoiceCall } from '../resources/calls/fin-voice/register.ts'
import { answerCall } from '../resources/calls/settings/answer.ts'
import { endCall } from '../resources/calls/settings/end.ts'
import { recordCall } from '../resources/calls/settings/record.ts'
import { startCall } from '../resources/calls/settings/start.ts'
import { transcribeCall } from '../resources/calls/settings/transcribe.ts'
import type { Act } from './act.ts'
import type { Customers } from './customers.ts'
import { PEOPLE, type PersonKey } from './people.ts'
import type { Staff } from './staff.ts'
import type { Timeline } from './timeline.ts'

const REGISTERED = { call_id: 'fernhill-call-0', source: 'zoom_phone', data: { queue: 'Machines' } }
const TRANSCRIPT = `Tomás: Fernhill Coffee, this is Tomás.
Nora: Hi, it's Nora. The machine on the second floor only gives steam.
Tomás: Is the light beside the tank on?
Nora: It is, and now I see why: the tank is not all the way in.`
const SUMMARY = 'The tank of a machine was not in its place.'

interface Scene {
  act: Act
  staff: Staff
  customers: Customers
  /** The last conversation of each person, once it has begun. */
  begun: Map<PersonKey, string>
}

export function planCalls(timeline: Timeline, { act, staff, customers, begun }: Scene): void {
  const { tomas } = staff.admins
  const phone = PEOPLE.nora.phone
  let params = { call_id: '' }
  timeline.add({ days: 20 }, async (at) => {
    await act(registerFinVoiceCall, at, { body: { phone_number: phone, ...REGISTERED } })
    const body = { direction: 'inbound', phone, contact_id: customers.people.get('nora'), admin_id: tomas }
    params = { call_id: (await act(startCall, at, { body })).id }
  })
  const whole = (minutes: number, deed: (at: Date) => Promise<unknown>) => timeline.add({ days: 20, minutes }, deed)
  whole(-0.2, (at) => act(answerCall, at, { params, body: { admin_id: tomas } }))
  whole(-2, (at) => act(endCall, at, { params, body: { ended_reason: 'completed' } }))
  whole(-3, (at) => act(recordCall, at, { params, body: RECORDING }))
  whole(-4, (at) => act(transcribeCall, at, { params, body: { text: TRANSCRIPT, summary: SUMMARY } }))
  timeline.add({ hours: 26 }, async (at) => {
    const body = {
      direction: 'outbound',
      phone: PEOPLE.lucia.phone,
      conversation_id: begun.get('lucia'),
      contact_id: customers.people.get('lucia'),
      admin_id: tomas,
    }
    params = { call_id: (await act(startCall, at, { body })).id }
  })
  timeline.add({ hours: 26, minutes: -1 }, (at) => act(endCall, at, { params, body: { ended_reason: 'no_answer' } }))
  timeline.add({}, (at) => {
    const contact_id = customers.people.get('nora')
    return act(startCall, at, { body: { direction: 'outbound', phone, contact_id, admin_id: tomas } })
  })
}

/** A second of silence: a WAV file of one channel, 8,000 samples of a byte. */
const RECORDING = { name: 'call.wav', content_type: 'audio/wav', data: silence(8000).toString('base64') }

function silence(samples: number): Buffer {
  const head = Buffer.alloc(44)
  head.write('RIFF')
  head.writeUInt32LE(36 + samples, 4)
  head.write('WAVEfmt ', 8)
  head.writeUInt32LE(16, 16)
  head.writeUInt16LE(1, 20)
  head.writeUInt16LE(1, 22)
  head.writeUInt32LE(8000, 24)
  head.writeUInt32LE(8000, 28)
  head.writeUInt16LE(1, 32)
  head.writeUInt16LE(8, 34)
  head.write('data', 36)
  head.writeUInt32LE(samples, 40)
  return Buffer.concat([head, Buffer.alloc(samples, 128)])
}
