import type { Command } from 'commander'
import { systemClock } from '../../server/clock.ts'
import { createToken, listTokens, revokeToken, updateToken } from '../../server/resources/tokens/access-tokens.ts'
import { numberId } from '../../server/ids.ts'
import { given, readText } from '../../server/http/given.ts'
import { withWorkspace } from './database.ts'
import { JSON_OPTION, printList } from './table.ts'

interface Options {
  workspace?: string
}

interface NewToken {
  name: string
  admin?: string
  settings?: boolean
}

const WORKSPACE = ['--workspace <app_id>', 'another workspace than the first'] as const

export function addToken(program: Command): void {
  const token = program.command('token').description('Access tokens.')
  token
    .command('create')
    .description('Make a token and print it: it cannot be shown again.')
    .option('--name <name>', 'what it is for', 'made on the command line')
    .option('--admin <id>', 'the admin that it acts for; else the first one')
    .option('--settings', 'let it change settings: make admins and tokens as well')
    .option(...WORKSPACE)
    .action(create)
  token
    .command('list')
    .description('List the tokens: their ids and names, not themselves.')
    .option(...JSON_OPTION)
    .option(...WORKSPACE)
    .action(list)
  token
    .command('update')
    .argument('<id>', 'as list shows it')
    .description('Change what a token is called, and whether it may change settings.')
    .option('--name <name>', 'what it is for')
    .option('--settings', 'let it change settings')
    .option('--no-settings', 'let it change none')
    .option(...WORKSPACE)
    .action(update)
  token
    .command('revoke')
    .argument('<id>', 'as list shows it')
    .description('Revoke a token; a running server refuses it from the next request on.')
    .option(...WORKSPACE)
    .action(revoke)
}

const create = ({ workspace, name, admin, settings = false }: Options & NewToken) =>
  withWorkspace('make', workspace, (db, { id }) =>
    db.begin(async (tx) => {
      const { lockAdmin } = await import('../../server/resources/admins/settings/queries.ts')
      const adminId = admin === undefined ? undefined : (await lockAdmin(tx, id, admin)).id
      const given = { name: readText('name', name), settings, now: systemClock.now() }
      const { token } = await createToken(tx, id, { ...given, ...(adminId !== undefined && { adminId }) })
      return token
    }),
  ).then((token) => console.log(token))

const list = ({ workspace, json }: Options & { json?: true }) =>
  withWorkspace('read', workspace, async (db, { id }) =>
    printList(await listTokens(db, id), json, {
      ID: ({ id }) => String(id),
      NAME: ({ name }) => name,
      'ACTS FOR': ({ admin_name }) => admin_name,
      SETTINGS: ({ settings }) => (settings ? 'yes' : 'no'),
      MADE: ({ created_at }) => created_at.toISOString(),
      STATE: ({ revoked_at }) => (revoked_at ? `revoked ${revoked_at.toISOString()}` : 'good'),
    }),
  )

const update = (tokenId: string, { workspace, name, settings }: Options & Partial<NewToken>) =>
  withWorkspace('change', workspace, async (db, { id, app_id }) => {
    const number = numberId(tokenId)
    const changes = given({ name: name === undefined ? undefined : readText('name', name), settings })
    if (number === undefined || !(await updateToken(db, id, number, changes))) throw noToken(app_id, tokenId)
    console.log(`Token ${tokenId} is updated.`)
  })

const revoke = (tokenId: string, { workspace }: Options) =>
  withWorkspace('change', workspace, async (db, { id, app_id }) => {
    const number = numberId(tokenId)
    const revoked = number !== undefined && (await revokeToken(db, id, number, systemClock.now()))
    if (!revoked) throw noToken(app_id, tokenId)
    console.log(`Token ${tokenId} is revoked.`)
  })

const noToken = (appId: string, tokenId: string) => new Error(`workspace ${appId} has no good token ${tokenId}`)
