import { unless, type Ground, type Work } from './work.ts'

/** Runs of a workflow: each step is done once in each conversation. */
export function workflowWork(conversations: number): Work {
  let since = 0
  let contact = ''
  const done = async ({ db }: Ground) =>
    (
      await db<[{ runs: number; ended: number; first: number; last: number; closed: number; steps: number }]>`
      select count(*)::int as runs, count(*) filter (where r.outcome = 'completed')::int as ended,
        coalesce(sum(p.first), 0)::int as first, coalesce(sum(p.last), 0)::int as last,
        coalesce(sum(p.closed), 0)::int as closed, coalesce(sum(s.steps), 0)::int as steps
      from workflow_runs r,
        lateral (select count(*) filter (where body = '<p>first</p>') as first,
            count(*) filter (where body = '<p>last</p>') as last, count(*) filter (where part_type = 'close') as closed
          from thread_parts p where p.workspace_id = r.workspace_id and p.thread_id = r.thread_id) p,
        lateral (select count(*) as steps from workflow_run_steps s
          where s.workspace_id = r.workspace_id and s.run_id = r.id) s
      where r.workflow_id = 'crash' and r.id > ${since}`
    )[0]
  return {
    name: 'runs of a workflow',
    async prepare({ send }) {
      contact = (await send('POST', '/contacts', { external_id: 'writer' })).id
      const { id: tag_id } = await send('POST', '/tags', { name: 'crash' })
      await send('POST', '/parley/workflows', {
        id: 'crash',
        title: 'Crash',
        state: 'live',
        trigger_type: 'inbound_conversation',
        conditions: { field: 'source.body', operator: '~', value: 'workflow' },
        steps: [
          { type: 'reply', body: 'first' },
          { type: 'tag', tag_id },
          { type: 'reply', body: 'last' },
          { type: 'close' },
        ],
      })
    },
    async begin({ db, send }) {
      since = (await db<[{ id: number }]>`select coalesce(max(id), 0) as id from workflow_runs`)[0].id
      const from = { type: 'user', id: contact }
      await Promise.all(
        Array.from({ length: conversations }, () => send('POST', '/conversations', { from, body: 'workflow' })),
      )
    },
    progress: async (ground) => (await done(ground)).ended / conversations,
    async check(ground) {
      const { runs, ended, first, last, closed, steps } = await done(ground)
      return [
        ...unless('runs', runs, conversations),
        ...unless('completed', ended, conversations),
        ...unless('first replies', first, conversations),
        ...unless('last replies', last, conversations),
        ...unless('closings', closed, conversations),
        ...unless('steps', steps, conversations * 4),
      ]
    },
    async told(ground) {
      const { ended, first, last } = await done(ground)
      return `${ended} runs of ${conversations} completed, ${first} first and ${last} last replies`
    },
  }
}
