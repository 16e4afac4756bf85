/** Fixture of tests that write companies: two attributes that a company may have. */
import { testApp } from '../../test/app.ts'

export async function companyScene() {
  const app = await testApp()
  const { id: workspaceId } = app.workspace
  await app.db`
    insert into data_attributes (workspace_id, model, name, label, data_type, created_at, updated_at) values
      (${workspaceId}, 'company', 'machines', 'Machines', 'integer', now(), now()),
      (${workspaceId}, 'company', 'day', 'Day', 'string', now(), now())`
  const eventsOf = async (id: string) =>
    await app.db<{ topic: string; item: any }[]>`
      select topic, item from events where workspace_id = ${workspaceId} and item->>'id' = ${id} order by id`
  return { app, client: app.client(), eventsOf }
}
