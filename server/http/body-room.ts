/**
 * Bounds the memory that the bodies of requests take, from their arrival to the end of their answers. A body takes
 * the room that its length announces, or, where it comes in chunks, the room of what has come.
 */
import { Transform, type Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { ApiError } from './errors.ts'

const MIB = 1024 ** 2
/** The most that a body may hold. */
export const BODY_LIMIT = 4 * MIB
/** Bodies below it take no more than the headers that anybody may send. */
const SMALL = 16 * 1024

export interface BodyRoom {
  /**
   * Takes room until the answer has ended.
   * @returns the body to be read
   * @throws 503 service_unavailable where there is none; so fails the body that comes in chunks
   */
  take(workspaceId: number, request: FastifyRequest, reply: FastifyReply, body: Readable): Readable
}

/** @param limits in bytes, of all workspaces and of one */
export function createBodyRoom(limits = { all: 96 * MIB, workspace: 32 * MIB }): BodyRoom {
  let taken = 0
  const takenBy = new Map<number, number>()

  function add(workspaceId: number, bytes: number): void {
    const of = (takenBy.get(workspaceId) ?? 0) + bytes
    if (bytes > 0 && (taken + bytes > limits.all || of > limits.workspace)) throw full()
    taken += bytes
    if (of > 0) takenBy.set(workspaceId, of)
    else takenBy.delete(workspaceId)
  }

  function takeAnnounced(workspaceId: number, bytes: number, { raw }: FastifyReply): void {
    add(workspaceId, bytes)
    raw.once('close', () => add(workspaceId, -bytes))
  }

  /** Passes the same bytes on, each of which takes its room as it comes. */
  function takeChunks(workspaceId: number, { raw }: FastifyReply, body: Readable): Readable {
    let bytes = 0
    raw.once('close', () => add(workspaceId, -bytes))
    const counted = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        try {
          add(workspaceId, chunk.length)
        } catch (error) {
          return done(error as Error)
        }
        bytes += chunk.length
        done(null, chunk)
      },
    })
    counted.on('error', () => {}) // told to the reader, unless the body was refused before it was read
    body.once('close', () => counted.destroy(body.readableEnded ? undefined : new Error('the request was cut off')))
    return body.pipe(counted)
  }

  return {
    take(workspaceId, { headers }, reply, body) {
      if (headers['transfer-encoding'] !== undefined) return takeChunks(workspaceId, reply, body)
      const bytes = Number(headers['content-length'] ?? 0)
      // Larger bodies than allowed are refused before they are read.
      if (bytes > SMALL && bytes <= BODY_LIMIT) takeAnnounced(workspaceId, bytes, reply)
      return body
    },
  }
}

const full = () =>
  new ApiError(503, 'service_unavailable', 'Too many large requests are under way', undefined, { 'Retry-After': '1' })
