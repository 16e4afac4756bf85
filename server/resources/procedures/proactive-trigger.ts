import Type from 'typebox'
import { apiError, notFound, parameterInvalid } from '../../http/errors.ts'
import { operation } from '../../http/operation.ts'
import { described, IdOf, Nullable, Text } from '../../schema/types.ts'
import { beginSession } from '../fin/begin-session.ts'
import { optionalId, readId } from '../fin/inputs.ts'
import { findUser } from '../fin/user.ts'
import { beginRun } from './begin-run.ts'
import { checkRunnable, holdProcedure } from './for-user.ts'

const MOST_CONTEXT = 10_000

const UserId = optionalId('Your own id of the user: the `external_id` of a contact that is there.')

export const triggerProcedure = operation({
  method: 'POST',
  path: '/procedures/{procedure_id}/proactive_trigger',
  group: 'Procedures',
  scopes: ['write_conversations'],
  summary: 'Start a procedure with a known user',
  description:
    'Begins a conversation with a user that is known, and takes the steps of the procedure in it. Its session has the id ' +
    'of the conversation. Steps know the context as variables.',
  inferred: 'statuses, codes, the scope, and that the context is known as variables',
  params: Type.Object({ procedure_id: Type.String() }),
  body: described(
    Type.Object({
      user: described(Type.Optional(Nullable(Type.Object({ id: UserId }))), 'The user: your own id of it.'),
      locale: described(Type.Optional(Nullable(Text(35))), 'The language of the user. It has no effect.'),
      context: described(
        Type.Optional(Nullable(Type.Record(Type.String(), Type.Unknown()))),
        'Facts for the procedure, by the names of variables.',
      ),
    }),
    'The user, and what the procedure is to know.',
  ),
  reply: Type.Object({
    status: Type.Literal('triggered'),
    conversation_id: IdOf('conversation'),
    procedure_id: IdOf('procedure'),
  }),
  answer: 'The conversation that began.',
  handle: async (ctx, { params, body }) => {
    const found = await holdProcedure(ctx, params.procedure_id)
    if (!found) throw apiError(404, 'not_found', 'Procedure not found')
    const procedure = checkRunnable(found)
    const id = readId(body.user?.id, 'User ID is required')
    const variables = body.context ?? {}
    if (JSON.stringify(variables).length > MOST_CONTEXT)
      throw parameterInvalid(`context must not be longer than ${MOST_CONTEXT} characters`, 'context')
    const contact = await findUser(ctx, id)
    if (!contact) throw notFound('contact')
    const { session } = await beginSession(ctx, {
      externalId: undefined,
      user: { id, contact, errors: {} },
      message: undefined,
      title: procedure.title,
      source: 'workflow',
      asksBack: true,
      asEmail: false,
    })
    await beginRun(ctx, procedure, session, { message: null, variables })
    return {
      status: 'triggered' as const,
      conversation_id: String(session.thread_id),
      procedure_id: procedure.id,
    }
  },
})
