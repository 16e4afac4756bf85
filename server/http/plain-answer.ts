/**
 * Answers that are not JSON: a redirect, or a text file to save. An operation declares one as its reply, and its
 * handler returns it.
 *
 *   reply: RedirectReply, status: 302, handle: async (ctx) => new Redirect(ctx.addressOf('/elsewhere'))
 */
import type { FastifyReply } from 'fastify'
import type { TSchema } from 'typebox'
import Type from 'typebox'

export class Redirect {
  readonly location: string

  constructor(location: string) {
    this.location = location
  }
}

export class TextFile {
  readonly name: string
  readonly text: string

  /** @param name in ASCII, without quotes */
  constructor(name: string, text: string) {
    this.name = name
    this.text = text
  }
}

export const RedirectReply = Type.Unsafe<Redirect>({ type: 'null', 'x-answer': 'redirect' })
export const TextReply = Type.Unsafe<TextFile>({ type: 'string', 'x-answer': 'text' })

/** True of operations that answer whatever media type the client accepts. */
export const isPlain = (reply: TSchema): boolean => 'x-answer' in reply

export function sendPlain(reply: FastifyReply, answer: Redirect | TextFile) {
  if (answer instanceof Redirect) return reply.header('Location', answer.location).send('')
  return reply
    .header('Content-Type', 'text/plain; charset=utf-8')
    .header('Content-Disposition', `attachment; filename="${answer.name}"`)
    .send(answer.text)
}
