/**
 * Query plans of the statements of a request, on the current rows. The application must have a database of its own
 * (`testApp({ own: true })`), so that nobody else asks at the same time.
 *
 *   const plans = await plansOf(app.db, /from data_events/, () => client.get('/events?…'))
 *
 * A statement that a connection knows may be planned for its values or once for all: it is asked for both.
 */
import assert from 'node:assert/strict'
import type { Pool } from '../db/pool.ts'

/** A step of a plan that reads a table. */
export interface Read {
  table: string
  /** In whose order it reads, or undefined where it goes through the table, or gathers rows first. */
  index: string | undefined
  /** The number of rows that it returned; undefined if it was not run. */
  rows: number | undefined
  /** The number of rows that it read and discarded. */
  wasted: number
}

export interface Plan {
  mode: 'custom' | 'generic'
  /** The kinds of its steps, the outermost first. */
  steps: string[]
  reads: Read[]
}

export interface Statement {
  text: string
  values: unknown[]
}

type Node = Record<string, unknown> & { Plans?: Node[] }

/** @returns the statements that were sent meanwhile and that look like this, in order */
export async function statementsOf(db: Pool, statement: RegExp, ask: () => Promise<unknown>): Promise<Statement[]> {
  const asked: Statement[] = []
  const options = db.options as { debug: unknown }
  options.debug = (_: number, text: string, values: unknown[]) => {
    if (statement.test(text)) asked.push({ text, values })
  }
  try {
    await ask()
  } finally {
    options.debug = false
  }
  if (asked.length === 0) throw new Error('The request made no such statement')
  return asked
}

/** @returns two plans of each statement that the request made and that looks like this, in order */
export async function plansOf(db: Pool, statement: RegExp, ask: () => Promise<unknown>): Promise<Plan[]> {
  const plans: Plan[] = []
  for (const { text, values } of await statementsOf(db, statement, ask))
    for (const mode of ['custom', 'generic'] as const) plans.push(await explain(db, mode, text, values))
  return plans
}

/** By what statements are answered. */
export interface Ways {
  /** The indexes that are read, in the order of their names. */
  used: string[]
  /** The tables that are read without one. */
  readWhole: string[]
}

/** @throws where a table is read whole, or one of these indexes is not read */
export function assertReadBy(indexes: string[], { used, readWhole }: Ways): void {
  assert.deepEqual(readWhole, [])
  const missed = indexes.filter((index) => !used.includes(index))
  assert.deepEqual(missed, [], `only these are used: ${used.join(', ')}`)
}

export async function waysOf(db: Pool, statements: Statement[]): Promise<Ways> {
  const steps: Node[] = []
  for (const { text, values } of statements) {
    const [row] = await db.unsafe(`explain (format json) ${text}`, values as string[])
    steps.push(...flatten(row!['QUERY PLAN'][0].Plan))
  }
  const whole = steps.filter((step) => step['Node Type'] === 'Seq Scan')
  return {
    used: [...new Set(steps.flatMap((step) => (step['Index Name'] as string | undefined) ?? []))].sort(),
    readWhole: whole.map((step) => String(step['Relation Name'])),
  }
}

const explain = (db: Pool, mode: Plan['mode'], text: string, values: unknown[]): Promise<Plan> =>
  db.begin(async (tx) => {
    await tx.unsafe(`set local plan_cache_mode = force_${mode}_plan`)
    await tx.unsafe(`prepare asked as ${text}`)
    const given = values.length > 0 ? `(${values.map(literal).join(', ')})` : ''
    const [row] = await tx.unsafe(`explain (analyze, timing off, costs off, format json) execute asked ${given}`)
    await tx.unsafe('deallocate asked')
    const nodes = flatten(row!['QUERY PLAN'][0].Plan)
    return { mode, steps: nodes.map((node) => String(node['Node Type'])), reads: nodes.filter(isRead).map(readOf) }
  }) as Promise<Plan>

function literal(value: unknown): string {
  if (value === null || value === undefined) return 'null'
  const text = value instanceof Date ? value.toISOString() : String(value)
  return `'${text.replaceAll("'", "''")}'`
}

const flatten = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(flatten)]

const isRead = (node: Node) => 'Relation Name' in node

const readOf = (node: Node): Read => ({
  table: String(node['Relation Name']),
  index: node['Index Name'] as string | undefined,
  rows: node['Actual Loops'] === 0 ? undefined : Number(node['Actual Rows']),
  wasted: Number(node['Rows Removed by Filter'] ?? 0),
})
