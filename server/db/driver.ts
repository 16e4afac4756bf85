/**
 * The driver, postgres.js, as it is but for where its functions lie. It makes some for every query:
 *
 *   this.resolve = x => …
 *
 * The engine takes a function that is assigned to a property as it is written for a method, which is
 * here to stay, and puts it among what is old. From there it holds its query, the query its rows
 * and parameters: no young collection frees them, each takes ten times as long, and everybody waits.
 * A function that is assigned to a variable first is made among what is young.
 */
import { registerHooks } from 'node:module'
import type postgres from 'postgres'

const IS_DRIVER = /\/postgres\/src\/\w+\.js$/
const ASSIGNED_FUNCTION = /(?<=\.\w+ = )(?=(?:async )?(?:\w+|\([^()]*\)) =>)/g

/** Source of a module in which no function is assigned to a property as it is written. */
export function withYoungFunctions(source: string): string {
  const changed = source.replaceAll(ASSIGNED_FUNCTION, 'young = ')
  return changed === source ? source : `let young; ${changed}`
}

const hooks = registerHooks({
  load(url, context, nextLoad) {
    const loaded = nextLoad(url, context)
    if (!IS_DRIVER.test(url)) return loaded
    return { ...loaded, source: withYoungFunctions(Buffer.from(loaded.source as Uint8Array).toString()) }
  },
})
export const driver: typeof postgres = (await import('postgres')).default
hooks.deregister()
