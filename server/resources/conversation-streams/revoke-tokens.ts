import Type from 'typebox'
import { notFound } from '../../http/errors.ts'
import { operation } from '../../http/operation.ts'
import { findContactsBy } from '../conversations/senders.ts'
import { ContactBody } from './create-token.ts'
import { deleteStreamTokens } from './queries.ts'

export const revokeStreamTokens = operation({
  method: 'POST',
  path: '/conversations/stream_tokens/revoke',
  group: 'Conversations',
  scopes: ['read_conversations'],
  summary: 'Revoke the stream tokens of a contact',
  description: 'Ends all tokens of the contact. Open streams end within a second.',
  inferred: 'the method, the path, the body and the answer',
  body: ContactBody,
  reply: Type.Null(),
  answer: 'Nothing: the tokens are gone.',
  status: 204,
  handle: async (ctx, { body }) => {
    const [contact] = await findContactsBy(ctx.db, ctx.workspaceId, body)
    if (!contact) throw notFound('contact')
    await deleteStreamTokens(ctx.db, ctx.workspaceId, contact.id)
    return null
  },
})
