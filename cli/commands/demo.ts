import type { Command } from 'commander'
import { systemClock } from '../../server/clock.ts'
import { loadConfig } from '../../server/config.ts'
import { configuredAddress } from '../../server/http/public-address.ts'
import { createToken } from '../../server/resources/tokens/access-tokens.ts'
import { openSecrets } from '../../server/secrets.ts'
import { withWorkspace } from './database.ts'

export function addDemo(program: Command): void {
  program
    .command('demo')
    .description('Add a believable company: admins, teams, people, companies, conversations, a help center.')
    .option('--workspace <app_id>', 'an empty workspace; else the first where it is empty, or a new one')
    .action(({ workspace }: { workspace?: string }) => (workspace === undefined ? place() : fill(workspace)))
}

const place = () =>
  withWorkspace('make', undefined, async (db, first, dataDir) => {
    const { placeDemo } = await import('../../server/demo/place.ts')
    const { secrets, address } = configured(dataDir)
    const { id, app_id, filled, ownerId } = await placeDemo(db, first, systemClock, secrets, address)
    console.log(filled ? told(app_id) : unchanged(app_id))
    if (ownerId === undefined) return
    const given = { name: 'first token', adminId: ownerId, settings: true, now: systemClock.now() }
    const { token } = await createToken(db, id, given)
    console.log(`It is a new workspace, because the first one holds data.\nAccess token  ${token}`)
  })

const fill = (appId: string) =>
  withWorkspace('make', appId, async (db, { id, app_id }, dataDir) => {
    const { fillDemo, findDemo } = await import('../../server/demo/fill.ts')
    const { isEmpty } = await import('../../server/demo/place.ts')
    if ((await findDemo(db, id)) === undefined && !(await isEmpty(db, id)))
      throw new Error(`workspace ${app_id} holds data; leave --workspace out, and the demo gets one of its own`)
    const { secrets, address } = configured(dataDir)
    console.log((await fillDemo(db, id, systemClock, secrets, address)) ? told(app_id) : unchanged(app_id))
  })

/** The server's box of secrets, and its address. */
function configured(dataDir: string) {
  const config = loadConfig()
  return { secrets: openSecrets({ secretKey: config.secretKey, dataDir }), address: configuredAddress(config) }
}

const told = (appId: string) => `Workspace ${appId} holds the demo company now.`
const unchanged = (appId: string) => `Workspace ${appId} holds the demo company already; nothing changed.`
