import assert from 'node:assert/strict'
import { test } from 'node:test'
import { connect, refusal, type Sdk } from './session.ts'

/** @param version the version that this client asks for by itself */
export function adminTests(sdk: Sdk, version: string): void {
  const { UnauthorizedError, NotFoundError } = sdk.Intercom

  test(`${sdk.name} is answered in the version that it asks for by itself`, async () => {
    const { client } = await connect(sdk)
    const { data, rawResponse } = await client.admins.identify().withRawResponse()
    assert.equal(rawResponse.headers.get('intercom-version'), version)
    assert.equal(data?.type, 'admin')
  })

  test(`${sdk.name} is answered in another version where it is told to ask for one`, async () => {
    const { client } = await connect(sdk)
    const { rawResponse } = await client.admins.list({ version: 'Unstable' }).withRawResponse()
    assert.equal(rawResponse.headers.get('intercom-version'), 'Preview')
  })

  test(`${sdk.name} throws its UnauthorizedError for a token that is none`, async () => {
    const { url } = await connect(sdk)
    const client = new sdk.IntercomClient({ token: 'nonsense', environment: url })
    await assert.rejects(client.admins.list(), refusal(UnauthorizedError, 401, 'unauthorized'))
  })

  test(`${sdk.name} identifies, lists and finds admins, and sets them away`, async () => {
    const { client, adminId, appId } = await connect(sdk)
    const me = await client.admins.identify()
    assert.equal(me?.id, adminId)
    assert.equal(me?.app?.id_code, appId)
    assert.equal(me?.email, 'olive@example.com')

    const { type, admins } = await client.admins.list()
    assert.equal(type, 'admin.list')
    const seated = admins?.filter((admin) => admin?.has_inbox_seat)
    assert.deepEqual(
      seated?.map((admin) => admin?.id),
      [adminId],
    )

    const admin_id = Number(adminId)
    await client.admins.away({ admin_id, away_mode_enabled: true, away_mode_reassign: true })
    const away = await client.admins.find({ admin_id })
    assert.equal(away?.name, 'Olive Owner')
    assert.equal(away?.away_mode_enabled, true)
    assert.equal(away?.away_mode_reassign, true)
    const back = await client.admins.away({ admin_id, away_mode_enabled: false, away_mode_reassign: false })
    assert.equal(back?.away_mode_enabled, false)

    const missing = client.admins.find({ admin_id: 999_999_999 })
    await assert.rejects(missing, refusal(NotFoundError, 404, 'admin_not_found'))
  })
}
