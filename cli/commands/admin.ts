import type { Command } from 'commander'
import { systemClock } from '../../server/clock.ts'
import type { Ctx } from '../../server/context.ts'
import { given } from '../../server/http/given.ts'
import { withWorkspace, type Purpose } from './database.ts'
import { JSON_OPTION, printList } from './table.ts'

interface Options {
  workspace?: string
}

const WORKSPACE = ['--workspace <app_id>', 'another workspace than the first'] as const

/** The code of the work is read only by who does it: every command reads this file. */
export function addAdminCommand(program: Command): void {
  const admin = program.command('admin').description('Admins: who works in a workspace.')
  admin
    .command('create')
    .description('Make an admin, and print the id.')
    .requiredOption('--name <name>', 'what the admin is called')
    .requiredOption('--email <email>', 'an email that no other admin of the workspace has')
    .option('--seat', 'with a seat in the inbox')
    .option(...WORKSPACE)
    .action(create)
  admin
    .command('list')
    .description('List the admins.')
    .option(...JSON_OPTION)
    .option(...WORKSPACE)
    .action(list)
  admin
    .command('update')
    .argument('<id>', 'as list shows it')
    .description('Change an admin; what is left out stays as it is.')
    .option('--name <name>', 'what the admin is called')
    .option('--email <email>', 'an email that no other admin of the workspace has')
    .option('--seat', 'with a seat in the inbox')
    .option('--no-seat', 'without a seat in the inbox')
    .option(...WORKSPACE)
    .action(update)
  admin
    .command('remove')
    .argument('<id>', 'as list shows it')
    .description('Remove an admin: the tokens are revoked, and a running server hands over the conversations.')
    .option('--hand-over-to <id>', 'the admin who takes the conversations; else nobody does')
    .option(...WORKSPACE)
    .action(remove)
}

const create = ({ workspace, name, email, seat }: Options & { name: string; email: string; seat?: true }) =>
  inWorkspace('make', workspace, async (ctx) => {
    const { addAdmin } = await import('../../server/resources/admins/settings/new-admin.ts')
    const { id } = await addAdmin(ctx, { name, email, has_inbox_seat: seat ?? false })
    return String(id)
  })

const list = ({ workspace, json }: Options & { json?: true }) =>
  withWorkspace('read', workspace, async (db, { id }) => {
    const { listAdmins } = await import('../../server/resources/admins/queries.ts')
    const admins = (await listAdmins(db, id)).map(({ id, kind, name, email, has_inbox_seat }) => {
      return { id, kind, name, email, has_inbox_seat }
    })
    printList(admins, json, {
      ID: ({ id }) => String(id),
      NAME: ({ name }) => name,
      EMAIL: ({ email }) => email,
      SEAT: ({ kind, has_inbox_seat }) => (kind === 'operator' ? 'bot' : has_inbox_seat ? 'yes' : 'no'),
    })
  })

const update = (id: string, { workspace, ...changes }: Options & { name?: string; email?: string; seat?: boolean }) =>
  inWorkspace('change', workspace, async (ctx) => {
    const { changeAdmin } = await import('../../server/resources/admins/settings/change-admin.ts')
    const { name, email, seat } = changes
    await changeAdmin(ctx, id, given({ name, email, has_inbox_seat: seat }))
    return `Admin ${id} is updated.`
  })

const remove = (id: string, { workspace, handOverTo = null }: Options & { handOverTo?: string | null }) =>
  inWorkspace('change', workspace, async (ctx) => {
    const { removeAdmin } = await import('../../server/resources/admins/settings/remove-admin.ts')
    const { readHandOver } = await import('../../server/resources/admins/hand-over/target.ts')
    const given = { hand_over_to_admin_id: handOverTo }
    const to = await readHandOver(ctx.db, ctx.workspaceId, given, { type: 'admin', id })
    await removeAdmin(ctx, id, to)
    return `Admin ${id} is removed.`
  })

/** Runs in one transaction that also writes the events; its result is printed. */
const inWorkspace = (purpose: Purpose, appId: string | undefined, work: (ctx: Ctx) => Promise<string>) =>
  withWorkspace(purpose, appId, async (db, { id }) => {
    const { act } = await import('../../server/queue/act.ts')
    let said = ''
    await act({ db, clock: systemClock }, id, async (ctx) => {
      said = await work(ctx)
    })
    console.log(said)
  })
