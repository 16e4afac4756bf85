/** The commands of the command line. Each is a file in commands/. */
import { Command } from 'commander'
import { addAdminCommand } from './commands/admin.ts'
import { addAllowlist } from './commands/allowlist.ts'
import { addArticles } from './commands/articles.ts'
import { addDemo } from './commands/demo.ts'
import { addMail } from './commands/mail.ts'
import { addMigrate } from './commands/migrate.ts'
import { addRecount } from './commands/recount.ts'
import { addStart } from './commands/start.ts'
import { addToken } from './commands/token.ts'
import { addWorkspace } from './commands/workspace.ts'
import { RELEASE } from '../server/release.ts'

export function createProgram(): Command {
  const program = new Command('parley')
    .description('An open server that speaks the Intercom REST API.')
    .version(RELEASE)
    .addHelpText(
      'after',
      `
Configuration is by environment variables: PORT, HOST, PARLEY_PUBLIC_URL, PARLEY_TRUSTED_PROXIES,
DATABASE_URL, PARLEY_DB_CONNECTIONS, PARLEY_DATA_DIR, PARLEY_ACCESS_TOKEN, PARLEY_METRICS_TOKEN, PARLEY_LIMITS,
PARLEY_SITE_SEARCHES, PARLEY_EVENT_DAYS, PARLEY_SECRET_KEY, PARLEY_PRIVATE_URLS, PARLEY_ANSWERER_URL,
PARLEY_ANSWERER_KEY, PARLEY_ANSWERER_MODEL, PARLEY_DEMO, SMTP_URL, PARLEY_MAIL_DOMAIN,
LOG_LEVEL (see docs/configuration.md).

All commands but start work while a server is running, and while none is.`,
    )
    .showHelpAfterError()

  for (const add of [
    addStart,
    addMigrate,
    addToken,
    addWorkspace,
    addAllowlist,
    addAdminCommand,
    addMail,
    addArticles,
    addDemo,
    addRecount,
  ])
    add(program)
  return program
}
