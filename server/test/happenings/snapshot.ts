/**
 * A conversation as it is read, flat and stable: ids by names, times by the seconds since it began;
 * and what stands beside it.
 */
import { history } from '../../versions/index.ts'
import type { Made } from '../fixtures/fixture.ts'
import type { Cell } from './cast.ts'

export type Flat = Record<string, string>

export async function readCell(cell: Cell): Promise<Flat> {
  const { status, body } = await read(cell)
  const flat: Flat = {}
  if (status === 200) {
    const { conversation_parts, ...conversation } = body
    flatten('', conversation, flat)
    flat['parts'] = JSON.stringify(conversation_parts.total_count)
    conversation_parts.conversation_parts.forEach((part: Made, at: number) => {
      flat[`part ${at + 1}`] = partOf(part)
    })
  } else flat['conversation'] = `${status}`
  Object.assign(flat, await beside(cell))
  const names = namesOf(cell, body)
  // All values as one text: each name is looked for once, and no value holds a zero.
  const values = named(Object.values(flat).join('\0'), names, cell).split('\0')
  return Object.fromEntries(Object.keys(flat).map((key, at) => [key, values[at]!]))
}

/** Not through the client, which holds every reply against the descriptions: other tests do so. */
async function read({ path, scene: { app, workspace } }: Cell): Promise<{ status: number; body: Made }> {
  const headers = { authorization: `Bearer ${workspace.token}`, 'intercom-version': history.newest.name }
  const reply = await app.app.inject({ url: path, headers })
  return { status: reply.statusCode, body: JSON.parse(reply.payload) }
}

/** Its files and its wake-up job, and the marks of its contacts. */
async function beside({ id, ada, bob, scene: { app, workspace } }: Cell): Promise<Flat> {
  const people = app.db<Made[]>`
    select id, state, role, last_contacted_at, last_replied_at, updated_at from contacts
    where workspace_id = ${workspace.id} and id in (${ada['id']}, ${bob['id']})`
  const rest = app.db<{ files: number; wakes_at: Date | null }[]>`
    select
      (select count(*) from files where workspace_id = ${workspace.id} and thread_id = ${id}) as files,
      (select run_at from graphile_worker.jobs where key = ${`wake:${workspace.id}:${id}`}) as wakes_at`
  const flat: Flat = {}
  for (const { id: contact, updated_at, ...marks } of await people)
    if (contact === ada['id']) flatten('ada', { ...marks, updated_at }, flat)
    else flatten('bob', marks, flat)
  const { files, wakes_at } = (await rest)[0]!
  return { ...flat, files: String(files), wakes_at: JSON.stringify(wakes_at) }
}

function flatten(prefix: string, value: unknown, flat: Flat): void {
  if (
    value === null ||
    typeof value !== 'object' ||
    Array.isArray(value) ||
    value instanceof Date ||
    prefix === 'company'
  )
    flat[prefix] = JSON.stringify(prefix === 'company' ? value && (value as Made)['id'] : value)
  else for (const [key, inner] of Object.entries(value)) flatten(prefix ? `${prefix}.${key}` : key, inner, flat)
}

/** The properties of a part, without empty ones. */
function partOf({ part_type, author, created_at, updated_at, notified_at, id: _, type: __, ...rest }: Made): string {
  const said = Object.entries(rest).filter(([, value]) => value !== null && value !== false && !isEmpty(value))
  const times = new Set([created_at, updated_at, notified_at])
  return `${part_type} of ${author.type} ${author.id} at ${[...times].join('/')} ${JSON.stringify(Object.fromEntries(said))}`
}

const isEmpty = (value: unknown) => typeof value === 'object' && Object.keys(value as object).length === 0

/** Longest first, so that no id is found within another. */
function namesOf(cell: Cell, { source, conversation_parts: parts, linked_objects: linked }: Made): [string, string][] {
  const { scene, ada, bob, tom, team, tag, company, bot, id } = cell
  const names: Record<string, string> = { [scene.adminId]: 'OWNER', [bot]: 'BOT', [id]: 'CONVERSATION' }
  for (const [name, made] of Object.entries({ ada, bob, tom, team, tag, company }))
    for (const key of ['id', 'external_id', 'email', 'name'])
      if (made[key]) names[made[key]] = key === 'id' ? name.toUpperCase() : `${name}.${key}`
  if (source) names[source.id] = 'SOURCE'
  for (const { id: other } of linked?.data ?? []) names[other] = 'LINKED'
  parts?.conversation_parts.forEach((part: Made, at: number) => (names[part['id']] = `PART ${at + 1}`))
  return Object.entries(names).toSorted(([a], [b]) => b.length - a.length)
}

/** Ids stand between what is no letter or digit. */
export function named(text: string, names: [string, string][], { began, scene }: Cell): string {
  let stable = text
  for (const [value, name] of names)
    stable = stable.replaceAll(new RegExp(`(?<![\\w.])${value.replaceAll('.', String.raw`\.`)}(?![\\w])`, 'g'), name)
  return stable
    .replaceAll(/\b\d{10}\b/g, (time) => `T+${Number(time) - began}`)
    .replaceAll(/"\d{4}-\d\d-\d\dT[\d:.]+Z"/g, (time) => `T+${new Date(JSON.parse(time)).getTime() / 1000 - began}`)
    .replaceAll(
      /[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} [\d:]{8} GMT/g,
      (time) => `T+${Date.parse(time) / 1000 - began}`,
    )
    .replaceAll(/\/files\/\w+\/\d+\/[0-9a-f]{48}\//g, '/files/…/')
    .replaceAll(scene.workspace.app_id, 'APP')
}

/** The topics told since an event, each with the parts that its conversation shows. */
export async function toldSince(cell: Cell, eventId: number): Promise<string[]> {
  const { app, workspace } = cell.scene
  const events = await app.db<{ topic: string; item: Made }[]>`
    select topic, item from events where workspace_id = ${workspace.id} and id > ${eventId} order by id`
  return events.map(({ topic, item }) => {
    const parts = (item['conversation'] ?? item)['conversation_parts']?.conversation_parts
    const shown = parts?.map(({ part_type }: Made) => part_type)
    return shown === undefined ? topic : `${topic} [${shown.join(', ')}]`
  })
}

export async function newestEvent({ scene: { app } }: Cell): Promise<number> {
  const [row] = await app.db<{ id: number }[]>`select coalesce(max(id), 0) as id from events`
  return row!.id
}
