/**
 * Scripts of one client of 2.11, by the names of their captures: each does what the client did and returns the last
 * answer. The nth capture of a file is named `file#n`.
 */
import type { Client, Reply, TestApp } from '../../app.ts'

export interface Actor {
  app: TestApp
  client: Client
  workspaceId: number
  adminId: string
}

export type Script<On = Actor> = (on: On) => Promise<Reply>

/** A request that the script depends on. @throws where it is refused */
export async function made(reply: Promise<Reply>): Promise<any> {
  const { status, body, text } = await reply
  if (status >= 300) throw new Error(`${status} ${text}`)
  return body
}

/** Another workspace of the server. */
export async function createActor(app: TestApp): Promise<Actor> {
  const { id, token, adminId } = await app.createWorkspace()
  return { app, client: app.client({ token, version: '2.11' }), workspaceId: id, adminId: String(adminId) }
}
