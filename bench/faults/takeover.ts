/** One of two processes is killed with work in its hands: the other does all of it, and soon. */
import { once } from 'node:events'
import { Agent, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { ask, startServer } from './server.ts'
import type { Tenant } from './tenants.ts'

const PEOPLE = 300
const SOON_MS = 60_000

export interface Takeover {
  /** Contacts whose webhook was not told in time, whose bulk item was not done, or was done twice. */
  missing: string[]
  seconds: number
}

export async function killOneOfTwo(url: string, tenant: Tenant): Promise<Takeover> {
  const told = new Set<string>()
  const receiver = createServer(async (request, reply) => {
    let text = ''
    for await (const chunk of request.setEncoding('utf8')) text += chunk
    const id = JSON.parse(text).data?.item?.external_id
    await sleep(50) // so that each process has some in its hands
    if (id) told.add(id)
    reply.end()
  }).listen(0, '127.0.0.1')
  await once(receiver, 'listening')
  const { port } = receiver.address() as AddressInfo
  const env = { DATABASE_URL: url, PARLEY_SECRET_KEY: '0'.repeat(64) }
  const [first, second] = await Promise.all([startServer(env), startServer(env)])
  const agent = new Agent({ keepAlive: true })
  const token = tenant.tokens[0]!
  const send = async (method: string, path: string, body?: object) => {
    const answer = await ask(agent, second.url, { method, path, token, version: 'Preview', ...(body && { body }) })
    if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`)
    return answer.body
  }
  try {
    const hook = { url: `http://127.0.0.1:${port}/`, topics: ['contact.user.created'], api_version: 'Preview' }
    await send('POST', '/parley/webhooks', hook)
    const people = Array.from({ length: PEOPLE }, (_, n) => `bulk-${n}`)
    const jobs: string[] = []
    for (let at = 0; at < PEOPLE; at += 50) {
      const contacts = people.slice(at, at + 50).map((external_id) => ({ external_id, role: 'user' }))
      const response = await send('POST', '/contacts/bulk', { contacts })
      jobs.push(response.id)
    }
    while (told.size < PEOPLE / 6) await sleep(10)
    first.child.kill('SIGKILL')
    const killed = performance.now()
    const missing = async () => {
      const untold = people.filter((id) => !told.has(id)).map((id) => `${id} was not told`)
      const undone: string[] = []
      for (const id of people) if (!(await tenant.hasContact(id))) undone.push(`${id} is not there, or twice`)
      return [...untold, ...undone]
    }
    while ((told.size < PEOPLE || (await missing()).length > 0) && performance.now() - killed < SOON_MS)
      await sleep(200)
    const seconds = (performance.now() - killed) / 1000
    return { missing: [...(await missing()), ...(await openJobs(jobs, (path) => send('GET', path)))], seconds }
  } finally {
    agent.destroy()
    await Promise.all([first.stop(), second.stop()])
    receiver.close()
    receiver.closeAllConnections()
  }
}

async function openJobs(ids: string[], read: (path: string) => Promise<any>): Promise<string[]> {
  const open: string[] = []
  for (const id of ids) {
    const { state } = await read(`/contacts/bulk/${id}`)
    if (state !== 'completed') open.push(`bulk job ${id} is ${state}`)
  }
  return open
}
