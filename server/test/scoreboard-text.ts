/** The scoreboard as Markdown. */
import type { KnownOperation } from './known-operations.ts'

export interface Score {
  version: string
  /** Operations that Parley has, and that the version is known to have. */
  served: number
  known: number
  /** The number of operations without a description in the version; they follow from other sources. */
  undescribed: number
  /** Replies that were held against the description, and what it objects to. */
  checked: number
  problems: string[]
  missing: KnownOperation[]
}

const HEAD = ['version', 'operations served', 'operations known', 'not described', 'replies checked', 'problems']

export function tableText(scores: Score[]): string {
  const cells = scores.map(({ version, served, known, undescribed, checked, problems }) =>
    [version, served, known, undescribed, checked, problems.length].map(String),
  )
  const widths = HEAD.map((head, at) => Math.max(head.length, ...cells.map((row) => row[at]!.length)))
  const line = (row: string[]) =>
    `| ${row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at]!) : cell.padStart(widths[at]!))).join(' | ')} |`
  const rule = widths.map((width, at) => (at === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`))
  return [line(HEAD), line(rule), ...cells.map(line)].join('\n')
}

/** Operations that are missing in some version, by tag, each named once. */
export function missingText(scores: Score[]): string {
  /** By tag, the operations and how each is shown. */
  const tags = new Map<string, Map<string, string>>()
  const seen = new Set<string>()
  // The newest version's tag is the one that readers know.
  for (const { operation, tag, sure } of scores.toReversed().flatMap(({ missing }) => missing)) {
    if (seen.has(operation)) continue
    seen.add(operation)
    const shown = `\`${operation}\`${sure === 'inferred' ? ' (inferred)' : ''}`
    tags.set(tag, (tags.get(tag) ?? new Map()).set(operation, shown))
  }
  if (seen.size === 0) return 'Every operation is served.'
  const lines = [...tags]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(
      ([tag, names]) =>
        `- ${tag}: ${[...names.keys()]
          .toSorted()
          .map((name) => names.get(name))
          .join(', ')}`,
    )
  return `<details>\n<summary>${seen.size} operations are not served yet</summary>\n\n${lines.join('\n')}\n\n</details>`
}

/** Each problem once, with how often it was found. */
export function timesText(problems: string[]): string {
  const times = Map.groupBy(problems, (problem) => problem)
  return [...times].map(([problem, all]) => (all.length === 1 ? problem : `${problem} (${all.length}×)`)).join('\n')
}

const [BEGIN, END] = ['<!-- scoreboard -->', '<!-- /scoreboard -->']

/** @throws where the text has no place for it */
export function withinMarkers(text: string, board: string): string {
  const [from, to] = [text.indexOf(BEGIN), text.indexOf(END)]
  if (from < 0 || to < from) throw new Error(`there is no ${BEGIN} … ${END}`)
  return `${text.slice(0, from)}${BEGIN}\n\n${board}\n\n${text.slice(to)}`
}
