import { createInterface } from 'node:readline/promises'
import type { Command } from 'commander'
import { systemClock } from '../../server/clock.ts'
import { createToken } from '../../server/resources/tokens/access-tokens.ts'
import { getWorkspace, withDatabase } from './database.ts'
import { JSON_OPTION, printList } from './table.ts'

interface Options {
  name: string
  ownerName: string
  ownerEmail: string
}

export function addWorkspace(program: Command): void {
  const workspace = program.command('workspace').description('Workspaces.')
  workspace
    .command('create')
    .description('Make a workspace, with its owner and a token, and print them.')
    .requiredOption('--name <name>', 'the name of the company')
    .option('--owner-name <name>', 'the first admin', 'Owner')
    .option('--owner-email <email>', "the first admin's email", 'owner@example.com')
    .action(create)
  workspace
    .command('list')
    .description('List the workspaces.')
    .option(...JSON_OPTION)
    .action(list)
  workspace
    .command('delete')
    .argument('<app_id>', 'as list shows it')
    .description('Delete a workspace with all that it holds, for good.')
    .option('--yes', 'do not ask')
    .action(remove)
}

const create = ({ name, ownerName, ownerEmail }: Options) =>
  withDatabase('make', async ({ db }) => {
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

const list = ({ json }: { json?: true }) =>
  withDatabase('read', async ({ db }) => {
    const { listWorkspaces } = await import('../../server/provision/list-workspaces.ts')
    printList(await listWorkspaces(db), json, {
      'APP ID': ({ app_id }) => app_id,
      NAME: ({ name }) => name,
      MADE: ({ created_at }) => created_at.toISOString(),
    })
  })

const remove = (appId: string, { yes }: { yes?: true }) =>
  withDatabase('change', async ({ db }) => {
    const { deleteWorkspace } = await import('../../server/provision/delete-workspace.ts')
    const { id, name } = await getWorkspace(db, appId)
    if (!yes) await confirm(appId, name)
    await deleteWorkspace(db, id, systemClock.now())
    console.log(`Workspace ${appId} is deleted.`)
  })

/** @throws where the answer is not the workspace's app_id, and where there is nobody to ask */
async function confirm(appId: string, name: string): Promise<void> {
  if (!process.stdin.isTTY) throw new Error('deleting a workspace must be confirmed; add --yes')
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  const answer = await terminal.question(
    `${name} and all that it holds will be gone for good. Type ${appId} to delete it: `,
  )
  terminal.close()
  if (answer.trim() !== appId) throw new Error('nothing was deleted')
}
