/** Messages that come again: a client that got no answer sends the same words with the same time. */
import { hash } from 'node:crypto'
import type { Ctx } from '../../context.ts'
import { saidAt, type MessageInput } from './inputs.ts'
import type { Held } from './lock.ts'
import { findSaid, type Session } from './queries.ts'
import { change } from './state.ts'

/** Messages that are alike within this time are one. */
const REPEATED_MS = 300_000

/** Words of others than the user, which the agent does not answer. */
interface Said {
  digest: string
  said_at: string
  /** In ms. */
  came_at: number
  /** True for the words that the session began with. */
  begins: boolean
}

/** @returns undefined for a message that did not come before, else whether the session began with it */
export async function findRepeated(
  ctx: Ctx,
  session: Session,
  message: MessageInput,
): Promise<{ begins: boolean } | undefined> {
  const said_at = saidAt(message, 'message')
  if (said_at === null) return undefined
  if (message.author !== 'user') {
    const digest = digestOf(message)
    return saidLately(ctx, session).find((said) => said.digest === digest && said.said_at === said_at)
  }
  const since = new Date(ctx.now.getTime() - REPEATED_MS)
  const number = await findSaid(ctx.db, ctx.workspaceId, session.id, { body: message.body, said_at, since })
  return number === undefined ? undefined : { begins: number === 1 }
}

/** Notes words of others, for their repetition to be known. */
export async function noteSaid(
  ctx: Ctx,
  held: Held,
  message: MessageInput,
  { begins }: { begins: boolean },
): Promise<void> {
  const said_at = saidAt(message, 'message')
  if (said_at === null) return
  const said: Said = { digest: digestOf(message), said_at, came_at: ctx.now.getTime(), begins }
  await change(ctx, held, { said_by_others: [...saidLately(ctx, held.session), said] })
}

const saidLately = ({ now }: Ctx, { said_by_others }: Session): Said[] =>
  (said_by_others as Said[]).filter(({ came_at }) => came_at > now.getTime() - REPEATED_MS)

const digestOf = ({ author, body }: MessageInput): string => hash('sha256', `${author} ${body}`)
