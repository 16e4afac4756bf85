/** From a fragment to the text and the values that are sent. */
import { Columns, Fragment, Identifier, List, quote } from './parts.ts'
import { JSON_COLUMNS } from './types/json_columns.ts'
import { Json } from './values.ts'

export interface Statement {
  text: string
  values: readonly unknown[]
  /** Sent as it is, not prepared: it may be several statements. */
  plain: boolean
}

export function build(fragment: Fragment): Statement {
  const builder = new Builder()
  builder.add(fragment)
  return { text: builder.text, values: builder.values, plain: false }
}

/** Casts to JSON right behind a value's place, by template. */
const casts = new WeakMap<readonly string[], boolean[]>()

function castsOf(strings: readonly string[]): boolean[] {
  let found = casts.get(strings)
  if (!found) casts.set(strings, (found = strings.slice(1).map((text) => /^::jsonb?\b(?!\[)/.test(text))))
  return found
}

class Builder {
  text = ''
  values: unknown[] = []

  add({ strings, args }: Fragment): void {
    const toJson = castsOf(strings)
    this.text += strings[0]
    for (let at = 0; at < args.length; at++) {
      this.#part(args[at], toJson[at]!)
      this.text += strings[at + 1]
    }
  }

  #part(part: unknown, toJson: boolean): void {
    if (part === null || typeof part !== 'object') return this.#value(part, toJson)
    if (part instanceof Fragment) return this.add(part)
    if (part instanceof Identifier) this.text += quote(part.name)
    else if (part instanceof List) this.#list(part)
    else if (part instanceof Columns) this.#columns(part)
    else if (Array.isArray(part) && part[0] instanceof Fragment) this.#fragments(part)
    else this.#value(part, toJson)
  }

  #value(value: unknown, toJson: boolean): void {
    if (value === undefined) throw new TypeError('undefined cannot be a parameter')
    this.values.push(toJson && !(value instanceof Json) ? new Json(value) : value)
    this.text += `$${this.values.length}`
  }

  #fragments(fragments: readonly Fragment[]): void {
    for (const fragment of fragments) {
      this.text += ' '
      this.add(fragment)
    }
  }

  #list({ values }: List): void {
    this.text += '('
    if (values.length === 0) this.text += 'null'
    this.#each(values, (value) => this.#value(value, false))
    this.text += ')'
  }

  #columns({ rows, names }: Columns): void {
    const given = names.filter((name) => rows.some((row) => row[name] !== undefined))
    if (given.length === 0) throw new TypeError('There is no column to write')
    if (/(\bset|,)\s*$/i.test(this.text)) return this.#assignments(rows[0]!, given)
    this.text += `(${given.map(quote).join(',')})values`
    this.#each(rows, (row) => {
      this.text += '('
      this.#each(given, (name) => this.#member(name, row[name]))
      this.text += ')'
    })
  }

  #assignments(row: Record<string, unknown>, names: readonly string[]): void {
    this.#each(names, (name) => {
      this.text += `${quote(name)}=`
      this.#member(name, row[name])
    })
  }

  /** Rows inserted together may differ in the columns that they name. */
  #member(name: string, value: unknown): void {
    if (value === undefined) this.text += 'default'
    else this.#part(value, JSON_COLUMNS.has(name))
  }

  #each<T>(items: readonly T[], add: (item: T) => void): void {
    for (let at = 0; at < items.length; at++) {
      if (at > 0) this.text += ','
      add(items[at]!)
    }
  }
}
