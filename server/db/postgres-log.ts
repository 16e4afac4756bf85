/**
 * PostgreSQL's own log as lines of ours. Lines about a client's statement are left out: the client gets them as an
 * error, and they may contain message text.
 */
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import type { Logger } from 'pino'

/** Starts each line with who speaks; errors come without the statement and without its values. */
export const LOG_SETTINGS = {
  log_destination: 'stderr',
  logging_collector: 'off',
  log_line_prefix: '%b|',
  log_min_messages: 'warning',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
}

const LINE = /^([a-z ]+)\|([A-Z]+[0-9]?): +(.*)$/
const LEVELS: Record<string, 'debug' | 'warn' | 'error'> = {
  LOG: 'debug',
  WARNING: 'warn',
  ERROR: 'error',
  FATAL: 'error',
  PANIC: 'error',
}

/** Forwards the log; answers a function that tells the last thing that went wrong. */
export function readPostgresLog(stream: Readable, log: Logger): () => string {
  let complaint = 'it said nothing'
  createInterface({ input: stream }).on('line', (line) => {
    const [, speaker, severity = '', message = line] = LINE.exec(line) ?? []
    if (speaker === 'client backend' || line.startsWith('\t')) return
    const level = LEVELS[severity] ?? 'debug'
    if (severity !== 'LOG') complaint = message
    log[level]({ from: 'postgres' }, message)
  })
  return () => complaint
}
