/**
 * A mailbox on disk, for servers without a mail server: each mail is an .eml file, with its envelope beside it.
 * `parley mail` lists and shows them. A mail that is sent again keeps its name.
 */
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { SAFE, type Envelope, type MailTransport } from './transport.ts'

export interface KeptMail {
  name: string
  sent_at: string
  from: string
  envelope: Envelope
  subject: string
}

const folderOf = (dataDir: string) => join(dataDir, 'mailbox')

export function openMailbox(dataDir: string): MailTransport {
  const folder = folderOf(dataDir)
  return {
    async send(name, envelope, mail) {
      const { createTransport } = await import('nodemailer')
      const composer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
      const { message } = await composer.sendMail({ ...mail, ...SAFE, envelope: { ...envelope } })
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const from = (mail.from as { address: string }).address
      const kept: KeptMail = { name, sent_at: new Date().toISOString(), from, envelope, subject: String(mail.subject) }
      await place(`${join(folder, name)}.eml`, message as Buffer)
      await place(`${join(folder, name)}.json`, `${JSON.stringify(kept, null, 2)}\n`)
      return envelope.to.map((address) => ({ address, state: 'sent' as const, answer: `kept in ${folder}` }))
    },
    close() {},
  }
}

/** A reader sees all of a file, or none of it. */
async function place(file: string, content: string | Buffer): Promise<void> {
  await writeFile(`${file}.part`, content, { mode: 0o600 })
  await rename(`${file}.part`, file)
}

/** Oldest first. */
export async function listKeptMails(dataDir: string): Promise<KeptMail[]> {
  const folder = folderOf(dataDir)
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  const files = names.filter((name) => name.endsWith('.json')).toSorted()
  return Promise.all(files.map(async (name) => JSON.parse(await readFile(join(folder, name), 'utf8')) as KeptMail))
}

/** The mail as it would travel; undefined where there is none of that name. */
export async function readKeptMail(dataDir: string, name: string): Promise<string | undefined> {
  const kept = (await listKeptMails(dataDir)).find((mail) => mail.name === name)
  return kept && readFile(`${join(folderOf(dataDir), kept.name)}.eml`, 'utf8')
}
