import Type from 'typebox'
import type { Ctx } from '../../../context.ts'
import { fromUnix } from '../../../clock.ts'
import { lockWorkspace } from '../../../db/workspace-lock.ts'
import { apiError, notFound, parameterInvalid } from '../../../http/errors.ts'
import { operation } from '../../../http/operation.ts'
import { readE164 } from '../../../phone.ts'
import { described, IdInput, Nullable, TimeInput } from '../../../schema/types.ts'
import { findAdmin } from '../../admins/queries.ts'
import { getContactForUpdate } from '../../contacts/queries.ts'
import { lockConversation } from '../../conversations/target.ts'
import { Call, presentCall } from '../call.ts'
import { hasExternalId } from '../queries.ts'
import { callReports } from '../reports.ts'
import { MANUAL } from './manual.ts'

export const startCall = operation({
  api: 'settings',
  method: 'POST',
  path: '/parley/calls',
  group: 'Calls',
  summary: 'Record a call',
  description: 'The call has started; that it was answered and has ended are requests of their own.',
  body: described(
    Type.Object({
      direction: described(Type.Enum(['inbound', 'outbound']), '`inbound` if the contact calls, else `outbound`.'),
      phone: Type.Optional(
        Nullable(Type.String({ maxLength: 64, description: 'The number on the other end, in E.164.' })),
      ),
      conversation_id: described(
        Type.Optional(Nullable(IdInput)),
        'The id of the conversation that the call belongs to; null for none.',
      ),
      contact_id: described(
        Type.Optional(Nullable(IdInput)),
        'The id of the contact on the other end; null if unknown.',
      ),
      admin_id: described(
        Type.Optional(Nullable(IdInput)),
        'The id of the admin who makes or takes the call; null for none.',
      ),
      external_id: Type.Optional(
        Nullable(Type.String({ maxLength: 255, description: 'The id that another system gives the call.' })),
      ),
      initiated_at: described(
        Type.Optional(Nullable(TimeInput)),
        'When the call started, not in the future; now by default.',
      ),
    }),
    'The new call.',
  ),
  reply: Call,
  answer: 'The new call.',
  refusals: {
    404: 'The admin, the contact or the conversation does not exist.',
    409: 'Another call has the external_id.',
  },
  handle: async (ctx, { body }) => {
    const { db, workspaceId, now } = ctx
    const externalId = body.external_id || null
    await lockWorkspace(db, workspaceId)
    if (externalId !== null && (await hasExternalId(db, workspaceId, MANUAL, externalId)))
      throw apiError(409, 'conflict', 'There is a call with that external_id', 'external_id')
    const row = await callReports(ctx, MANUAL).started({
      direction: body.direction,
      initiatedAt: body.initiated_at == null ? now : fromUnix(body.initiated_at),
      phone: readPhone(body.phone),
      externalId,
      conversationId:
        body.conversation_id == null ? null : (await lockConversation(ctx, String(body.conversation_id))).id,
      contactId:
        body.contact_id == null ? null : (await getContactForUpdate(db, workspaceId, String(body.contact_id))).id,
      adminId: body.admin_id == null ? null : await readAdmin(ctx, body.admin_id),
    })
    return presentCall(ctx, row)
  },
})

function readPhone(text: string | null | undefined): string | null {
  if (text == null || text === '') return null
  const phone = readE164(text)
  if (phone === undefined) throw parameterInvalid('phone must be in E.164 format', 'phone')
  return phone
}

/** @throws 404 admin_not_found */
export async function readAdmin({ db, workspaceId }: Ctx, id: string | number): Promise<number> {
  const admin = await findAdmin(db, workspaceId, id)
  if (!admin) throw notFound('admin')
  return admin.id
}
