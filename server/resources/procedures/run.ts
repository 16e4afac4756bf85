import Type from 'typebox'
import { parameterInvalid } from '../../http/errors.ts'
import { operation } from '../../http/operation.ts'
import { described, Text } from '../../schema/types.ts'
import { presentSession, ProcedureAnswer } from '../fin/answer.ts'
import { beginSession, refuseKnown } from '../fin/begin-session.ts'
import {
  AttributesOnly,
  ConversationIdInput,
  EmailSettings,
  Message,
  readId,
  readMessage,
  UserBody,
} from '../fin/inputs.ts'
import { lockExternalId } from '../fin/queries.ts'
import { knowUser } from '../fin/user.ts'
import { beginRun } from './begin-run.ts'
import { checkRunnable, holdProcedure } from './for-user.ts'

export const runProcedure = operation({
  method: 'POST',
  path: '/fin/procedures/{procedure_id}/run',
  group: 'Fin Agent',
  scopes: ['write_conversations'],
  summary: 'Run a procedure',
  description:
    'Begins a conversation of the user and takes the steps of the procedure in it. Its words come by events; a reply ' +
    'answers a question of the procedure. The run keeps the version that it began with.',
  inferred: 'the meaning of `environment`: any text is taken, and has no effect',
  params: Type.Object({ procedure_id: Type.String() }),
  body: described(
    Type.Object({
      conversation_id: ConversationIdInput,
      user: UserBody,
      message: described(Type.Optional(Message), 'The first message; the name of the procedure without one.'),
      conversation_metadata: AttributesOnly,
      settings: EmailSettings,
      environment: described(Type.Optional(Text()), 'Any text. It has no effect.'),
    }),
    'The user, and what begins the conversation.',
  ),
  reply: ProcedureAnswer,
  answer: 'The session, in which the procedure runs.',
  handle: async (ctx, { params, body }) => {
    const found = await holdProcedure(ctx, params.procedure_id)
    if (!found) throw parameterInvalid('Procedure not found')
    const procedure = checkRunnable(found)
    const externalId = readId(body.conversation_id, 'conversation_id is required')
    await lockExternalId(ctx.db, ctx.workspaceId, externalId)
    await refuseKnown(ctx, externalId)
    if (body.message) readMessage(body.message)
    const user = await knowUser(ctx, body.user)
    const { session, errors } = await beginSession(ctx, {
      externalId,
      user,
      message: body.message,
      title: procedure.title,
      source: 'workflow',
      metadata: body.conversation_metadata,
      asksBack: true,
      asEmail: body.settings?.email ?? false,
    })
    await beginRun(ctx, procedure, session, { message: body.message?.body ?? null })
    const { conversation_id, user_id, ...rest } = await presentSession(ctx, {
      session,
      errors,
      tellsConversation: true,
    })
    return { conversation_id, user_id, procedure_id: procedure.id, ...rest }
  },
})
