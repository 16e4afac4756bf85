import type { Command } from 'commander'
import { setTimeout as sleep } from 'node:timers/promises'
import { loadConfig } from '../../server/config.ts'
import { createLog } from '../../server/log.ts'
import type { RunningServer } from '../../server/main.ts'
import { readyText } from './ready-text.ts'

/** A terminal's Ctrl-C comes more than once: from the terminal, and passed on by npm. */
const SAME_SIGNAL = 1000
/**
 * Time that an interrupted start has for a clean end. Its own database is stopped; for another, which may not answer,
 * nobody waits.
 */
const START_ENDS_MS = { ownDatabase: 10_000, another: 2000 }

export function addStart(program: Command): void {
  program.command('start').description('Start the server.').action(startServer)
}

async function startServer(): Promise<void> {
  const config = loadConfig()
  const log = await createLog(config)
  // Loaded only here: the other commands do without the HTTP server.
  const { start } = await import('../../server/main.ts')
  const interruption = new AbortController()
  const { signal } = interruption
  const patience = config.databaseUrl === undefined ? START_ENDS_MS.ownDatabase : START_ENDS_MS.another
  const starting = start({ config, log, onLoss: () => process.exit(1), signal })
  let started: RunningServer | undefined
  const stop = async () => {
    if (started) return started.stop()
    interruption.abort()
    await Promise.race([starting.then((server) => server.stop(), unlessAborted(signal)), sleep(patience)])
  }
  stopOnSignal(stop, config.underNpm)
  const server = await starting.catch(unlessAborted(signal))
  if (!server) return
  started = server
  console.log(readyText(server, config, process.stdout.isTTY))
}

/** A start that was given up rejects with the reason, which is no failure. */
function unlessAborted(signal: AbortSignal) {
  return (error: Error): undefined => {
    if (error !== signal.reason) throw error
  }
}

function stopOnSignal(stop: () => Promise<void>, underNpm: boolean): void {
  let first = 0
  let told = false
  const onSignal = () => {
    if (first === 0) {
      first = Date.now()
      console.log('Stopping: requests that run are finished first.')
      stop().then(
        () => process.exit(0),
        (error: Error) => {
          console.error(`parley: ${error.message}`)
          process.exit(1)
        },
      )
    } else if (Date.now() - first > SAME_SIGNAL) {
      if (told) process.exit(130)
      told = true
      console.log('Still finishing. Once more, and it ends at once.')
    }
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal)
  // run.mjs, where it had to look for a newer Node, is the process that people know and may kill.
  if (process.channel) {
    process.on('disconnect', onSignal)
    process.channel.unref()
  }
  // npm passes a signal to the shell between it and us, which dies of it and tells nobody.
  if (underNpm) onParentGone(onSignal)
}

function onParentGone(tell: () => void): void {
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    tell()
  }, 250)
  timer.unref()
}
