/**
 * The captured answers and deliveries of the real API, where they are at hand: in the folder that
 * contract/at-hand.ts reads the descriptions from.
 */
import { existsSync, readFileSync } from 'node:fs'
import { shared } from '../contract/at-hand.ts'

export interface Recorded {
  id: string
  kind: 'webhook' | 'answer' | 'csv'
  method: string
  path: string
  status: number | null
  delivery?: unknown
  response?: unknown
  headers?: Record<string, string>
  /** The header row, of a file. */
  columns?: string[]
}

const file = `${shared}/reference/recorded-2.json`

/** Undefined where they are not at hand. */
export const recorded: Recorded[] | undefined = existsSync(file)
  ? (JSON.parse(readFileSync(file, 'utf8')) as Recorded[])
  : undefined

/** An answer of the second collection, by the name of its script. */
export interface RecordedAnswer {
  file: string
  path: string
  status: number
  body: unknown
}

const answers = `${shared}/reference/recorded-responses.json`

/** Answers of 2.11 to the scripts of one client, of 2026; undefined where they are not at hand. */
export const recordedAnswers: RecordedAnswer[] | undefined = existsSync(answers)
  ? (JSON.parse(readFileSync(answers, 'utf8')) as RecordedAnswer[])
  : undefined
