/**
 * The table: what each thing that happens makes of a conversation in each state, as text. States in
 * which it makes the same of it stand together.
 */
import type { TestApp } from '../app.ts'
import { makeCast, type Cell } from './cast.ts'
import { happenings } from './happenings.ts'
import { newestEvent, readCell, toldSince, type Flat } from './snapshot.ts'
import { states } from './states.ts'

/** Between two steps of a state, and before the thing happens. */
const PAUSE = 60

export async function makeTable(app: TestApp): Promise<string> {
  const beginnings: string[] = []
  const outcomes: Record<string, Map<string, string[]>> = {}
  for (const [state, { begin, steps }] of Object.entries(states)) {
    const cast = await makeCast(app)
    const cells: Record<string, Cell> = {}
    for (const name of Object.keys(happenings)) cells[name] = await begin(cast)
    for (const step of steps) {
      app.clock.advance(PAUSE)
      for (const cell of Object.values(cells)) await step(cell)
    }
    app.clock.advance(PAUSE)
    for (const [name, cell] of Object.entries(cells)) {
      const before = await readCell(cell)
      if (name === Object.keys(happenings)[0]) beginnings.push(block(`# ${state}`, allOf(before)))
      const told = await happen(name, cell, before)
      const same = (outcomes[name] ??= new Map())
      same.set(told, [...(same.get(told) ?? []), state])
    }
  }
  const blocks = Object.entries(outcomes).map(([name, same]) =>
    [`## ${name}`, ...[...same].map(([told, where]) => `${where.join(' · ')}:\n${told}`)].join('\n'),
  )
  return `${[...beginnings, ...blocks].join('\n\n')}\n`
}

/** @returns what changes, and what is told */
async function happen(name: string, cell: Cell, before: Flat): Promise<string> {
  const last = await newestEvent(cell)
  const reply = await happenings[name]!.go(cell)
  const refused = reply && reply.status >= 300 ? [`refused: ${reply.status} ${reply.body.errors[0].code}`] : []
  const [after, topics] = [await readCell(cell), await toldSince(cell, last)]
  const lines = [...refused, ...changesOf(before, after), ...topics.map((topic) => `tells ${topic}`)]
  return lines.map((line) => `  ${line}`).join('\n') || '  nothing'
}

function changesOf(before: Flat, after: Flat): string[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...keys]
    .filter((key) => before[key] !== after[key])
    .map((key) => {
      if (before[key] === undefined) return `${key}: ${after[key]}`
      return `${key}: ${before[key]} → ${after[key] ?? 'gone'}`
    })
}

const allOf = (flat: Flat) => Object.entries(flat).map(([key, value]) => `  ${key}: ${value}`)
const block = (title: string, lines: string[]) => [title, ...lines].join('\n')
