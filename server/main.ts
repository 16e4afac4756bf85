/**
 * The server as a whole: configuration → database → schema → first workspace → jobs and HTTP; and
 * back, in the opposite order.
 */
import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import type { Logger } from 'pino'
import { systemClock } from './clock.ts'
import type { Config } from './config.ts'
import { recordingProvider } from './channels/provider.ts'
import { openDatabase } from './database.ts'
import { shareConnections } from './db/connections.ts'
import { openPool } from './db/pool.ts'
import { openTransport } from './mail/open-transport.ts'
import { createBell } from './events/bell.ts'
import { configuredAddress, localAddress } from './http/public-address.ts'
import type { FirstAccess } from './provision/first-workspace.ts'
import { openSecrets } from './secrets.ts'

export interface RunningServer extends FirstAccess {
  url: string
  dataDir: string
  /** Why the data folder is where it is, if that needs telling. */
  dataDirReason: string | undefined
  /** The app_id of the workspace that holds the demo, where that is not the first. */
  demoElsewhere: string | undefined
  /** Takes no more requests, ends those that run, then everything else. */
  stop(): Promise<void>
}

export interface StartOptions {
  config: Config
  log: Logger
  /** Told when the server cannot go on. */
  onLoss?: () => void
  /** Aborts a start, which closes everything that it has opened and rejects. */
  signal?: AbortSignal
}

/** A request waits for a connection no longer than clients wait gladly, and for a statement no longer than they wait at all. */
const REQUESTS = { statementMs: 5000, patienceMs: 1500 }
const JOBS = { name: 'parley jobs', statementMs: 60_000, patienceMs: 5000 }

/** Time that requests in flight have when the server stops. */
const STOP_MS = 8000

export async function start({ config, log, onLoss, signal }: StartOptions): Promise<RunningServer> {
  const clock = systemClock
  // Open resources, closed from the last to the first.
  const opened: (() => Promise<unknown>)[] = []
  const stop = async () => {
    for (let close = opened.pop(); close; close = opened.pop()) await close()
  }
  try {
    const shares = shareConnections(config.databaseConnections)
    const opening = openDatabase(config, {
      log,
      exclusive: true,
      ...(onLoss && { onLoss }),
      pool: { ...REQUESTS, size: shares.requests, log },
    })
    // The database's processes start while this one reads the rest of the code.
    const [{ buildApp }, { startJobs }, { modelAnswerer }, { ensureFirstWorkspace, findFirst }, database] =
      await Promise.all([
        import('./app.ts'),
        import('./worker.ts'),
        import('./answerer/from-model.ts'),
        import('./provision/first-workspace.ts'),
        opening,
      ])
    opened.push(() => database.close())
    signal?.throwIfAborted()
    const { db, address, dataDir } = database
    const access = await ensureFirstWorkspace(db, { clock, accessToken: config.accessToken, dataDir })
    const jobsDb = openPool(address, { ...JOBS, size: shares.jobs, log })
    opened.push(() => jobsDb.end({ timeout: 5 }))
    const mail = await openTransport({ smtpUrl: config.smtpUrl, dataDir })
    opened.push(async () => mail.close())
    const secrets = openSecrets({ secretKey: config.secretKey, dataDir })
    const bell = createBell()
    const channelProvider = recordingProvider(log)
    let url: string | undefined
    const jobs = await startJobs({
      address,
      db: jobsDb,
      clock,
      log,
      connections: shares.worker,
      alone: 'socketDir' in address,
      eventsKeptDays: config.eventsKeptDays,
      secrets,
      mail,
      channelProvider,
      ...(config.answerer && { answerer: modelAnswerer(config.answerer) }),
      mailDomain: config.mailDomain,
      addressOf: (path) => (config.publicUrl ?? url ?? configuredAddress(config)) + path,
      reach: config.reach,
      bell,
    })
    opened.push(() => jobs.stop())
    const app = await buildApp({ db, config, clock, log, secrets, channelProvider, bell })
    opened.push(() => closeApp(app))
    await app.listen({ port: config.port, host: config.host }).catch((error) => {
      throw explainListen(error, config)
    })
    const { port } = app.server.address() as AddressInfo
    url = localAddress({ host: config.host, port })
    database.announce(url)
    let demoElsewhere: string | undefined
    if (config.demo) {
      // The server answers meanwhile: the demo takes as long as the start.
      const { placeDemo } = await import('./demo/place.ts')
      const { id, app_id } = await placeDemo(db, access.workspace, clock, secrets, config.publicUrl ?? url, signal)
      if (id === access.workspace.id) access.workspace = (await findFirst(db))!
      else demoElsewhere = app_id
    }
    signal?.throwIfAborted()
    return { url, dataDir, dataDirReason: database.reason, demoElsewhere, stop, ...access }
  } catch (error) {
    await stop()
    throw error
  }
}

/** A download, or a client that reads slowly, is cut off in the end. */
async function closeApp(app: FastifyInstance): Promise<void> {
  const late = setTimeout(() => app.server.closeAllConnections(), STOP_MS)
  await app.close()
  clearTimeout(late)
}

function explainListen(error: NodeJS.ErrnoException, { host, port }: Config): Error {
  const reasons: Record<string, string> = {
    EADDRINUSE: `port ${port} on ${host} is taken by another program; set PORT to another one, or to 0 for any free one`,
    EACCES: `port ${port} needs more rights than this user has; set PORT to one above 1023`,
    EADDRNOTAVAIL: `${host} is not an address of this machine; set HOST to one that is`,
    ENOTFOUND: `${host} is not a host name that is known here; set HOST to one that is`,
  }
  return new Error(reasons[error.code ?? ''] ?? error.message, { cause: error })
}
