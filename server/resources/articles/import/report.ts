/** An account of one file: the parts that were taken in, changed and lost. */

export interface Report {
  path: string
  outcome: 'created' | 'updated' | 'unchanged' | 'failed'
  encoding?: string
  articleId?: number
  title?: string
  locale?: string
  error?: string
  taken: string[]
  changed: string[]
  lost: string[]
}

const PARTS: [one: string, many: string, tag: RegExp][] = [
  ['heading', 'headings', /<h[1-6][\s>]/g],
  ['list', 'lists', /<[ou]l[\s>]/g],
  ['table', 'tables', /<table[\s>]/g],
  ['block of code', 'blocks of code', /<pre[\s>]/g],
  ['picture', 'pictures', /<img[\s>]/g],
  ['video', 'videos', /<iframe[\s>]/g],
  ['foldable part', 'foldable parts', /<details[\s>]/g],
  ['link', 'links', /<a[\s>]/g],
]

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`

/** The parts of stored HTML: `120 words`, `3 headings` … */
export function countParts(html: string): string[] {
  const words = html.replaceAll(/<[^>]*>/g, ' ').match(/[\p{L}\p{N}]+/gu)?.length ?? 0
  const parts = PARTS.flatMap(([one, many, tag]) => {
    const count = html.match(tag)?.length ?? 0
    return count === 0 ? [] : [counted(count, one, many)]
  })
  return [counted(words, 'word', 'words'), ...parts]
}

/** Lines for people. @param isDry true where nothing was written */
export function reportLines(report: Report, isDry = false): string[] {
  const { path, outcome, encoding, articleId, title, locale, error, taken, changed, lost } = report
  if (outcome === 'failed') return [`${path}: not imported: ${error}`]
  if (outcome === 'unchanged')
    return [`${path}: unchanged: it is article ${articleId} (${locale}) already, and nothing was written`]
  const done = isDry ? `would be ${outcome}` : outcome
  const id = articleId === undefined || (isDry && outcome === 'created') ? 'an article' : `article ${articleId}`
  return [
    `${path}: ${done}: ${id} “${title}” (${locale}), read as ${encoding}`,
    `  taken    ${taken.join(', ')}`,
    ...changed.map((what) => `  changed  ${what}`),
    ...lost.map((what) => `  lost     ${what}`),
  ]
}
