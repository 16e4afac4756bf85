/**
 * The driver, postgres.js 3.4.9, as it is but for four things that make a server slow.
 *
 * Where its functions lie. It makes some for every query:
 *
 *   this.resolve = x => …
 *
 * The engine takes a function that is assigned to a property as it is written for a method, which is
 * here to stay, and puts it among what is old. From there it holds its query, the query its rows
 * and parameters: no young collection frees them, each takes ten times as long, and everybody waits.
 * A function that is assigned to a variable first is made among what is young.
 *
 * Its queues, of connections for one, keep an empty place for everything that was ever taken out, as
 * long as they are not empty, and look through all of them each time: after a million queries half
 * of the time went into that.
 *
 * And it reads arrays letter by letter, also the empty ones, which most of a contact's are. What it cuts out of
 * them are views of the whole text, which JSON.stringify takes twice as long for, and for all around them.
 *
 * Last, its results and queries are an Array and a Promise that are given what else they have as they are made. The
 * engine begins to compile their constructors twenty times a second, and each time throws away what it has; with
 * fields that the class declares it comes to an end.
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

const EMPTY_PLACE = 'xs[index - 1] = undefined'
const FEW_PLACES = 'index < 64 ? (xs[index - 1] = undefined) : ((xs = xs.slice(index)), (index = 0))'

/** Source of the queue, which lets go of empty places. */
export const withFewPlaces = (source: string): string => source.replace(EMPTY_PLACE, FEW_PLACES)

const ARRAY_BEGINS = 'arrayParserState.i = arrayParserState.last = 0'

/**
 * Those of boxes alone have another delimiter. What PostgreSQL writes without quotes has neither spaces nor
 * backslashes in it; other control characters it may have, which are not for JSON.
 */
const PLAIN_ARRAY = String.raw`if (x === '}') return []
  if (typarray !== 1020 && !/["{\x00-\x1f]/.test(x)) {
    const text = x.slice(0, -1)
    return parser ? text.split(',').map(item => parser(item)) : JSON.parse('["' + text.replaceAll(',', '","') + '"]')
  }
  `

/** Source of what reads arrays (what stands after their `{`), which takes those without quotes apart at once. */
export const withPlainArrays = (source: string): string => source.replace(ARRAY_BEGINS, PLAIN_ARRAY + ARRAY_BEGINS)

const DEFINING = /constructor\(\) \{\s*super\(\)\s*Object\.defineProperties\(this, \{([^()]*)\}\)\s*\}/
const DEFINED = /(\w+): \{ value: null, writable: true \},?/g
const ASSIGNING = /(class Query extends Promise \{\n)( +constructor[^]*?\n  \}\n)/
const ASSIGNED = /^ +this(?:\.(\w+)|(\[\w+\])) = /gm

/** Source of a result or a query, of which what each has is declared. */
export const withDeclaredFields = (source: string): string =>
  source
    .replace(DEFINING, (_, fields: string) => fields.replaceAll(DEFINED, '$1 = null;'))
    .replace(ASSIGNING, (_, head: string, constructor: string) => {
      const fields = [...constructor.matchAll(ASSIGNED)].map(([, name, symbol]) => `  ${name ?? symbol} = null;\n`)
      return head + fields.join('') + constructor
    })

const CHANGES = [withYoungFunctions, withFewPlaces, withPlainArrays, withDeclaredFields]

const hooks = registerHooks({
  load(url, context, nextLoad) {
    const loaded = nextLoad(url, context)
    if (!IS_DRIVER.test(url)) return loaded
    const source = Buffer.from(loaded.source as Uint8Array).toString()
    return { ...loaded, source: CHANGES.reduce((changed, change) => change(changed), source) }
  },
})
export const driver: typeof postgres = (await import('postgres')).default
hooks.deregister()
