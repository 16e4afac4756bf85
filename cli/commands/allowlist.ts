import type { Command } from 'commander'
import { systemClock } from '../../server/clock.ts'
import { withWorkspace } from './database.ts'

interface Options {
  workspace?: string
}

const WORKSPACE = ['--workspace <app_id>', 'another workspace than the first'] as const

export function addAllowlist(program: Command): void {
  const allowlist = program.command('allowlist').description('The IP addresses that a workspace lets in.')
  allowlist
    .command('show')
    .description('Show the addresses, and whether others are kept out.')
    .option(...WORKSPACE)
    .action(show)
  allowlist
    .command('off')
    .description('Let every address in again, for who is locked out. The addresses are kept.')
    .option(...WORKSPACE)
    .action(off)
}

const show = ({ workspace }: Options) =>
  withWorkspace('read', workspace, async (db, { id }) => {
    const { findAllowlist } = await import('../../server/resources/ip-allowlist/queries.ts')
    const { enabled, networks } = await findAllowlist(db, id)
    console.log([enabled ? 'on' : 'off', ...networks].join('\n'))
  })

const off = ({ workspace }: Options) =>
  withWorkspace('change', workspace, async (db, { id, app_id }) => {
    const { findAllowlist, setAllowlist } = await import('../../server/resources/ip-allowlist/queries.ts')
    await db.begin(async (tx) => {
      const { networks } = await findAllowlist(tx, id)
      await setAllowlist(tx, id, { enabled: false, networks }, systemClock.now())
    })
    console.log(`The allowlist of workspace ${app_id} is off.`)
  })
