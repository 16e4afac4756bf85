/**
 * A stage for one captured payload: a workspace of its own, and a webhook that is told in the
 * payload's version.
 */
import type { Client, Reply, TestWorkspace } from '../app.ts'
import { webhookScene } from '../../webhooks/test-scene.ts'

export type TheScene = Awaited<ReturnType<typeof webhookScene>>

export interface Stage {
  scene: TheScene
  workspace: TestWorkspace
  adminId: string
  /** Acts in the payload's version. */
  client: Client
  /** Sends a request in the newest stable version. @returns the body @throws where it is refused */
  send(method: 'get' | 'post' | 'put' | 'delete', path: string, body?: unknown): Promise<any>
  /** @returns the last delivery of the topic once the act is done */
  delivered(topic: string, act: () => Promise<unknown>): Promise<unknown>
}

export interface Situation {
  version: string
  /** Brings the server into the situation. @returns our payload, or the answer as a whole */
  act(stage: Stage): Promise<unknown>
}

export const isReply = (ours: unknown): ours is Reply =>
  ours !== null && typeof ours === 'object' && 'headers' in ours && 'body' in ours

export async function createStage(scene: TheScene, version: string): Promise<Stage> {
  const workspace = await scene.createWorkspace()
  const { token } = workspace
  const newest = scene.client({ token })
  const client = scene.client({ token, version })
  return {
    scene,
    workspace,
    adminId: String(workspace.adminId),
    client,
    async send(method, path, body) {
      const reply = await (body === undefined ? newest[method](path) : newest[method](path, body))
      if (reply.status >= 300) throw new Error(`${method} ${path}: ${reply.status} ${reply.text}`)
      return reply.body
    },
    async delivered(topic, act) {
      const path = `/${workspace.id}/${topic}`
      await scene.listen(path, [topic], { api_version: version }, newest)
      // The webhook itself is in the activity logs, and is told of too.
      await scene.tell()
      const before = scene.receiver.at(path).length
      await act()
      await scene.tell()
      const told = scene.receiver.at(path).slice(before).at(-1)
      if (!told) throw new Error(`nobody was told of ${topic}`)
      return told.body
    },
  }
}
