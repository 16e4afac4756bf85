/** Facts at the head of a Markdown file, between lines of three hyphens, in YAML. */
import { parseDocument } from 'yaml'

const BLOCK = /^---[ \t]*\r?\n([^]*?)\r?\n?^(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/m

export interface FrontMatter {
  fields: Record<string, unknown>
  /** The file without it. */
  rest: string
}

/** @throws Error for a block that is no YAML */
export function readFrontMatter(text: string): FrontMatter {
  const found = text.startsWith('---') ? BLOCK.exec(text) : null
  if (!found || found.index !== 0) return { fields: {}, rest: text }
  const parsed = parseDocument(found[1]!, { schema: 'core' })
  const [problem] = parsed.errors
  if (problem) throw new Error(`the front matter cannot be read: ${problem.message.split('\n')[0]}`)
  const fields: unknown = parsed.toJS({ maxAliasCount: 10 })
  const isMap = typeof fields === 'object' && fields !== null && !Array.isArray(fields)
  if (fields !== null && !isMap) throw new Error('the front matter is no list of names and values')
  return { fields: isMap ? (fields as Record<string, unknown>) : {}, rest: text.slice(found[0].length) }
}
