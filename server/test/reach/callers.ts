/** Each kind of caller, with its Authorization header. */
import { randomBytes } from 'node:crypto'
import { createToken, makeToken } from '../../resources/tokens/access-tokens.ts'
import type { TestApp } from '../app.ts'
import type { World } from '../world.ts'

export interface Caller {
  name: string
  authorization: string | undefined
  /** Asks for what another workspace has. */
  foreign?: boolean
  /** Is let in: asks last, because what it does is done. */
  invited?: boolean
}

const bearer = (token: string) => `Bearer ${token}`

export async function makeCallers(app: TestApp, { workspace, client }: World): Promise<Caller[]> {
  const give = async (name: string, more: object = {}) => {
    const { status, body, text } = await client.post('/parley/tokens', { name, ...more })
    if (status !== 200) throw new Error(text)
    return body as { id: string; token: string }
  }
  const admin = async (name: string) => {
    const email = `${name}-${randomBytes(4).toString('hex')}@example.com`
    return (await client.post('/parley/admins', { name, email })).body.id as string
  }
  const revoked = await give('revoked', { settings: true })
  await client.delete(`/parley/tokens/${revoked.id}`)
  const leaving = await admin('leaving')
  const ofLeaving = await give('of a removed admin', { admin_id: leaving, settings: true })
  await client.delete(`/parley/admins/${leaving}`, {})
  const left = await createToken(app.db, workspace.id, {
    adminId: Number(leaving),
    name: 'made after the removal',
    settings: true,
    now: app.clock.now(),
  })
  const stranger = await app.createWorkspace()
  return [
    { name: 'none', authorization: undefined },
    { name: 'wrong', authorization: bearer(makeToken()) },
    { name: 'revoked', authorization: bearer(revoked.token) },
    { name: 'removed admin', authorization: bearer(ofLeaving.token) },
    { name: 'made for a removed admin', authorization: bearer(left.token) },
    { name: 'another workspace', authorization: bearer(stranger.token), foreign: true },
    { name: 'token', authorization: bearer((await give('script')).token), invited: true },
    { name: 'settings token', authorization: bearer(workspace.token), invited: true },
  ]
}
