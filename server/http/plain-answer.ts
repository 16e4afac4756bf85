/**
 * Answers that are not JSON: a redirect, a text file to save, or a stored file that is streamed. An operation declares
 * one as its reply, and its handler returns it.
 *
 *   reply: RedirectReply, status: 302, handle: async (ctx) => new Redirect(ctx.addressOf('/elsewhere'))
 */
import type { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { TSchema } from 'typebox'
import Type from 'typebox'
import type { Accepting } from './accept.ts'
import { sendStored } from './stored-file.ts'

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

export interface StoredFileFacts {
  /** In ASCII, without quotes. */
  name: string
  contentType: string
  /** In bytes. */
  size: number
  /** A strong entity tag, with its quotes. */
  tag: string
  /** The bytes of a range, both ends included. */
  open(from: number, to: number): Readable
}

/** A file that is too large to be held: it is streamed, whole or a range of it. */
export class StoredFile {
  readonly facts: StoredFileFacts

  constructor(facts: StoredFileFacts) {
    this.facts = facts
  }
}

export const RedirectReply = Type.Unsafe<Redirect>({ type: 'null', 'x-answer': 'redirect' })
export const TextReply = Type.Unsafe<TextFile>({ type: 'string', 'x-answer': 'text' })
export const StoredFileReply = Type.Unsafe<StoredFile>({ type: 'string', format: 'binary', 'x-answer': 'file' })

/** Media types that the client of an operation must accept. */
export function acceptingOf(reply: TSchema): Accepting {
  const kind = (reply as { 'x-answer'?: string })['x-answer']
  const octets = kind === 'file'
  return { anyAccept: kind !== undefined && !octets, octets }
}

type Plain = Redirect | TextFile | StoredFile

export const isPlainAnswer = (answer: unknown): answer is Plain =>
  answer instanceof Redirect || answer instanceof TextFile || answer instanceof StoredFile

export function sendPlain(request: FastifyRequest, reply: FastifyReply, answer: Plain) {
  if (answer instanceof Redirect) return reply.header('Location', answer.location).send('')
  if (answer instanceof StoredFile) return sendStored(request, reply, answer.facts)
  return reply
    .header('Content-Type', 'text/plain; charset=utf-8')
    .header('Content-Disposition', `attachment; filename="${answer.name}"`)
    .send(answer.text)
}
