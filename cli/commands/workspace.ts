import type { Command } from 'commander'
import { systemClock } from '../../server/clock.ts'
import { createToken } from '../../server/resources/tokens/access-tokens.ts'
import { withDatabase } from './database.ts'

interface Options {
  name: string
  ownerName: string
  ownerEmail: string
}

export function addWorkspace(program: Command): void {
  program
    .command('workspace')
    .description('Workspaces.')
    .command('create')
    .description('Make a workspace, with its owner and a token, and print them.')
    .requiredOption('--name <name>', 'the name of the company')
    .option('--owner-name <name>', 'the first admin', 'Owner')
    .option('--owner-email <email>', "the first admin's email", 'owner@example.com')
    .action(create)
}

const create = ({ name, ownerName, ownerEmail }: Options) =>
  withDatabase(async ({ db }) => {
    const { createWorkspace } = await import('../../server/provision/workspace.ts')
    return db.begin(async (tx) => {
      const { id, appId, ownerId } = await createWorkspace(tx, { name, ownerName, ownerEmail, clock: systemClock })
      const { token } = await createToken(tx, id, {
        name: 'first token',
        adminId: ownerId,
        settings: true,
        now: systemClock.now(),
      })
      return { appId, token }
    })
  }).then(({ appId, token }) => console.log(`Workspace     ${name} (${appId})\nAccess token  ${token}`))
