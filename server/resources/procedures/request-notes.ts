/** Notes for teammates about a question to them: that it waits for their input, and that nobody gave it in time. */
import type { Ctx } from '../../context.ts'
import { escapeHtml, sanitiseBody } from '../../html.ts'
import { byAdmin, getBot } from '../../threads/actors.ts'
import type { ThreadRow } from '../../threads/thread.ts'
import { record } from '../conversations/record.ts'
import type { Collected } from './collected.ts'
import type { InputRequest } from './request-queries.ts'

type Asked = Pick<InputRequest, 'question' | 'attributes' | 'expires_at'>

export const noteRequest = (ctx: Ctx, thread: ThreadRow, { question, attributes, expires_at }: Asked): Promise<void> =>
  note(
    ctx,
    thread,
    `<p>A procedure waits for the input of a teammate until ${timeOf(expires_at)}:</p>${question}` +
      `<ul>${(attributes as Collected[]).map(lineOf).join('')}</ul>`,
  )

export const noteExpiry = (ctx: Ctx, thread: ThreadRow, { question, expires_at }: Asked): Promise<void> =>
  note(ctx, thread, `<p>Nobody gave the input that a procedure waited for until ${timeOf(expires_at)}:</p>${question}`)

function lineOf({ label, data_type, options }: Collected): string {
  const choices = data_type === 'list' ? options.map((option) => option.label).join(', ') : data_type
  return `<li>${escapeHtml(label)}: ${escapeHtml(choices)}</li>`
}

const timeOf = (at: Date): string => `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`

async function note(ctx: Ctx, thread: ThreadRow, html: string): Promise<void> {
  const bot = await getBot(ctx.db, ctx.workspaceId)
  await record(ctx, thread, {
    parts: [{ part_type: 'note', ...byAdmin(bot), body: sanitiseBody(html), created_at: ctx.now }],
    changes: {},
    topics: ['conversation.admin.noted'],
  })
}
