/** Published errors, if the descriptions are at hand: from their examples, and from the notes. */
import { existsSync, readFileSync } from 'node:fs'
import { history } from '../../versions/index.ts'
import { describe } from '../contract.ts'
import { shared } from '../contract/at-hand.ts'

export interface PublishedError {
  /** Undefined where a note tells of an error and not of the operations. */
  operation: string | undefined
  status: number
  code: string
  message: string
  field?: string
  versions: string[]
}

interface Example {
  $ref?: string
  value?: { errors?: { code: string; message: string; field?: string }[] }
}
interface Responses {
  responses: Record<
    string,
    { $ref?: string; content?: { 'application/json'?: { examples?: Record<string, Example> } } }
  >
}
interface Description {
  paths: Record<string, Record<string, Responses>>
}

/** Every error example of every version, by operation. */
export function exampleErrors(): PublishedError[] {
  const found = new Map<string, PublishedError>()
  for (const { name } of history.versions) {
    const description = describe!(name) as Description | undefined
    if (!description) continue
    for (const [path, item] of Object.entries(description.paths))
      for (const method of ['get', 'post', 'put', 'patch', 'delete'])
        for (const { status, code, message, field } of errorsOf(description, item[method])) {
          const operation = `${method.toUpperCase()} ${path.replace(/\{[^}]+\}/g, '{}')}`
          const key = JSON.stringify([operation, status, code, message])
          const error = found.get(key) ?? { operation, status, code, message, ...(field && { field }), versions: [] }
          found.set(key, error)
          if (!error.versions.includes(name)) error.versions.push(name)
        }
  }
  return [...found.values()]
}

function errorsOf(description: Description, operation: Responses | undefined) {
  return Object.entries(operation?.responses ?? {}).flatMap(([status, response]) => {
    if (Number(status) < 400) return []
    const examples = follow(description, response).content?.['application/json']?.examples ?? {}
    return Object.values(examples).flatMap((example) => {
      const { value } = follow(description, example)
      return Array.isArray(value?.errors) ? value.errors.map((error) => ({ status: Number(status), ...error })) : []
    })
  })
}

function follow<T extends { $ref?: string }>(description: Description, node: T): T {
  if (node.$ref === undefined) return node
  const steps = node.$ref.slice(2).split('/')
  return steps.reduce((at, step) => at[step.replaceAll('~1', '/')], description as any)
}

const notes = `${shared}/reference/behaviour.md`

/** The notes on how the API behaves: undefined where they are not at hand. */
export const notesText: string | undefined = existsSync(notes) ? readFileSync(notes, 'utf8') : undefined

/** The cells of the tables that stand between a heading and the next of its rank. */
function tablesUnder(heading: string): string[][] {
  const rank = heading.split(' ')[0]!
  const [, after = ''] = notesText!.split(`\n${heading}`)
  const section = after.split(new RegExp(`\n${rank} `))[0]!
  return section
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('|--'))
    .map((line) => line.slice(2, -2).split(' | '))
}

function splitField(told: string): { message: string; field?: string } {
  const [message, field] = told.split(' · field=')
  return { message: message!, ...(field && { field }) }
}

const bare = (cell: string) => cell.replaceAll('`', '').trim()

/** Errors of Appendix A, one for each operation that it names. */
export const appendixErrors = (): PublishedError[] =>
  tablesUnder('## Appendix A').flatMap(([status, code, message, operations]) =>
    /^\d+$/.test(status!)
      ? operations!.split('; ').map((told) => {
          const [, operation, from, to] = /^(\w+ \S+)(?: \(([^.)]+(?:\.\d+)?)(?:\.\.(.+))?\))?$/.exec(told.trim())!
          return {
            operation: operation!,
            status: Number(status),
            code: bare(code!),
            ...splitField(message!),
            versions: between(from, to ?? from),
          }
        })
      : [],
  )

/** The errors that are told of beside the descriptions, whose texts have gaps: `X` and … stand for anything. */
export function otherErrors(): PublishedError[] {
  const other = tablesUnder('### 2.3').flatMap(([status, codes, messages, where]) => {
    if (!/^\d+$/.test(status!) || codes === '—' || messages === '—') return []
    const [operation] = /(GET|POST|PUT|DELETE) \/[^\s?,]+$/.exec(where!.split('?')[0]!) ?? []
    const several = messages!.includes(' ; ') ? messages!.split(' ; ') : messages!.split(' / ')
    return several.map((message, at) => ({
      operation,
      status: Number(status),
      code: bare(codes!.split(' / ')[at] ?? codes!.split(' / ')[0]!),
      message,
      versions: [],
    }))
  })
  const search = tablesUnder('## 5.').flatMap(([code, message, ...rest]) =>
    rest.length === 0 && /^\w+_\w+$/.test(code!)
      ? [
          {
            operation: undefined,
            status: 400,
            code: code!,
            message: message!.replace(/␠.*/, ' ').replace(/ \(\d[^)]*\)$/, ''),
            versions: [],
          },
        ]
      : [],
  )
  return [...other, ...search]
}

function between(from: string | undefined, to: string | undefined): string[] {
  const names = history.versions.map(({ name }) => name)
  const index = (name: string | undefined, usual: number) => {
    if (name === undefined) return usual
    return name === 'P' ? names.length - 1 : names.indexOf(name)
  }
  return names.slice(index(from, 0), index(to, names.length - 1) + 1)
}
