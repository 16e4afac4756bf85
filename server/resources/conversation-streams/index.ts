/**
 * Streams of conversation events for a contact's client: create-token.ts gives access, serve.ts serves the stream as
 * server-sent events.
 */
import { createStreamToken } from './create-token.ts'
import { revokeStreamTokens } from './revoke-tokens.ts'

export const conversationStreams = [createStreamToken, revokeStreamTokens]
