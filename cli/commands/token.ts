import type { Command } from 'commander'
import { systemClock } from '../../server/clock.ts'
import { createToken, listTokens, revokeToken } from '../../server/provision/tokens.ts'
import { withWorkspace } from './database.ts'

interface Options {
  workspace?: string
}

const WORKSPACE = ['--workspace <app_id>', 'another workspace than the first'] as const

export function addToken(program: Command): void {
  const token = program.command('token').description('Access tokens.')
  token
    .command('create')
    .description('Make a token and print it: it cannot be shown again.')
    .option('--name <name>', 'what it is for', 'made on the command line')
    .option(...WORKSPACE)
    .action(create)
  token
    .command('list')
    .description('List the tokens: their ids and names, not themselves.')
    .option(...WORKSPACE)
    .action(list)
  token
    .command('revoke')
    .argument('<id>', 'as list shows it')
    .description('Revoke a token; a running server refuses it from the next request on.')
    .option(...WORKSPACE)
    .action(revoke)
}

const create = ({ workspace, name }: Options & { name: string }) =>
  withWorkspace(workspace, async (db, { id }) => {
    const { token } = await createToken(db, id, { name, now: systemClock.now() })
    console.log(token)
  })

const list = ({ workspace }: Options) =>
  withWorkspace(workspace, async (db, { id }) => {
    const rows = (await listTokens(db, id)).map(({ id, name, admin_name, created_at, revoked_at }) => [
      String(id),
      name,
      admin_name,
      created_at.toISOString(),
      revoked_at ? `revoked ${revoked_at.toISOString()}` : 'good',
    ])
    console.log(asTable([['ID', 'NAME', 'ACTS FOR', 'MADE', 'STATE'], ...rows]))
  })

const revoke = (tokenId: string, { workspace }: Options) =>
  withWorkspace(workspace, async (db, { id, app_id }) => {
    const revoked = /^[0-9]{1,15}$/.test(tokenId) && (await revokeToken(db, id, Number(tokenId), systemClock.now()))
    if (!revoked) throw new Error(`workspace ${app_id} has no good token ${tokenId}`)
    console.log(`Token ${tokenId} is revoked.`)
  })

function asTable(rows: string[][]): string {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)))
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column]!))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
