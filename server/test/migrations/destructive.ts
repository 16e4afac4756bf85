/**
 * Statements of a migration after which code that runs on the schema before may fail: it reads what is gone, or
 * writes what is refused. Two releases run side by side while processes are replaced. Harmless statements are listed;
 * any other counts as destructive, so that a statement which nobody thought of here is asked about.
 */
import { actionKind, partsOf } from './alter.ts'

interface Destroyed {
  kind: string
  /** `contacts.phone`, or `contacts`: to be named by the line. Undefined for other things than tables. */
  what?: string
}

/** An `insert` that finds the row there may change it. */
const UPSERT = /^insert into [^]*\bon conflict\b[^]*\bdo update\b/

const HARMLESS = [
  /^create (or replace )?(table|index|function|procedure|trigger|statistics|type|domain|sequence|schema|extension|view|materialized view)\b/,
  /^drop (index|statistics)\b/,
  /^(alter index|insert into|select|set|comment on|analyze)\b/,
]

/** Statements that empty, remove or forbid, each with its name. */
const KINDS: [RegExp, string][] = [
  [/^drop\b/, 'drop'],
  [/^truncate\b/, 'truncate'],
  [/^delete from\b/, 'delete'],
  [/^update\b/, 'update'],
  [UPSERT, 'update'],
  [/^create unique index\b/, 'create a unique index'],
]

/** @returns the kinds of destructive statements, in their order */
export const destructiveOf = (sql: string): string[] => destroyedBy(sql).map(({ kind }) => kind)

function destroyedBy(sql: string): Destroyed[] {
  const statements = statementsOf(sql)
  const text = statements.join(';')
  const made = new Set([...text.matchAll(/\bcreate table (?:if not exists )?([\w.]+)/g)].map(([, table]) => table!))
  const added = new Set([...text.matchAll(/\badd column (?:if not exists )?(\w+)/g)].map(([, column]) => column!))
  return statements.flatMap((statement) => {
    if (HARMLESS.some((pattern) => pattern.test(statement)) && !UPSERT.test(statement)) return []
    const table = tableOf(statement)
    // Nobody knows a table yet that this migration makes, nor what is in its new columns.
    if ((table && made.has(table)) || fillsOnly(statement, added)) return []
    if (/^alter (table|type|view|domain|sequence)\b/.test(statement))
      return partsOf(statement).flatMap((action) => {
        const kind = actionKind(action)
        const column = /^(?:drop|alter|rename)(?: column)?(?: if exists)? (\w+)/.exec(action)?.[1]
        const isColumn = kind !== 'add constraint' && column !== undefined && column !== 'to'
        return kind === undefined ? [] : [{ kind, ...(table && { what: isColumn ? `${table}.${column}` : table }) }]
      })
    const known = KINDS.find(([pattern]) => pattern.test(statement))?.[1]
    const what = tablesOf(statement)
    const kind = known ?? statement.split(' ', 1)[0]!
    return what.length > 0 ? what.map((one) => ({ kind, what: one })) : [{ kind }]
  })
}

const TABLE =
  /^(?:alter table(?: if exists)?(?: only)?|update(?: only)?|insert into|delete from(?: only)?|create unique index(?: concurrently)?(?: if not exists)?(?: \w+)? on(?: only)?) ([\w.]+)/
const tableOf = (statement: string): string | undefined => TABLE.exec(statement)?.[1]

/** Several may stand in one `drop table` or `truncate`. */
function tablesOf(statement: string): string[] {
  const listed =
    /^(?:drop table(?: if exists)?|truncate(?: table)?(?: only)?) ([\w., ]+?)(?: (?:cascade|restrict|restart identity|continue identity))*$/
  const names = listed.exec(statement)?.[1]?.split(',') ?? [tableOf(statement) ?? '']
  return names.map((name) => name.trim()).filter((name) => name !== '')
}

/** True if an `update` sets only columns that the same migration adds. */
function fillsOnly(statement: string, added: Set<string>): boolean {
  const set = /^update (?:only )?[\w.]+ (?:as \w+ )?set (.*)$/.exec(statement)?.[1]
  if (set === undefined) return false
  const columns = [...set.replaceAll(/ (from|where) .*$/g, '').matchAll(/(?:^|, )(\w+) =/g)].map(
    ([, column]) => column!,
  )
  return columns.length > 0 && columns.every((column) => added.has(column))
}

/** In lower case and on one line each, without comments, texts and the bodies of functions, which run later. */
function statementsOf(sql: string): string[] {
  return sql
    .replaceAll(/\$(\w*)\$[^]*?\$\1\$/g, "''")
    .replaceAll(/--[^\n]*|\/\*[^]*?\*\//g, ' ')
    .replaceAll(/\be'(?:[^'\\]|''|\\[^])*'/gi, "''")
    .replaceAll(/'(?:[^']|'')*'/g, "''")
    .replaceAll('"', '')
    .toLowerCase()
    .split(';')
    .map((statement) => statement.trim().replaceAll(/\s+/g, ' '))
    .filter((statement) => statement !== '')
}

/** The second kind is of rows whose values change, and which the release before goes on reading and writing as it did. */
const LINE = /^-- (?:not read since|read by) (\d+\.\d+\.\d+)(?: as before)?: (\S.*)$/gm

/** The fault of a migration; undefined if it has none. */
export function complaintOf(sql: string, current: string): string | undefined {
  const destroyed = destroyedBy(sql)
  const lines = [...sql.matchAll(LINE)].map(([, release, what]) => ({ release: release!, what: what! }))
  if (destroyed.length === 0) return lines.length > 0 ? 'names a release, and destroys nothing' : undefined
  const kinds = [...new Set(destroyed.map(({ kind }) => kind))]
  if (lines.length === 0) return `destroys (${kinds.join(', ')}); say "-- not read since <release>: <what>"`
  const told = lines.map(({ what }) => what).join(' ')
  const untold = destroyed.find(({ what }) => what !== undefined && !names(told, what))
  if (untold) return `destroys (${untold.kind}) ${untold.what}, which no line "-- not read since <release>: …" names`
  const late = lines.find(({ release }) => isLater(release, current))
  return late && `is not read since ${late.release}, which is later than ${current}`
}

/** A line names a column, or the table as a whole. */
function names(told: string, what: string): boolean {
  const words = told.toLowerCase().split(/[^\w.]+/)
  return words.includes(what) || words.includes(what.split('.')[0]!)
}

function isLater(a: string, b: string): boolean {
  const [one, other] = [a, b].map((release) => release.split('.').map(Number)) as [number[], number[]]
  const at = one.findIndex((part, index) => part !== other[index])
  return at >= 0 && one[at]! > other[at]!
}
