import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { unless, type Ground, type Work } from './work.ts'

const ANSWER_MS = 60

/** Calls of a data connector: noted once each; one that was under way is made again under the same key. */
export function connectorWork(calls: number): Work & { close(): void } {
  const received = new Map<string, number>()
  let server: Server | undefined
  let since = 0
  let contact = ''
  const done = async ({ db }: Ground) =>
    (
      await db<[{ runs: number; ended: number; noted: number }]>`
      select count(*)::int as runs, count(*) filter (where r.outcome = 'completed')::int as ended,
        coalesce(sum(e.noted), 0)::int as noted
      from workflow_runs r, lateral (select count(*) as noted from data_connector_executions e
        where e.workspace_id = r.workspace_id and e.conversation_id = r.thread_id and e.source_id = r.workflow_id) e
      where r.workflow_id = 'calls' and r.id > ${since}`
    )[0]
  return {
    name: 'calls of a data connector',
    async prepare({ send }) {
      server = createServer(async (request, response) => {
        const key = String(request.headers['idempotency-key'])
        received.set(key, (received.get(key) ?? 0) + 1)
        await sleep(ANSWER_MS)
        response.end('{"ok":true}')
      }).listen(0, '127.0.0.1')
      await once(server, 'listening')
      contact = (await send('POST', '/contacts', { external_id: 'caller' })).id
      const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
      const { id } = await send('POST', '/data_connectors', { name: 'Crash', http_method: 'get', url })
      await send('PATCH', `/data_connectors/${id}`, { state: 'live' })
      await send('POST', '/parley/workflows', {
        id: 'calls',
        title: 'Calls',
        state: 'live',
        trigger_type: 'inbound_conversation',
        conditions: { field: 'source.body', operator: '~', value: 'connector' },
        steps: [{ type: 'run_connector', data_connector_id: id }],
      })
    },
    async begin({ db, send }) {
      since = (await db<[{ id: number }]>`select coalesce(max(id), 0) as id from workflow_runs`)[0].id
      received.clear()
      const from = { type: 'user', id: contact }
      await Promise.all(
        Array.from({ length: calls }, () => send('POST', '/conversations', { from, body: 'connector' })),
      )
    },
    progress: async (ground) => (await done(ground)).ended / calls,
    async check(ground) {
      const { runs, ended, noted } = await done(ground)
      return [
        ...unless('runs', runs, calls),
        ...unless('completed', ended, calls),
        ...unless('executions', noted, calls),
        ...unless('different keys at the receiver', received.size, calls),
      ]
    },
    async told(ground) {
      const { noted } = await done(ground)
      const again = [...received.values()].filter((times) => times > 1).length
      return `${noted} executions of ${calls}; ${again} calls made again under the same key`
    },
    close() {
      server?.close()
      server?.closeAllConnections()
    },
  }
}
