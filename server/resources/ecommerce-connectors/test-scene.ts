/** Fixture for tests of catalogs: a shop, uploads as forms, and the worker's part done by hand. */
import { runBulkJobs } from '../../tasks.ts'
import type { TestApp } from '../../test/app.ts'

export interface Fields {
  /** The text of the file; or a value, which is its JSON. */
  catalog?: unknown
  finalize?: boolean
  import_job_id?: string
  part_number?: unknown
}

export function formOf({ catalog, ...fields }: Fields): FormData {
  const form = new FormData()
  const text = typeof catalog === 'string' ? catalog : JSON.stringify(catalog)
  if (catalog !== undefined) form.set('catalog', new File([text], 'catalog.json', { type: 'application/json' }))
  for (const [name, value] of Object.entries(fields)) form.set(name, String(value))
  return form
}

export async function catalogScene(app: TestApp, version = 'Preview') {
  const workspace = await app.createWorkspace()
  const client = app.client({ version, token: workspace.token })
  const { id } = (await client.post('/parley/ecommerce_connectors', { name: 'Beans' })).body
  const path = `/ecommerce/connectors/${id}/catalog`
  return {
    client,
    workspace,
    id: id as string,
    path,
    upload: (fields: Fields) => client.post(path, formOf(fields)),
    async settle() {
      const jobs = await app.db<{ job_id: number }[]>`
        select job_id from catalog_uploads where workspace_id = ${workspace.id} and state = 'processing'`
      for (const job of jobs) await runBulkJobs.run(app, { workspace_id: workspace.id, ...job })
    },
    products: async () => (await client.get(`/parley/ecommerce_connectors/${id}/products`)).body.data as any[],
    connector: async () => (await client.get('/parley/ecommerce_connectors')).body.data[0],
  }
}

export const product = (id: string, more: object = {}) => ({
  id,
  title: `Coffee ${id}`,
  url: `https://beans.example/${id}`,
  ...more,
})
