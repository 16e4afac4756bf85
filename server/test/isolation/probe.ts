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

export interface Found {
  /** The faults that were found. */
  faults: string[]
  /** The answers that the workspace at home got to its own requests. */
  shown: string[]
}

/** @param mine sends what names things of `theirs`; both scenes have the same mark and are in step */
export async function probe(mine: Scene, theirs: Scene, operation: Operation, given: Sample): Promise<Found> {
  const { db } = mine.app
  const faults: string[] = []
  const sample = withOwnJob(given)
  const prepareIn = async (scene: Scene) => prepare(scene, operation, sample, await give(scene, operation, sample))
  const [own, foreign] = [await prepareIn(mine), await prepareIn(theirs)]
  const places = placesThatDiffer(own, foreign).filter(
    (place) => !CHOSEN.includes(`${operation.key} ${place.join('.')}`),
  )
  const isAccepted = (where: string) => Object.hasOwn(ACCEPTED, `${operation.key} ${where}`)
  const leaks = ({ text, headers }: Reply) => {
    const bytes = text + JSON.stringify(headers)
    return anyMarkerOf(theirs.workspace.id).test(bytes) || bytes.includes(theirs.workspace.app_id)
  }
  const tell = (what: string, { status, text }: Reply) => faults.push(`${what}: ${status} ${text.slice(0, 300)}`)
  const attempt = async (request: Request, where: string) => {
    const reply = await send(mine, request)
    if (reply.status >= 500) tell(`fails with their ${where}`, reply)
    if (reply.status < 400 && !isAccepted(where)) tell(`accepts their ${where}`, reply)
    if (leaks(reply)) tell(`shows what is theirs, asked with their ${where}`, reply)
    if ((reply.body?.total_count ?? reply.body?.count ?? 0) > 0) tell(`finds something by their ${where}`, reply)
  }

  const writes = operation.atomic !== 'none'
  const before = writes && (await storedRows(db, theirs.workspace.id))
  for (const place of places) await attempt(withTheirs(own, foreign, place), place.join('.'))
  if (places.length > 1 && !places.some((place) => isAccepted(place.join('.')))) await attempt(foreign, 'whole request')
  // The same request as just now, but for the ids.
  const atHome = await send(mine, own)
  if (atHome.status >= 400) tell('is not accepted at home', atHome)
  if (leaks(atHome) || (await namesTheirs(theirs, atHome.text))) tell('shows what is theirs', atHome)
  if (before) {
    await runDueJobs(mine.app, mine.workspace.id)
    for (const table of changedTables(before, await storedRows(db, theirs.workspace.id)))
      faults.push(`changes their ${table}`)
  }
  const atTheirs = await send(theirs, foreign)
  if (atTheirs.status >= 400) tell('is not accepted where it belongs', atTheirs)
  return { faults, shown: [atHome.text] }
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
