import type { Command } from 'commander'
import { loadConfig } from '../../server/config.ts'
import { chooseDataFolder } from '../../server/db/data-folder.ts'
import { listKeptMails, readKeptMail } from '../../server/mail/mailbox.ts'
import { JSON_OPTION, printList } from './table.ts'

export function addMail(program: Command): void {
  const mail = program.command('mail').description('The mailbox of a server without SMTP_URL.')
  mail
    .command('list')
    .description('List the e-mails, oldest first.')
    .option(...JSON_OPTION)
    .action(list)
  mail
    .command('show')
    .argument('<name>', 'as list shows it')
    .description('Show an e-mail as it would travel.')
    .action(show)
}

const folder = () => chooseDataFolder(loadConfig()).path

const list = async ({ json }: { json?: true }) =>
  printList(await listKeptMails(folder()), json, {
    NAME: ({ name }) => name,
    FROM: ({ from }) => from,
    TO: ({ envelope }) => envelope.to.join(', '),
    SUBJECT: ({ subject }) => subject,
  })

async function show(name: string): Promise<void> {
  const mail = await readKeptMail(folder(), name)
  if (mail === undefined) throw new Error(`there is no e-mail ${name} in the mailbox`)
  console.log(mail)
}
