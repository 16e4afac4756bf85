/** A host of pictures on this machine, and the job that fetches attachments when a test says so. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Logger } from 'pino'
import type { Reach } from '../config.ts'
import type { TestApp } from '../test/app.ts'
import { fetchAttachment } from './fetch-attachment.task.ts'
import { atFileEnd } from '../test/endings.ts'

/** One pixel. */
export const GIF = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')

export interface Host {
  url(path: string): string
  /** The answer at a path from now on; 404 where none is given. */
  serve(path: string, content_type: string, bytes: Buffer | string, status?: number): void
  /** Paths of the requests, in their order. */
  asked: string[]
}

export async function startHost(): Promise<Host> {
  const asked: string[] = []
  const answers = new Map<string, (response: ServerResponse) => void>()
  const server = createServer((request: IncomingMessage, response) => {
    asked.push(request.url!)
    const answer = answers.get(request.url!)
    if (answer) answer(response)
    else response.writeHead(404).end()
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  atFileEnd(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  return {
    url: (path) => `http://127.0.0.1:${port}${path}`,
    serve: (path, type, bytes, status = 200) =>
      void answers.set(path, (response) => response.writeHead(status, { 'content-type': type }).end(bytes)),
    asked,
  }
}

/** Runs the jobs that are due by the test's clock, as the worker would. @returns how many there were */
export async function fetchDue(
  { db, clock, workspace }: TestApp,
  reach: Reach = 'private',
  log?: Logger,
): Promise<number> {
  const jobs = await db<{ key: string; run_at: Date; payload: any }[]>`
    select j.key, j.run_at, p.payload from graphile_worker.jobs j
    join graphile_worker._private_jobs p on p.id = j.id
    where j.task_identifier = 'fetch_attachment' and (p.payload ->> 'workspace_id')::int = ${workspace.id}
    order by j.id`
  const due = jobs.filter(({ run_at }) => run_at <= clock.now())
  for (const { key, payload } of due) {
    await db`select graphile_worker.remove_job(${key}::text)`
    await fetchAttachment.run({ db, clock, reach, ...(log && { log }) }, payload)
  }
  return due.length
}
