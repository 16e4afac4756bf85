import Type from 'typebox'
import { lockWorkspace } from '../../../db/workspace-lock.ts'
import { apiError, parameterInvalid } from '../../../http/errors.ts'
import { operation } from '../../../http/operation.ts'
import { readE164 } from '../../../phone.ts'
import { described, Nullable } from '../../../schema/types.ts'
import { FinVoiceCall, presentFinVoiceCall } from './fin-voice-call.ts'
import { matchRegistration } from './match.ts'
import * as queries from './queries.ts'

const SOURCES = ['five9', 'zoom_phone', 'nice_cxone', 'dialpad', 'generic']
const USUAL_SOURCE = 'aws_connect'

export const registerFinVoiceCall = operation({
  method: 'POST',
  path: '/fin_voice/register',
  group: 'Calls',
  scopes: ['read_conversations'],
  summary: 'Register a call under the id of another system',
  description:
    'The registration is matched with the call that a provider reports under the same id, or else with the same ' +
    'phone number, before or after. An id is registered once.',
  inferred: 'the codes of the refusals, and that a number which is not in E.164 is refused',
  body: described(
    Type.Object({
      phone_number: Type.String({ maxLength: 64, description: 'In E.164.' }),
      call_id: Type.String({
        minLength: 1,
        maxLength: 255,
        description: 'The id that the other system gives the call.',
      }),
      source: Type.Optional(
        Nullable(
          Type.String({
            maxLength: 255,
            description: `One of ${SOURCES.join(', ')}; any other is ${USUAL_SOURCE}.`,
          }),
        ),
      ),
      vendor_internal_id: described(
        Type.Optional(Nullable(Type.String({ maxLength: 191 }))),
        'The id that the provider gives the call.',
      ),
      data: described(
        Type.Optional(Nullable(Type.Record(Type.String(), Type.Unknown()))),
        'Data to keep with the call, by name.',
      ),
    }),
    'The call to register.',
  ),
  reply: FinVoiceCall,
  answer: 'The registered call.',
  refusals: { 409: 'Another call has the call_id.' },
  handle: async (ctx, { body }) => {
    const { db, workspaceId, now } = ctx
    const phone = readE164(body.phone_number)
    if (phone === undefined) throw parameterInvalid('phone_number must be in E.164 format', 'phone_number')
    await lockWorkspace(db, workspaceId)
    const source = SOURCES.find((name) => name === body.source) ?? USUAL_SOURCE
    const registration = await queries.insertRegistration(db, workspaceId, {
      phone,
      external_id: body.call_id,
      source,
      vendor_internal_id: body.vendor_internal_id ?? null,
      data: body.data ?? {},
      created_at: now,
    })
    if (!registration) throw apiError(409, 'conflict', 'A call with that call_id is registered')
    await matchRegistration(db, workspaceId, registration)
    return presentFinVoiceCall(ctx, await queries.getRegistration(db, workspaceId, registration.id))
  },
})
