/** The log: lines of JSON; at a terminal, lines for people. */
import { destination, pino, type Logger } from 'pino'
import type { Config } from './config.ts'

/** The message of a request's line (http/request-log.ts). */
export const REQUEST = 'request'

/** Where it goes: the server's to the output, a command's beside it. */
const STREAMS = { stdout: { fd: 1, tty: process.stdout.isTTY }, stderr: { fd: 2, tty: process.stderr.isTTY } }

/** An error's own text and place. Drivers hang their clients on theirs, 17 KB of them. */
export const describeError = (error: Error & { code?: string }) => {
  const { name, code, message, stack } = error
  return { type: name, code, message, stack }
}

/** A request as a line for people: `GET /contacts 200 3 ms`. */
const prettyRequest = (line: Record<string, unknown>): string =>
  [line['method'], line['path'], line['status'], `${String(line['ms'])} ms`]
    .concat([line['version'], line['workspace'], line['requestId'], line['code']].filter(Boolean))
    .join(' ')

const PRETTY = {
  translateTime: 'SYS:HH:MM:ss',
  messageFormat: (line: Record<string, unknown>, key: string) =>
    line[key] === REQUEST ? prettyRequest(line) : String(line[key]),
  ignore: 'method,path,status,ms,version,workspace,requestId,code',
}

export async function createLog(
  { logLevel }: Pick<Config, 'logLevel'>,
  to: keyof typeof STREAMS = 'stdout',
): Promise<Logger> {
  const { fd, tty } = STREAMS[to]
  const options = { level: logLevel, base: null, serializers: { err: describeError } }
  if (!tty || logLevel !== 'info') return pino(options, destination({ fd, sync: true }))
  // A server without a terminal does not load it.
  const { PinoPretty } = await import('pino-pretty')
  return pino(options, PinoPretty({ destination: fd, sync: true, ...PRETTY }))
}
