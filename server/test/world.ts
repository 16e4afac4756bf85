/**
 * A workspace with one of every fixture, every text in it bearing a mark. Tests over the table of
 * operations take their ids from here.
 */
import type { Client, TestApp, TestWorkspace } from './app.ts'
import type { Made } from './fixtures/fixture.ts'
import { createScene, type Scene } from './fixtures/scene.ts'
import { fillers, fixtures, type FixtureName } from './fixtures/vocabulary.ts'

export interface World {
  workspace: TestWorkspace
  client: Client
  scene: Scene
  /** Every fixture that is no removed state, by its name. */
  things: Record<FixtureName, Made>
  /** An id for every path parameter that an operation has, by its name in the path. */
  ids: Record<string, string>
  mark: string
}

export async function makeWorld(app: TestApp, mark: string): Promise<World> {
  const workspace = await app.createWorkspace()
  const scene = createScene(app, { workspace, mark })
  const things = {} as Record<FixtureName, Made>
  for (const [name, one] of Object.entries(fixtures))
    if (!one!.removed) things[name as FixtureName] = await scene.given(name as FixtureName)
  const ids: Record<string, string> = {}
  for (const [name, { params }] of fillers)
    for (const [param, valueOf] of Object.entries(params)) ids[param] = valueOf(things[name as FixtureName])
  return { workspace, client: scene.client, scene, things, mark, ids }
}

/** A path with its parameters filled in. */
export function fillPath(path: string, ids: Record<string, string>): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const id = ids[name]
    if (id === undefined) throw new Error(`no fixture fills {${name}} of ${path}`)
    return encodeURIComponent(id)
  })
}
