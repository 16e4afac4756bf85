import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { testApp, type TestApp } from '../../test/app.ts'
import { makeIndex } from './fold.ts'
import { MODELS } from './models.ts'

const QUERY = { field: 'custom_attributes.tier', operator: '=', value: 'gold' }

/** Each is in a list that has an index. */
const LISTS = [
  { model: 'contact', path: '/contacts/search' },
  { model: 'company', path: '/companies/search' },
] as const

for (const { model, path } of LISTS)
  describe(`attributes of an indexed list: ${model}`, () => {
    let app: TestApp
    before(async () => {
      app = await testApp({ own: true })
      const client = app.client({ version: 'Preview' })
      await client.post('/data_attributes', { model, name: 'tier', data_type: 'string' })
      const custom_attributes = { tier: 'gold' }
      const { body } = await client.post('/contacts', {
        email: 'ann@example.com',
        ...(model === 'contact' && { custom_attributes }),
      })
      if (model === 'company') {
        const company = await client.post('/companies', { company_id: '1', name: 'Acme', custom_attributes })
        await client.post(`/contacts/${body.id}/companies`, { id: company.body.id })
      }
      await makeIndex(app.db, app.workspace.id, MODELS[model])
    })

    const search = (query: object = QUERY) => app.client({ version: 'Preview' }).post(path, { query })

    /** How often attributes are asked for meanwhile. */
    async function countAsked(act: () => Promise<unknown>): Promise<number> {
      let asked = 0
      const options = app.db.options as { debug: unknown }
      options.debug = (_: number, text: string) => {
        if (/from data_attributes/.test(text)) asked++
      }
      await act()
      options.debug = false
      return asked
    }

    const setArchived = (archived: boolean) => app.db`
      update data_attributes set archived = ${archived} where workspace_id = ${app.workspace.id} and name = 'tier'`

    test('are asked for once', async () => {
      assert.equal((await search()).body.total_count, 1)
      const asked = await countAsked(async () => {
        for (let n = 0; n < 3; n++) assert.equal((await search()).body.total_count, 1)
      })
      assert.ok(asked <= 1, `asked for ${asked} times`)
      assert.equal(await countAsked(search), 0)
    })

    test('are no longer known when another process archives them, and again when it takes that back', async () => {
      for (const [value, total] of Object.entries({ gold: 1, none: 0 })) {
        const asked = () => search({ ...QUERY, value })
        assert.equal((await asked()).body.total_count, total)
        assert.equal(await countAsked(asked), 0)
        await setArchived(true)
        const refused = await asked()
        assert.equal(refused.status, 400)
        assert.equal(refused.body.errors[0].code, 'invalid_field')
        await setArchived(false)
        assert.equal((await asked()).body.total_count, total)
      }
    })

    test('are asked for where the table is searched', async () => {
      const named = model === 'contact' ? ['email', 'ann@example.com'] : ['company_id', '1']
      const byKey = { field: named[0], operator: '=', value: named[1] }
      const both = { operator: 'AND', value: [byKey, QUERY] }
      while ((await countAsked(search)) > 0);
      assert.equal((await search(both)).body.total_count, 1)
      await setArchived(true)
      assert.equal((await search(both)).body.errors[0].code, 'invalid_field')
      await setArchived(false)
    })
  })
