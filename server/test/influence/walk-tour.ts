/** The tour and the settings' tour in one workspace, with everything in the answers that a client can see. */
import { history } from '../../versions/index.ts'
import type { Reply, TestApp, TestWorkspace } from '../app.ts'
import { labelIds, normalise } from '../normalise.ts'
import { type Found, insertUnmakeable, settingsTour, type Step, tour } from '../tour.ts'

export interface Answer {
  key: string
  status: number
  headers: Record<string, unknown>
  body: unknown
}

/** Headers that are different for every answer, or tell its bytes in another way. */
const VARYING = new Set(['etag', 'x-request-id', 'content-length', 'date', 'connection', 'keep-alive'])

/** Steps that take something away, after which nobody could stumble over it. */
const takesAway = ({ key }: Step) =>
  /^DELETE |\/(archive|delete|block|merge|cancel\/\{\})$/.test(key) ||
  key === 'PUT /data_attributes/{}' ||
  key === 'PUT /parley/workspace'

interface Walk {
  /** Leaves out what takes something away. */
  keepAll?: boolean
  /** Ids that steps need, and those that they find. */
  found?: Found
  /** False where the same answers are held against the descriptions in another walk. */
  observed?: boolean
}

export async function walkTour(
  app: TestApp,
  workspace: TestWorkspace,
  version: string,
  { keepAll = false, found, observed = true }: Walk = {},
): Promise<Answer[]> {
  const ids = found ?? (await insertUnmakeable(app, workspace.id))
  const client = app.client({ token: workspace.token, version, observed })
  const label = labelIds()
  const answers: Answer[] = []
  const served = (key: string) => key.includes(' /parley/') || history.find(version)!.serves(key)
  for (const step of [...tour, ...settingsTour]) {
    if (!served(step.key) || (keepAll && takesAway(step))) continue
    const reply = await step.go(client, ids)
    if (!reply) continue
    if (reply.status < 300 && step.find) Object.assign(ids, step.find(reply.body))
    answers.push(answerOf(step.key, reply, (body) => nameless(normalise(body, label), workspace)))
  }
  return answers
}

function answerOf(key: string, { status, headers, body }: Reply, plain: (body: unknown) => unknown): Answer {
  const kept = Object.entries(headers).filter(([name]) => !VARYING.has(name))
  const told = kept.map(([name, value]) => [name, name === 'location' ? plain(value) : value])
  return { key, status, headers: Object.fromEntries(told), body: plain(body) }
}

/** A test's workspace has a random name and a random code, which stands in addresses. */
const nameless = (value: unknown, { app_id }: TestWorkspace): unknown =>
  value === undefined
    ? value
    : JSON.parse(
        JSON.stringify(value)
          .replace(/Workspace [0-9a-f]{6}/g, 'Workspace')
          .replaceAll(app_id, 'app_id'),
      )
