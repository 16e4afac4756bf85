import type { Command } from 'commander'
import { systemClock } from '../../server/clock.ts'
import { withWorkspace } from './database.ts'

export function addDemo(program: Command): void {
  program
    .command('demo')
    .description('Fill a workspace with a believable company: admins, teams, people, companies, conversations.')
    .option('--workspace <app_id>', 'another workspace than the first')
    .action((options: { workspace?: string }) =>
      withWorkspace(options.workspace, async (db, { id, app_id }) => {
        const { fillDemo } = await import('../../server/demo/fill.ts')
        const filled = await fillDemo(db, id, systemClock)
        console.log(
          filled
            ? `Workspace ${app_id} holds the demo company now.`
            : `Workspace ${app_id} holds the demo company already; nothing changed.`,
        )
      }),
    )
}
