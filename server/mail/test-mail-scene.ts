/** A workspace that writes e-mails, and the job that sends them when a test says so. */
import { testApp, type TestApp } from '../test/app.ts'
import type { MailTransport } from './transport.ts'
import { sendMail } from './send-mail.task.ts'

export interface Recipient {
  address: string
  state: string
  answer: string | null
}

export async function mailScene(transport: MailTransport) {
  const app = await testApp()
  const client = app.client()
  const admin = { type: 'admin', id: app.workspace.adminId }
  let number = 0

  const contact = async (details: object = {}) =>
    (
      await client.post('/contacts', {
        external_id: `mail ${++number}`,
        email: `contact-${number}-${app.workspace.id}@example.com`,
        name: `Contact ${number}`,
        ...details,
      })
    ).body

  /** Sends an e-mail to contacts through the API. @returns the message */
  const write = async (details: object) =>
    (
      await client.post('/messages', {
        message_type: 'email',
        template: 'plain',
        subject: 'Your order',
        body: '<p>It is on its way</p>',
        from: admin,
        ...details,
      })
    ).body

  return { app, client, admin, contact, write, ...jobsOf(app, transport) }
}

function jobsOf({ db, clock, workspace }: TestApp, transport: MailTransport) {
  const jobs = () => db<{ key: string; run_at: Date; payload: any }[]>`
    select j.key, j.run_at, p.payload from graphile_worker.jobs j
    join graphile_worker._private_jobs p on p.id = j.id
    where j.task_identifier = 'send_mail' and (p.payload ->> 'workspace_id')::int = ${workspace.id}
    order by j.id`
  return {
    jobs,
    /** Runs the jobs that are due by the test's clock, as the worker would. */
    async sendDue() {
      for (const { key, run_at, payload } of await jobs()) {
        if (run_at > clock.now()) continue
        await db`select graphile_worker.remove_job(${key}::text)`
        await sendMail.run({ db, clock, mail: transport }, payload)
      }
    },
    recipients: () => db<Recipient[]>`
      select r.address, r.state, r.answer from mail_recipients r
      where r.workspace_id = ${workspace.id} order by r.mail_id, r.position`,
  }
}
