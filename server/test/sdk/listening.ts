/**
 * A server that listens, for the client packages that people have installed. All of them share it,
 * and every call makes a workspace of its own there:
 *
 *   const { url, token } = await newWorkspace()
 *
 * What it answers is held against the published descriptions like every other reply.
 */
import { testApp, type TestApp } from '../app.ts'
import { atFileEnd } from '../endings.ts'
import { observe } from '../contract.ts'

export interface Listening {
  /** Where the server listens, without a slash at the end. */
  url: string
  token: string
  /** The workspace's code and its name, as `GET /me` tells them. */
  appId: string
  appName: string
  /** The owner, for whom the token acts. */
  adminId: string
  /** The server's time in unix seconds; it stands still. */
  now: number
}

let server: Promise<{ app: TestApp; url: string }> | undefined

export async function newWorkspace(): Promise<Listening> {
  const { app, url } = await (server ??= listen())
  const { token, app_id, adminId } = await app.createWorkspace()
  const [workspace] = await app.db<{ name: string }[]>`select name from workspaces where app_id = ${app_id}`
  const now = app.clock.now().getTime() / 1000
  return { url, token, appId: app_id, appName: workspace!.name, adminId: String(adminId), now }
}

/** The test application closes it, with all its connections, when the file has ended. */
async function listen() {
  const app = await testApp({ own: true })
  atFileEnd(() => (server = undefined))
  app.app.addHook('onSend', async (request, reply, payload) => {
    const version = reply.getHeader('intercom-version')
    if (typeof version === 'string' && typeof payload === 'string') {
      const { method, url: path } = request
      const body = payload === '' ? undefined : JSON.parse(payload)
      observe({ version, method, path, status: reply.statusCode, body })
    }
    return payload
  })
  return { app, url: await app.app.listen({ host: '127.0.0.1', port: 0 }) }
}
