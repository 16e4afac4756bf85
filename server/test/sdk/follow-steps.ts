/** Follows a conversation from step to step: the parts that came and the statistics that changed, and no others. */
import assert from 'node:assert/strict'
import { isDeepStrictEqual } from 'node:util'

interface Step {
  /** Values by their paths. */
  shows: Record<string, unknown>
  /** The parts that came, and nothing else. */
  parts: string[]
  /** The statistics that changed, and nothing else. */
  statistics: Record<string, unknown>
}

/**
 * @param find reads the conversation
 * @returns a check of the conversation against the one of the step before
 */
export function followSteps(find: () => Promise<any>) {
  let known = 0
  let before: Record<string, unknown> | undefined
  return async (title: string, { shows, parts, statistics }: Step) => {
    const now = await find()
    const earlier = before ?? nothingOf(now.statistics)
    for (const [path, value] of Object.entries(shows)) {
      const shown = path.split('.').reduce((at, name) => at?.[name], now)
      assert.deepEqual(shown, value, `${title}: ${path}`)
    }
    assert.deepEqual(partsOf(now).slice(known), parts, title)
    known += parts.length
    const changed = Object.entries(now.statistics).filter(([name, value]) => !isDeepStrictEqual(value, earlier[name]))
    assert.deepEqual(Object.fromEntries(changed), statistics, title)
    before = now.statistics
    return now
  }
}

/** Statistics of a conversation in which nothing was measured yet. */
const nothingOf = (statistics: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(statistics).map(([name, value]) => [
      name,
      name === 'type' ? value : Array.isArray(value) ? [] : null,
    ]),
  )

const partsOf = ({ conversation_parts }: any) =>
  conversation_parts.conversation_parts.map(({ part_type, author }: any) => `${part_type} by ${author.type}`)
