/**
 * The examples of docs/versions.md are run: its files are written into a copy of the tree, where
 * the folder of versions is read anew, and what it shows of answers is asked for.
 */
import assert from 'node:assert/strict'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { fastify } from 'fastify'
import { pino } from 'pino'
import { createAuthenticator } from '../http/auth.ts'
import { mount } from '../http/mount.ts'
import { createRateLimiter } from '../http/rate-limit.ts'
import type { Operation } from '../http/operation.ts'
import { files as realFiles } from '../versions/index.ts'
import { createHistory, type History, type VersionFile } from '../versions/history.ts'
import { operations } from '../operations.ts'
import { itemModels, topics } from '../webhooks/topics.ts'
import { testApp, type Client, type Reply } from './app.ts'
import { atFileEnd } from './endings.ts'
import type { Scene } from './fixtures/scene.ts'
import type { Given, Sample } from './requests/request.ts'
import type { Step } from './tour/step.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const page = readFileSync(join(root, 'docs/versions.md'), 'utf8')
const written = [...page.matchAll(/^```ts\n\/\/ (\S+)\n([^]*?)^```$/gm)].map(([, path, code]) => ({
  path: path!,
  code: code!,
}))
const shown = [...page.matchAll(/^```json POST (\S+) (\{.*\}) as (\S+)\n([^]*?)^```$/gm)].map(
  ([, url, body, version, reply]) => ({ url: url!, body: body!, version: version!, reply: JSON.parse(reply!) }),
)

const opened = new Set<string>()
const copy = mkdtempSync(join(tmpdir(), 'parley-doc-'))
atFileEnd(() => rmSync(copy, { recursive: true, force: true }))
for (const { path, code } of written) {
  openFolder(dirname(path))
  writeFileSync(join(copy, path), code)
}

/** A folder of the copy that can be written to: its files are copied, the folders in it are the real ones. */
function openFolder(path: string): void {
  if (opened.has(path)) return
  opened.add(path)
  const [from, to] = [join(root, path), join(copy, path)]
  if (path !== '.') {
    openFolder(dirname(path))
    rmSync(to, { force: true })
    mkdirSync(to)
  }
  for (const entry of existsSync(from) ? readdirSync(from, { withFileTypes: true }) : [])
    if (entry.isFile()) copyFileSync(join(from, entry.name), join(to, entry.name))
    else symlinkSync(join(from, entry.name), join(to, entry.name), 'junction')
}

for (const folder of ['server/test/tour', 'server/test/requests']) openFolder(folder)

const load = (path: string) => import(pathToFileURL(join(copy, path)).href)
const { files, history }: { files: VersionFile[]; history: History } = await load('server/versions/index.ts')
const { greetings }: { greetings: Operation[] } = await load('server/resources/greetings/index.ts')

const { tour }: { tour: Step[] } = await load('server/test/tour.ts')
const { samples }: { samples: Record<string, Sample | undefined> } = await load('server/test/requests/index.ts')

const { db, clock, workspace } = await testApp()
const authenticator = await createAuthenticator(db)
const app = fastify()
atFileEnd(() => authenticator.stop())
const log = pino({ level: 'silent' })
mount(app, greetings, { db, clock, log, history, authenticator, rateLimiter: createRateLimiter('off'), limits: 'off' })

test('each version of the page is one new file, and takes its place by its name', () => {
  const names = written.flatMap(({ path }) => /^server\/versions\/(.+)\.ts$/.exec(path)?.[1] ?? [])
  const real = realFiles.map(({ name }) => name)
  assert.deepEqual(
    history.versions.map(({ name }) => name),
    [...real.slice(0, -1), ...names, real.at(-1)],
  )
  assert.equal(history.newestStable.name, names.at(-1))
})

test('an operation touches one folder and one version file, and is in the tour and among the valid requests', async () => {
  const folders = new Set(written.map(({ path }) => dirname(path)))
  assert.deepEqual([...folders].toSorted(), ['server/resources/greetings', 'server/versions'])
  const post = async (url: string, payload?: unknown) => {
    const headers = { authorization: `Bearer ${workspace.token}`, 'intercom-version': 'Preview' }
    const { statusCode: status, payload: text } = await app.inject({ method: 'POST', url, headers, payload: payload! })
    return { status, text } as Reply
  }
  const walked = tour.find(({ key }) => key === 'POST /greetings')
  assert.equal((await walked!.go({ post } as Client, {}))!.status, 200)
  const body = samples['POST /greetings']!.body!({} as Given, { unique: (word: string) => word } as Scene)
  assert.match((await post('/greetings', body)).text, /Hello guest/)
})

test('the files of the page name what exists', () => {
  const models = itemModels
  createHistory(files, { operations: [...operations, ...greetings], models, topics })
  assert.throws(() => createHistory(files, { operations, models, topics }), /2\.20\.ts.*greeting/)
})

for (const { url, body, version, reply } of shown)
  test(`${version} answers ${body} as the page shows it`, async () => {
    const headers = { authorization: `Bearer ${workspace.token}`, 'intercom-version': version }
    const { payload } = await app.inject({ method: 'POST', url, headers, payload: JSON.parse(body) })
    const { request_id: _, ...answer } = JSON.parse(payload)
    assert.deepEqual(answer, reply)
  })

test('a body of another version is refused', async () => {
  const headers = { authorization: `Bearer ${workspace.token}`, 'intercom-version': '2.20' }
  const { statusCode } = await app.inject({ method: 'POST', url: '/greetings', headers, payload: { to: 'Ada' } })
  assert.equal(statusCode, 400)
})

test('the page shows files and answers', () => {
  assert.equal(written.length, page.match(/^```ts$/gm)?.length)
  assert.equal(shown.length, page.match(/^```json/gm)?.length)
  assert.ok(written.length >= 5 && shown.length >= 4)
})
