import { randomBytes } from 'node:crypto'
import Type from 'typebox'
import { unix } from '../../clock.ts'
import { notFound } from '../../http/errors.ts'
import { operation } from '../../http/operation.ts'
import { described, model, Timestamp } from '../../schema/types.ts'
import { findContactsBy, identifiers } from '../conversations/senders.ts'
import { insertStreamToken } from './queries.ts'

const LIFETIME_MS = 3_600_000

/** The contact of a request, by one of its identifiers. */
export const ContactBody = described(Type.Object(identifiers), 'The contact, named by one of its identifiers.')

const Link = Type.Object({
  method: described(Type.String(), 'The method of the request.'),
  href: described(Type.String(), 'The address.'),
})

export const StreamToken = model('conversation_stream_token', {
  type: Type.Literal('conversation_stream_token'),
  expires_at: described(Timestamp, 'When the token ends, and the streams that follow by it.'),
  stream: described(
    Type.Object({
      provider: described(Type.Literal('parley'), 'Always `parley`: this server serves the stream.'),
      url: described(Type.String(), 'The host of the stream.'),
      channel: described(Type.String(), 'The stream of the contact.'),
      token: described(Type.String(), 'The access to the stream.'),
    }),
    'The stream: `GET /streams/{channel}?token={token}` on its host answers server-sent events.',
  ),
  links: described(
    Type.Object({
      self: described(Link, 'The stream itself.'),
      revoke: described(Link, 'The request that ends all tokens of the contact.'),
    }),
    'Addresses that belong to the token.',
  ),
})

export const createStreamToken = operation({
  method: 'POST',
  path: '/conversations/stream_tokens',
  group: 'Conversations',
  scopes: ['read_conversations'],
  summary: 'Create a token for a stream of conversation events',
  description:
    'For an hour. With it a client of the contact follows its conversations: messages that it may see, closing, ' +
    'opening and ratings, but no notes. A stream goes on after the `Last-Event-ID` that the client sends.',
  inferred: 'the method, the path and the body; `provider` and the links are our own',
  body: ContactBody,
  reply: StreamToken,
  answer: 'The token with its stream.',
  handle: async (ctx, { body }) => {
    const [contact] = await findContactsBy(ctx.db, ctx.workspaceId, body)
    if (!contact) throw notFound('contact')
    const token = randomBytes(32).toString('base64url')
    const expiresAt = new Date(ctx.now.getTime() + LIFETIME_MS)
    await insertStreamToken(ctx.db, ctx.workspaceId, { contactId: contact.id, token, expiresAt, now: ctx.now })
    const channel = `conversation_stream:${ctx.workspace.app_id}:${contact.id}`
    const href = ctx.addressOf(`/streams/${channel}`)
    return {
      type: 'conversation_stream_token' as const,
      expires_at: unix(expiresAt),
      stream: { provider: 'parley' as const, url: new URL(href).host, channel, token },
      links: {
        self: { method: 'GET', href },
        revoke: { method: 'POST', href: ctx.addressOf('/conversations/stream_tokens/revoke') },
      },
    }
  },
})
