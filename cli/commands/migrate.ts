import type { Command } from 'commander'
import { withDatabase } from './database.ts'

export function addMigrate(program: Command): void {
  program
    .command('migrate')
    .description('Bring the database to the newest schema (start does it by itself).')
    .action(() =>
      withDatabase('make', async ({ migrated }) => {
        console.log(migrated.length > 0 ? `Ran ${migrated.join(', ')}.` : 'Nothing to do: the schema is the newest.')
      }),
    )
}
