/** Segments of contacts, and what contacts want to hear of. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { connect, createUser, refusal, type Sdk } from './session.ts'

export function subscriptionTests(sdk: Sdk): void {
  const { NotFoundError } = sdk.Intercom

  test(`${sdk.name} finds segments, and lists those of a contact`, async () => {
    const { client } = await connect(sdk)
    const { id: contact_id } = await createUser(client, 'ada')
    const { data = [] } = await client.contacts.listAttachedSegments({ contact_id })
    assert.deepEqual(
      data.map(({ name }) => name),
      ['New'],
    )
    const segment_id = data[0]!.id!
    assert.equal((await client.segments.find({ segment_id })).name, 'New')
    const missing = client.segments.find({ segment_id: '0123456789abcdef01234567' })
    await assert.rejects(missing, refusal(NotFoundError, 404, 'not_found'))
  })

  test(`${sdk.name} subscribes a contact and unsubscribes it`, async () => {
    const { client } = await connect(sdk)
    const { id: contact_id } = await createUser(client, 'ada')
    const types = await client.subscriptionTypes.list()
    const { id } = types.data!.find(({ consent_type }) => consent_type === 'opt_out')!
    const attached = async () =>
      (await client.contacts.listAttachedSubscriptions({ contact_id })).data!.map((subscription) => subscription.id)
    const subscribed = await client.contacts.attachSubscription({ contact_id, id: id!, consent_type: 'opt_in' })
    assert.equal(subscribed.id, id)
    assert.deepEqual(await attached(), [id])
    const unsubscribed = await client.contacts.detachSubscription({ contact_id, subscription_id: id! })
    assert.equal(unsubscribed.id, id)
    assert.deepEqual(await attached(), [])
  })
}
