import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { described, model, Nullable } from '../../schema/types.ts'
import { getWorkflow } from './queries.ts'

const WorkflowExport = model('workflow_export', {
  export_version: described(Type.String(), 'The version of this form.'),
  exported_at: described(Type.String(), 'The time of the export, in ISO 8601.'),
  app_id: described(Type.Integer(), 'The number of the workspace.'),
  workflow: Type.Object(
    {
      id: described(Type.String(), 'The id of the workflow.'),
      title: described(Type.String(), 'The title.'),
      description: described(Nullable(Type.String()), 'Its purpose; null for none.'),
      trigger_type: described(Type.String(), 'The happening that starts it.'),
      state: described(Type.Enum(['live', 'draft', 'paused']), '`live` if events start it.'),
      target_channels: described(
        Type.Array(Type.String()),
        'Always empty, which is every channel: a condition on `source.type` narrows it.',
      ),
      preferred_devices: described(Type.Array(Type.String()), 'Always empty, which is every device.'),
      created_at: described(Type.String(), 'When the workflow was created, in ISO 8601.'),
      updated_at: described(Type.String(), 'When the workflow last changed, in ISO 8601.'),
      targeting: described(
        Nullable(Type.Record(Type.String(), Type.Unknown())),
        'The query that conversations must match; null for every conversation.',
      ),
      snapshot: described(
        Nullable(Type.Record(Type.String(), Type.Unknown())),
        'The number of the version, and its steps.',
      ),
      attributes: described(Type.Array(Type.Record(Type.String(), Type.Unknown())), 'Always empty.'),
      embedded_rules: described(
        Type.Array(Type.Record(Type.String(), Type.Unknown())),
        'The queries that single steps depend on, with the places of the steps from 0.',
      ),
    },
    { description: 'The workflow.' },
  ),
})

export const exportWorkflow = operation({
  method: 'GET',
  path: '/export/workflows/{workflow_id}',
  group: 'Workflows',
  summary: 'Export a workflow',
  description: 'With its trigger, its conditions and its steps, as its newest version has them.',
  params: Type.Object({ workflow_id: Type.String() }),
  reply: WorkflowExport,
  answer: 'The workflow.',
  handle: async ({ db, workspaceId, now }, { params }) => {
    const row = await getWorkflow(db, workspaceId, params.workflow_id)
    const steps = row.steps as { if?: unknown }[]
    return {
      export_version: '1.0',
      exported_at: iso(now),
      app_id: workspaceId,
      workflow: {
        id: row.id,
        title: row.title,
        description: row.description,
        trigger_type: row.trigger_type,
        state: row.state as 'draft',
        target_channels: [],
        preferred_devices: [],
        created_at: iso(row.created_at),
        updated_at: iso(row.updated_at),
        targeting: row.conditions as Record<string, unknown> | null,
        snapshot: { version: row.version, steps },
        attributes: [],
        embedded_rules: steps.flatMap((step, at) => (step.if === undefined ? [] : [{ step: at, if: step.if }])),
      },
    }
  },
})

const iso = (date: Date): string => date.toISOString().replace(/\.\d+Z$/, 'Z')
