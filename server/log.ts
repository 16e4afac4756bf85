/** The log: lines of JSON; at a terminal, lines for people. */
import { destination, pino, type Logger } from 'pino'
import { PinoPretty } from 'pino-pretty'
import type { Config } from './config.ts'

/** Where it goes: the server's to the output, a command's beside it. */
const STREAMS = { stdout: { fd: 1, tty: process.stdout.isTTY }, stderr: { fd: 2, tty: process.stderr.isTTY } }

export function createLog({ logLevel }: Pick<Config, 'logLevel'>, to: keyof typeof STREAMS = 'stdout'): Logger {
  const { fd, tty } = STREAMS[to]
  const options = { level: logLevel, base: null }
  if (!tty || logLevel !== 'info') return pino(options, destination({ fd, sync: true }))
  return pino(options, PinoPretty({ destination: fd, sync: true, translateTime: 'SYS:HH:MM:ss' }))
}
