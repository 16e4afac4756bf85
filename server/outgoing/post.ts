/** Posts to an address that somebody gave. Nothing but the status of the answer is wanted. */
import { explain, open, type Outgoing } from './open.ts'

export interface PostOptions extends Pick<Outgoing, 'headers' | 'reach'> {
  timeoutMs: number
}

/** The status of an answer, or why there is none. */
export type Answer = { status: number; error: null } | { status: null; error: string }

/** The most bytes of an answer that are read before its connection is closed. */
const READ = 64 * 1024

export async function post(url: string, body: Buffer, { timeoutMs, ...rest }: PostOptions): Promise<Answer> {
  try {
    const response = await open(new URL(url), { ...rest, method: 'POST', body, signal: AbortSignal.timeout(timeoutMs) })
    let read = 0
    response.on('error', () => {})
    response.on('data', (chunk: Buffer) => {
      read += chunk.length
      if (read > READ) response.destroy()
    })
    return { status: response.statusCode!, error: null }
  } catch (error) {
    return { status: null, error: explain(error as NodeJS.ErrnoException) }
  }
}
