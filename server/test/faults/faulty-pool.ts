/**
 * A pool whose process dies, or whose transaction is a deadlock's victim, at a chosen statement. It stands between
 * the server and its database at the tag that `buildApp({ db })` is given.
 *
 *   const faulty = createFaultyPool(db)
 *   faulty.arm({ dieAt: 3 })          // statements 1 and 2 are done, none after them
 *   faulty.arm({ look: async () => … }) // before each statement: the database as a death there would leave it
 *   faulty.arm({ deadlocks: ['last', 'middle', 'first'] }) // which statement ends the first attempt, and those after
 *   it
 *   const { statements } = faulty.disarm()
 *
 * A commit counts as a statement; one outside of `during`, such as of a list that the server reads anew, does not. After
 * its death nothing reaches the database: open transactions are rolled back, as
 * PostgreSQL does when a connection is gone.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import { DatabaseError } from 'pg'
import type { Pool } from '../../db/pool.ts'

/** `savepoint`: the first statement within one, where the transaction has any. */
export type Place = 'first' | 'middle' | 'last' | 'savepoint'

export interface Plan {
  dieAt?: number | 'commit'
  /** Is waited for before each statement. */
  look?: () => Promise<void>
  /** Each ends one attempt of the transaction; the first is `last`, the commit, as it tells how many there are. */
  deadlocks?: Place[]
}

interface Savepoints {
  savepoint(work: (tx: Pool) => unknown): Promise<unknown>
}

export interface FaultyPool {
  db: Pool
  /** Runs a request, whose statements the plan is about. */
  during<R>(request: () => Promise<R>): Promise<R>
  arm(plan: Plan): void
  /**
   * Numbers of statements that were tried since and of attempts that ended as a deadlock's victim, and whether one
   * had a savepoint.
   */
  disarm(): { statements: number; deadlocks: number; savepoint: boolean }
}

export function createFaultyPool(real: Pool): FaultyPool {
  const requests = new AsyncLocalStorage<true>()
  let plan: Plan | undefined
  let statements = 0
  let deadlocks = 0
  let dead = false
  let savepoint = false

  /** Statements of the transaction's attempt, and of the attempt before. */
  let within = 0
  let all = 0

  /** @returns the error that the next statement meets */
  function next(kind: 'alone' | 'within' | 'savepoint' | 'commit'): Error | undefined {
    if (!plan || !requests.getStore()) return undefined
    statements += 1
    if (dead || statements === plan.dieAt || kind === plan.dieAt) {
      dead = true
      return Object.assign(new Error('the process is dead'), { code: 'CONNECTION_CLOSED' })
    }
    if (kind === 'alone') return undefined
    within += 1
    savepoint ||= kind === 'savepoint'
    if (kind === 'commit') all = within
    const place = plan.deadlocks?.[deadlocks]
    const at = { first: 1, middle: Math.ceil(all / 2), last: kind === 'commit' ? within : 0 }
    const isThere = place === 'savepoint' ? kind === 'savepoint' : place !== undefined && within === at[place]
    if (!isThere) return undefined
    deadlocks += 1
    within = 0
    return Object.assign(new DatabaseError('deadlock detected', 0, 'error'), { code: '40P01' })
  }

  const look = () => (requests.getStore() ? plan?.look?.() : undefined)

  const wrap = <D extends Pool>(db: D, kind: 'alone' | 'within' | 'savepoint'): D =>
    new Proxy(db, {
      apply(target, self, args: [TemplateStringsArray | unknown]) {
        const query = Reflect.apply(target as never, self, args) as Promise<unknown>
        const isQuery = Array.isArray((args[0] as TemplateStringsArray | undefined)?.raw)
        return isQuery ? held(query, look, () => next(kind)) : query
      },
      get(target, name) {
        if (name === 'begin') return (work: (tx: Pool) => Promise<unknown>) => begin(target, work)
        if (name === 'savepoint')
          return (work: (tx: Pool) => unknown) =>
            (target as never as Savepoints).savepoint((tx) => work(wrap(tx, 'savepoint')))
        const value = Reflect.get(target, name)
        return typeof value === 'function' ? value.bind(target) : value
      },
    })

  const begin = (db: Pool, work: (tx: Pool) => Promise<unknown>) =>
    db.begin(async (tx) => {
      const result = await work(wrap(tx as unknown as Pool, 'within'))
      await look()
      const error = next('commit')
      if (error) throw error
      return result
    })

  return {
    db: wrap(real, 'alone'),
    during: (request) => requests.run(true, request),
    arm(armed) {
      plan = armed
      statements = deadlocks = within = 0
      dead = savepoint = false
    },
    disarm() {
      plan = undefined
      return { statements, deadlocks, savepoint }
    },
  }
}

/** A query is sent when it is first awaited; one that only stands inside another is a fragment. */
function held(
  query: Promise<unknown>,
  look: () => Promise<void> | undefined,
  next: () => Error | undefined,
): Promise<unknown> {
  let asked = false
  let looked: Promise<void> | undefined
  let error: Error | undefined
  const then = query.then.bind(query) as typeof query.then
  const send = (...handlers: Parameters<typeof then>) =>
    error ? Promise.reject(error).then(...handlers) : then(...handlers)
  return Object.assign(query, {
    // oxlint-disable-next-line unicorn/no-thenable -- a query is a promise: this only holds it up
    then: (...handlers: Parameters<typeof then>) => {
      if (!asked) [looked, error] = [look(), next()]
      asked = true
      return looked ? looked.then(() => send(...handlers)) : send(...handlers)
    },
    catch: (handler: () => never) => query.then(undefined, handler),
    finally: (handler: () => void) => Promise.resolve(query).finally(handler),
  })
}
