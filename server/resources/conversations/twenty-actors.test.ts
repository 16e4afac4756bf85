/** Twenty actors work on one conversation at once: none waits for another's answer, and each does ten things. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { folded, recount } from '../../threads/fold.ts'
import { recountThreads } from '../../threads/recount-threads.ts'
import { listHoursInForce } from '../../threads/hours-queries.ts'
import { listAllParts } from '../../threads/part-queries.ts'
import type { ThreadRow } from '../../threads/thread.ts'
import { testApp } from '../../test/app.ts'
import { createScene } from '../../test/fixtures/scene.ts'
import { randomFrom, type Random } from '../../test/random.ts'
import { newConversation, newUser } from './test-scene.ts'

const ACTIONS = 10
const app = await testApp({ own: true })

interface Request {
  path: string
  body: object
  /** The type of the part by the actor, or any of several. */
  leaves: string
}

interface Actor {
  actions: (random: Random, words: string) => Request[]
}

const wordsOf = (texts: (string | null | undefined)[]) => texts.filter((text) => text).toSorted()

for (const seed of [1, 2])
  test(`the history of twenty actors adds up, and equals its statistics (seed ${seed})`, async () => {
    const scene = createScene(app, { workspace: await app.createWorkspace(), mark: `twenty${seed}` })
    const { client, send, workspace } = scene
    const { id, path } = await newConversation(client)
    const crowd = app.client({ token: workspace.token, observed: false })
    const admins: string[] = []
    for (let at = 0; at < 10; at++) admins.push((await scene.another('an admin'))['id'])
    const contacts: string[] = []
    for (let at = 0; at < 10; at++) contacts.push((await newUser(client)).id)
    for (const contact of contacts)
      await send('POST', `${path}/customers`, { admin_id: workspace.adminId, customer: { intercom_user_id: contact } })
    const balanced = { name: 'Support', admin_ids: admins.map(Number), distribution_method: 'load_balanced' }
    const team = (await send('POST', '/parley/teams', { ...balanced, assignment_limit: 1 }))['id']
    const [away] = admins
    await send('PUT', `/admins/${away}/away`, { away_mode_enabled: true, away_mode_reassign: true })
    const before = (await listAllParts(app.db, workspace.id, Number(id))).length

    const reply = (from: object, words: string, message_type = 'comment'): Request => ({
      path: `${path}/reply`,
      body: { ...from, message_type, body: words },
      leaves: message_type === 'note' ? 'note' : 'comment open',
    })
    const manage = (admin_id: string, message_type: string, leaves: string, more: object = {}): Request => ({
      path: `${path}/parts`,
      body: { type: 'admin', admin_id, message_type, ...more },
      leaves,
    })
    const assigned = 'assignment assign_and_reopen assign_and_unsnooze'
    const asAdmin = (admin: string): Actor => ({
      actions: (random, words) => [
        reply({ type: 'admin', admin_id: admin }, words),
        reply({ type: 'admin', admin_id: admin }, words, 'note'),
        manage(admin, 'close', 'close', { body: words }),
        manage(admin, 'open', 'open'),
        manage(admin, 'snoozed', 'snoozed', { snoozed_until: 4_000_000_000 }),
        manage(admin, 'assignment', assigned, { assignee_id: random.of(admins) }),
        manage(admin, 'assignment', assigned, { type: 'team', assignee_id: random.of([team, '0']) }),
      ],
    })
    const asContact = (contact: string): Actor => ({
      actions: (_, words) => [reply({ type: 'user', intercom_user_id: contact }, words)],
    })
    const actors = [...admins.map(asAdmin), ...contacts.map(asContact)]
    const random = randomFrom(seed)
    const lives = actors.map((actor, who) =>
      Array.from({ length: ACTIONS }, (_, at) => random.of(actor.actions(random, `<p>Words ${who} ${at}</p>`))),
    )
    await Promise.all(
      lives.map(async (requests) => {
        for (const { path, body } of requests) {
          app.clock.advance(0.25)
          const { status, text } = await crowd.post(path, body)
          assert.equal(status, 200, text)
        }
      }),
    )

    const all = await listAllParts(app.db, workspace.id, Number(id))
    const parts = all.slice(before)
    const requests = lives.flat()
    assert.deepEqual(
      wordsOf(parts.map(({ body }) => body)),
      wordsOf(requests.map(({ body }) => (body as { body?: string }).body)),
      'each word once',
    )
    const byBot = parts.filter(({ author_type }) => author_type === 'bot')
    assert.equal(parts.length - byBot.length, requests.length)
    for (const leaves of new Set(requests.map(({ leaves }) => leaves))) {
      const types = leaves === 'open' || leaves === 'comment open' ? ['open', 'comment'] : leaves.split(' ')
      const wanted = requests.filter((one) => one.leaves.split(' ').some((type) => types.includes(type)))
      const found = parts.filter(({ part_type, author_type }) => author_type !== 'bot' && types.includes(part_type))
      assert.equal(found.length, wanted.length, leaves)
    }
    assert.deepEqual(
      [...new Set(byBot.map(({ part_type }) => part_type))].filter((type) => type !== 'away_mode_assignment'),
      ['assignment'],
      'the bot only gives the conversation to members',
    )

    const [stored] = await app.db<ThreadRow[]>`
      select * from threads where workspace_id = ${workspace.id} and id = ${id}`
    const row = { ...stored!, office_hours: await listHoursInForce(app.db, workspace.id) }
    const kept = Object.fromEntries(folded.map((column) => [column, row[column]]))
    assert.deepEqual(kept, recount(row, all))
    const recounted = await Array.fromAsync(recountThreads(app.db, workspace.id, false))
    assert.deepEqual(
      recounted.filter(({ columns }) => columns.length > 0),
      [],
      'the command finds nothing to mend',
    )
    assert.equal(row.count_conversation_parts, all.length + 1)
    assert.equal(all.at(-1)!.state, row.state)
    for (const [at, part] of all.entries())
      assert.equal(recount(row, all.slice(0, at + 1)).state, part.state ?? 'open', `after part ${at}`)
    const shown = (await client.get(path)).body
    assert.equal(shown.conversation_parts.total_count, all.length)
    assert.equal(shown.statistics.count_conversation_parts, all.length + 1)
    assert.deepEqual(
      shown.conversation_parts.conversation_parts.map(({ id }: any) => id),
      all.map(({ id }) => String(id)),
    )
  })
