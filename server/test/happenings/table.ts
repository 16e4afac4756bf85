/**
 * The table as text: the effects of each happening on a conversation in each state. States in which it makes the same
 * of it stand together; values are those afterwards, counts what is added.
 */
import { makeCast, type Cell } from './cast.ts'
import { happenings } from './happenings.ts'
import { newestEvent, readCell, toldSince, type Flat } from './snapshot.ts'
import { states } from './states.ts'
import type { UndoableApp } from '../undone.ts'

/** When the steps of a state are taken, and when the thing happens: seconds from its beginning. */
const [STEP, HAPPENS] = [60, 600]

/** The states for what is the same in any. */
const SAMPLE = [
  'open, waiting',
  'closed, answered',
  'snoozed, answered',
  'begun by an admin',
  'open, waiting, with an SLA',
  'snoozed, waiting, with an SLA',
  'open, with everything',
]

export async function makeTable(app: UndoableApp): Promise<string> {
  const beginnings: string[] = []
  const outcomes: Record<string, Map<string, string[]>> = {}
  for (const [state, { begin, steps }] of Object.entries(states))
    await app.undone(async () => {
      const cell = await begin(await makeCast(app))
      for (const step of steps) {
        app.clock.advance(STEP)
        await step(cell)
      }
      app.clock.advance(HAPPENS - STEP * steps.length)
      const [before, last] = [await readCell(cell), await newestEvent(cell)]
      beginnings.push(block(`# ${state}`, allOf(before)))
      for (const [name, { anywhere }] of Object.entries(happenings)) {
        if (anywhere && !SAMPLE.includes(state)) continue
        const told = await app.undone(() => happen(name, cell, before, last))
        const same = (outcomes[name] ??= new Map())
        same.set(told, [...(same.get(told) ?? []), state])
        app.clock.advance(cell.began + HAPPENS - cell.scene.now())
      }
    })
  const blocks = Object.entries(outcomes).map(([name, same]) =>
    [`## ${name}`, ...[...same].map(([told, where]) => `${where.join(' · ')}:\n${told}`)].join('\n'),
  )
  return `${[...beginnings, ...blocks].join('\n\n')}\n`
}

/** @returns the changes, and the topics told */
async function happen(name: string, cell: Cell, before: Flat, last: number): Promise<string> {
  const reply = await happenings[name]!.go(cell)
  const refused = reply && reply.status >= 300 ? [`refused: ${reply.status} ${reply.body.errors[0].code}`] : []
  const [after, topics] = [await readCell(cell), await toldSince(cell, last)]
  const changes = [...changesOf(before, after), ...topics.map((topic) => `tells ${topic}`)]
  return [...refused, ...changes].map((line) => `  ${line}`).join('\n') || '  nothing'
}

/** Groups of one line each: columns, statistics, marks. A part has a line of its own. */
function changesOf(before: Flat, after: Flat): string[] {
  const lines = new Map<string, string[]>()
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    if (before[key] === after[key] || (after['conversation'] && after[key] === undefined)) continue
    const isPart = key.startsWith('part ')
    const group = isPart ? key : /^(statistics|ada|bob)\./.test(key) ? key.split('.')[0]! : ''
    const name = isPart ? (before[key] ? key : 'new part') : group ? key.slice(group.length + 1) : key
    lines.set(group, [...(lines.get(group) ?? []), `${name} ${valueOf(key, before, after)}`])
  }
  return [...lines].map(([group, said]) => `${/^(|part.*)$/.test(group) ? '' : `${group}: `}${said.join(' · ')}`)
}

function valueOf(key: string, before: Flat, after: Flat): string {
  const more = Number(after[key]) - Number(before[key])
  const counts = key === 'parts' || key.startsWith('statistics.count_')
  return counts && more > 0 ? `+${more}` : (after[key] ?? 'gone')
}

const allOf = (flat: Flat) => Object.entries(flat).map(([key, value]) => `  ${key}: ${value}`)
const block = (title: string, lines: string[]) => [title, ...lines].join('\n')
