/** A build that forgets the workspace: one kind of statement finds rows of every workspace. */
import type { Db, Pool, Transaction } from '../../db/pool.ts'

export interface Forgetful {
  /** Statements whose text matches lose their condition. */
  forgets: RegExp | undefined
  through(db: Pool): Pool
}

export function forgetful(): Forgetful {
  const build: Forgetful = { forgets: undefined, through: (db) => wrap(db) }

  function wrap<D extends Db>(db: D): D {
    return new Proxy(db, {
      apply: (target, _, [first, ...values]) => (target as any)(change(first), ...values),
      get(target, name) {
        if (name !== 'begin') return Reflect.get(target, name)
        return (...args: unknown[]) => {
          const work = args.pop() as (tx: Transaction) => unknown
          return (target as any).begin(...args, (tx: Transaction) => work(wrap(tx)))
        }
      },
    })
  }

  function change(first: unknown): unknown {
    const texts = first as TemplateStringsArray
    if (!Array.isArray(texts) || !('raw' in texts) || !build.forgets?.test(texts.join('?'))) return first
    const changed = texts.map((text) => text.replace(/workspace_id = $/, 'workspace_id > 0 and 0 < '))
    return Object.assign(changed, { raw: changed })
  }

  return build
}
