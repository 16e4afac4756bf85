/**
 * Fetches an attachment from its address, once: from then on the message shows the file as it is kept here. An address
 * that cannot be fetched stays in the message as it was given, and the log tells the operator.
 */
import { randomBytes } from 'node:crypto'
import { download, type Download } from '../outgoing/download.ts'
import type { Task, TaskDeps } from '../queue/task.ts'
import { filePath, MEDIA_TYPE, nameIn, presentFile } from './attachment.ts'
import { enqueueFetch, FETCH_ATTACHMENT } from './fetch-later.ts'
import { findPending, lockMessages, replaceAddress, updateFetch, type PendingFetch } from './fetch-queries.ts'
import { pictureOf } from './image.ts'
import { deleteFile, insertFiles } from './queries.ts'

export interface FetchAttachmentPayload {
  workspace_id: number
  fetch_id: number
}

const TIMEOUT_MS = 20_000
const MOST_BYTES = 20 * 1024 * 1024
/** Seconds until the next attempt, where the receiver did not answer, or had a failure of its own. */
const PAUSES = [10, 60]

export const fetchAttachment: Task = {
  name: FETCH_ATTACHMENT,
  sharing: true,
  async run(deps, { workspace_id, fetch_id }: FetchAttachmentPayload) {
    const fetch = await findPending(deps.db, workspace_id, fetch_id)
    if (!fetch) return
    const limits = { timeoutMs: TIMEOUT_MS, mostBytes: MOST_BYTES, reach: deps.reach ?? 'public' }
    const found = await download(new URL(fetch.url), limits)
    if (found.bytes) await keep(deps, fetch, found)
    else await fail(deps, fetch, found)
  },
}

async function keep(
  { db, clock }: TaskDeps,
  fetch: PendingFetch,
  { bytes, contentType }: Download & { bytes: Buffer },
) {
  const { workspace_id, thread_id, id, url, origin, app_id } = fetch
  const now = clock.now()
  await db.begin(async (tx) => {
    await lockMessages(tx, workspace_id, thread_id)
    if (!(await findPending(tx, workspace_id, id))) return
    const secret = randomBytes(24).toString('hex')
    const file = { thread_id, name: nameIn(new URL(url)), content_type: typeOf(bytes, contentType), bytes, secret }
    const [fileId] = await insertFiles(tx, workspace_id, now, [file])
    const shown = await replaceAddress(
      tx,
      workspace_id,
      thread_id,
      url,
      presentFile(`${origin}${filePath(app_id, fileId!, secret, file.name)}`, file),
    )
    if (!shown) await deleteFile(tx, workspace_id, fileId!)
    const error = shown ? null : 'the message is gone'
    const settled = { state: shown ? 'kept' : 'failed', error, file_id: shown ? fileId! : null, settled_at: now }
    await updateFetch(tx, workspace_id, id, settled)
  })
}

async function fail(
  { db, clock, log }: TaskDeps,
  { workspace_id, app_id, thread_id, id, url, attempts }: PendingFetch,
  { error, again }: Download & { bytes: null },
) {
  const now = clock.now()
  const pause = again ? PAUSES[attempts] : undefined
  await db.begin(async (tx) => {
    const state = pause === undefined ? 'failed' : 'pending'
    await updateFetch(tx, workspace_id, id, { state, error, file_id: null, settled_at: pause ? null : now })
    if (pause !== undefined)
      await enqueueFetch({ db: tx, workspaceId: workspace_id }, { id, url }, new Date(now.getTime() + pause * 1000))
  })
  // The rest of an address may hold a secret.
  if (pause === undefined)
    log?.warn(
      { workspace: app_id, thread: thread_id, host: new URL(url).host, reason: error },
      'an attachment could not be fetched from its address',
    )
}

/** A picture is what its bytes say, and nothing else is one: the rest is only offered to be saved. */
function typeOf(bytes: Buffer, declared: string): string {
  const picture = pictureOf(bytes)
  if (picture) return picture.content_type
  return MEDIA_TYPE.test(declared) && !/^image\//i.test(declared) ? declared : 'application/octet-stream'
}
