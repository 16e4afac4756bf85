/**
 * A probe: a request that works at home is sent by another workspace, byte by byte the same, and with each of the
 * ids in it on its own. It is refused, shows nothing and changes nothing; at home it still works.
 */
import type { Operation } from '../../http/operation.ts'
import type { Reply } from '../app.ts'
import type { Scene } from '../fixtures/scene.ts'
import { give, prepare, send, type Request, type Sample } from '../requests/request.ts'
import { runDueJobs } from '../run-jobs.ts'
import { changedTables, storedRows } from '../stored-rows.ts'
import { anyMarkerOf } from './markers.ts'
import { placesThatDiffer, withTheirs } from './places.ts'

/** Requests that are accepted though they name what is another workspace's, each with the reason. */
export const ACCEPTED: Record<string, string> = {
  'POST /tags body.users.0.id': 'answers for each contact whether it was tagged',
  'POST /tags body.contacts.0.id': 'answers for each contact whether it was tagged',
  'POST /tags body.companies.0.id': 'answers for each company whether it was tagged',
  'PUT /contacts/bulk body.contacts.0.id': 'each item is refused when its turn comes',
  'POST /contacts/bulk/delete body.contacts.0.id': 'each item is refused when its turn comes',
  'PUT /companies/bulk body.companies.0.id': 'each item is refused when its turn comes',
  'POST /companies/bulk/delete body.companies.0.id': 'each item is refused when its turn comes',
  'GET /ai/external_pages query.source_id': 'finds nothing',
  'GET /internal_articles/search query.folder_id': 'finds nothing',
  'GET /content/search query.tag_ids': 'finds nothing',
  'GET /content/search query.any_tag_ids': 'finds nothing',
  'GET /content/search query.folder_ids': 'finds nothing',
  'GET /content/search query.created_by_ids': 'finds nothing',
  'GET /content/search query.last_updated_by_ids': 'finds nothing',
  'POST /content/bulk_actions body.content_ids.0.id': 'the item is refused when its turn comes',
  'POST /calls/search body.conversation_ids.0': 'finds nothing',
  'POST /contacts/search body.query.value': 'finds nothing',
  'POST /conversations/search body.query.value': 'finds nothing',
  'POST /tickets/search body.query.value': 'finds nothing',
  'POST /tickets/enqueue body.contacts.0.id': 'the job fails when its turn comes',
  'POST /tickets/enqueue body.assignment.admin_assignee_id': 'the job fails when its turn comes',
  'POST /tickets/enqueue body.assignment.team_assignee_id': 'the job fails when its turn comes',
  'POST /parley/segments/preview body.filter.value': 'counts nobody',
}

/** Addresses on the server, which one workspace alone can have: they differ between the two, and refer to nothing. */
const CHOSEN = ['POST /parley/help_centers body.identifier', 'POST /parley/help_centers body.custom_domain']

/** One workspace names things of the other. */
interface Direction {
  mine: Scene
  theirs: Scene
  own: Request
  foreign: Request
  faults: string[]
}

export interface Found {
  /** The faults that were found. */
  faults: string[]
  /** The answers that the workspaces got to their own requests. */
  shown: string[]
}

/** Operations that accept what is another workspace's, and may do something with it later. */
export const acceptsLater = ({ key, atomic }: Operation): boolean =>
  atomic !== 'none' && Object.keys(ACCEPTED).some((at) => at.startsWith(`${key} `))

/**
 * Both attempt, then both ask at home: an attempt names what is still there. Jobs of the second's attempts run last,
 * when the first's may have taken away what they name.
 * @param scenes have the same mark and are in step
 */
export async function probe(scenes: readonly [Scene, Scene], operation: Operation, given: Sample): Promise<Found> {
  const sample = withOwnJob(given)
  const prepareIn = async (scene: Scene) => prepare(scene, operation, sample, await give(scene, operation, sample))
  const [one, other] = scenes
  const [ofOne, ofOther] = [await prepareIn(one), await prepareIn(other)]
  const directions: Direction[] = [
    { mine: one, theirs: other, own: ofOne, foreign: ofOther, faults: [] },
    { mine: other, theirs: one, own: ofOther, foreign: ofOne, faults: [] },
  ]
  const shown: string[] = []
  for (const direction of directions) await holdTheirs(direction, () => attemptAll(direction))
  for (const direction of directions)
    await holdTheirs(direction, async () => {
      shown.push(await askAtHome(direction))
      // Jobs of the attempts run too.
      if (writes(operation)) await runDueJobs(direction.mine.app, direction.mine.workspace.id)
    })
  return { faults: directions.flatMap(({ faults }) => faults), shown }
}

const writes = ({ atomic }: Operation) => atomic !== 'none'

/** The other workspace's rows stay as they are. */
async function holdTheirs({ theirs, own, faults }: Direction, act: () => Promise<void>): Promise<void> {
  if (!writes(own.operation)) return act()
  const { app, workspace } = theirs
  const before = await storedRows(app.db, workspace.id)
  await act()
  for (const table of changedTables(before, await storedRows(app.db, workspace.id)))
    faults.push(`changes their ${table}`)
}

async function attemptAll({ mine, theirs, own, foreign, faults }: Direction): Promise<void> {
  const { key } = own.operation
  const places = placesThatDiffer(own, foreign).filter((place) => !CHOSEN.includes(`${key} ${place.join('.')}`))
  const isAccepted = (where: string) => Object.hasOwn(ACCEPTED, `${key} ${where}`)
  const attempt = async (request: Request, where: string) => {
    const reply = await send(mine, request)
    if (reply.status >= 500) faults.push(tell(`fails with their ${where}`, reply))
    if (reply.status < 400 && !isAccepted(where)) faults.push(tell(`accepts their ${where}`, reply))
    if (leaks(theirs, reply)) faults.push(tell(`shows what is theirs, asked with their ${where}`, reply))
    if ((reply.body?.total_count ?? reply.body?.count ?? 0) > 0)
      faults.push(tell(`finds something by their ${where}`, reply))
  }
  for (const place of places) await attempt(withTheirs(own, foreign, place), place.join('.'))
  if (places.length > 1 && !places.some((place) => isAccepted(place.join('.')))) await attempt(foreign, 'whole request')
}

/** The same request as those that were refused, but for the ids. @returns the answer */
async function askAtHome({ mine, theirs, own, faults }: Direction): Promise<string> {
  const reply = await send(mine, own)
  if (reply.status >= 400) faults.push(tell('is not accepted at home', reply))
  if (leaks(theirs, reply) || (await namesTheirs(theirs, reply.text))) faults.push(tell('shows what is theirs', reply))
  return reply.text
}

const tell = (what: string, { status, text }: Reply) => `${what}: ${status} ${text.slice(0, 300)}`

function leaks({ workspace }: Scene, { text, headers }: Reply): boolean {
  const bytes = text + JSON.stringify(headers)
  return anyMarkerOf(workspace.id).test(bytes) || bytes.includes(workspace.app_id)
}

/**
 * True if an answer contains the id of a contact, company or segment of the other workspace; these ids are unique
 * everywhere.
 */
async function namesTheirs({ app: { db }, workspace: { id } }: Scene, text: string): Promise<boolean> {
  const ids = text.match(/\b[0-9a-f]{24}\b/g)
  if (!ids) return false
  const [row] = await db<{ found: boolean }[]>`
    select exists (select from contacts where workspace_id = ${id} and id = any(${ids}::text[]))
      or exists (select from companies where workspace_id = ${id} and id = any(${ids}::text[]))
      or exists (select from segments where workspace_id = ${id} and id = any(${ids}::text[])) as found`
  return row!.found
}

/** A job takes no more once it is done. */
function withOwnJob(sample: Sample): Sample {
  const jobs = (sample.needs ?? []).filter((name) => name.startsWith('a bulk job'))
  return { ...sample, fresh: [...(sample.fresh ?? []), ...jobs] }
}
