/** One rule for every segment: exactly the people that say to be in it are found in it, hidden ones included. */
import type { TestApp, TestWorkspace } from '../app.ts'
import { history } from '../../versions/index.ts'
import { membersOf, operationOf, walk } from './counts.ts'

/** Lists of those who may be in segments, and the path at which one of them is asked. */
const ASKED: Record<string, string> = {
  '/contacts': '/contacts',
  '/contacts/deleted': '/contacts',
  '/companies': '/companies',
}

/** @returns members that say to be in others than they are found in, in words */
export async function wrongMembers(app: TestApp, workspace: TestWorkspace): Promise<string[]> {
  const client = app.client({ token: workspace.token, version: history.newest.name, observed: false })
  const segments = new Map<string, string[]>()
  for (const segment of (await client.get('/parley/segments')).body.data)
    for (const { id } of await membersOf(client, segment)) segments.set(id, [...(segments.get(id) ?? []), segment.id])
  const wrong: string[] = []
  for (const [list, path] of Object.entries(ASKED))
    for (const { id } of (await walk(client, operationOf(`GET ${list}`), list))!.items) {
      const { status, body } = await client.get(`${path}/${id}/segments`)
      const said = status === 200 ? body.data.map((segment: any) => segment.id) : []
      const found = segments.get(id) ?? []
      if (said.toSorted().join() !== found.toSorted().join())
        wrong.push(`${list} ${id} says to be in ${said.join(' and ')}, and is found in ${found.join(' and ')}`)
    }
  return wrong
}
