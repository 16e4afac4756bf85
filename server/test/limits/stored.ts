/** Limits of what is stored: a fixture has all but one of what it may have, one more is taken, the next refused. */
import type { Scene } from '../fixtures/scene.ts'

interface StoredLimit {
  /** The constant of the limit, as `file NAME`. */
  constant: string
  most: number
  /** Stores all but one. @returns the request for one more, made anew each time */
  fill(scene: Scene, count: number): Promise<() => Promise<{ path: string; body: object }>>
  refused: [status: number, code: string]
}

export const stored: Record<string, StoredLimit> = {
  'schedules of a workspace': {
    constant: 'resources/office-hours/create.ts MOST_SCHEDULES',
    most: 100,
    async fill({ app: { db }, workspace, unique }, count) {
      await db`
        insert into office_hours_schedules (workspace_id, name, time_zone, intervals, created_at, updated_at)
        select ${workspace.id}, 'schedule ' || n, 'UTC', '[]', now(), now() from generate_series(1, ${count}::int
          - (select count(*)::int from office_hours_schedules where workspace_id = ${workspace.id})) n`
      return async () => ({
        path: '/office_hours_schedules',
        body: { name: unique('schedule'), time_intervals: [{ start_minute: 0, end_minute: 60 }] },
      })
    },
    refused: [422, 'parameter_invalid'],
  },
  'exceptions of a schedule': {
    constant: 'resources/office-hours/create-exception.ts MOST_EXCEPTIONS',
    most: 1000,
    async fill({ app: { db }, workspace, given }, count) {
      const { id } = await given('an office hours schedule')
      await db`
        insert into office_hours_exceptions (workspace_id, schedule_id, exception_date, created_at, updated_at)
        select ${workspace.id}, ${id}::bigint, date '2030-01-01' + n, now(), now() from generate_series(1, ${count}::int) n`
      let day = 0
      return async () => ({
        path: `/office_hours_schedules/${id}/office_hours_exceptions`,
        body: { exception_date: `2029-01-0${++day}`, exception_type: 'closed' },
      })
    },
    refused: [422, 'parameter_invalid'],
  },
  'attributes of a ticket type': {
    constant: 'resources/ticket-types/attribute-details.ts MOST_ATTRIBUTES',
    most: 250,
    async fill({ app: { db }, workspace, another, unique }, count) {
      const { id } = await another('a ticket type')
      await db`
        insert into ticket_type_attributes (workspace_id, ticket_type_id, name, data_type, position, created_at, updated_at)
        select ${workspace.id}, ${id}::bigint, 'attribute ' || n, 'string', n + 10, now(), now()
        from generate_series(1, ${count}::int
          - (select count(*)::int from ticket_type_attributes where workspace_id = ${workspace.id} and ticket_type_id = ${id}::bigint)) n`
      return async () => ({
        path: `/ticket_types/${id}/attributes`,
        body: { name: unique('attribute'), description: '', data_type: 'string' },
      })
    },
    refused: [400, 'parameter_invalid'],
  },
  'conversations of a tracker': {
    constant: 'resources/tickets/link-queries.ts MOST_LINKS',
    most: 2500,
    async fill({ app: { db }, workspace, another }, count) {
      const { id } = await another('a tracker ticket')
      await db`update threads set link_count = ${count} where workspace_id = ${workspace.id} and id = ${id}::bigint`
      return async () => ({
        path: `/tickets/${id}/linked_conversations`,
        body: { conversation_id: (await another('a conversation'))['id'] },
      })
    },
    refused: [400, 'linked_conversation_limit_exceeded'],
  },
  'companies of a contact': {
    constant: 'resources/companies/attach-to-contact.ts MOST',
    most: 1000,
    async fill({ app: { db }, workspace, another }, count) {
      const { id } = await another('a contact')
      await db`
        with made as (
          insert into companies (workspace_id, id, company_id, created_at, updated_at)
          select ${workspace.id}, lpad(to_hex(n), 24, '0'), 'company ' || n, now(), now()
          from generate_series(1, ${count}::int) n returning id),
        attached as (
          insert into contact_companies (workspace_id, contact_id, company_id, created_at)
          select ${workspace.id}, ${id}, id, now() from made)
        update contacts set company_ids = array(select id from made)
        where workspace_id = ${workspace.id} and id = ${id}`
      return async () => ({
        path: `/contacts/${id}/companies`,
        body: { id: (await another('a company'))['id'] },
      })
    },
    refused: [400, 'contact_company_limit_exceeded'],
  },
  'custom attributes of companies': {
    constant: 'resources/data-attributes/limit.ts MAX_ACTIVE',
    most: 250,
    async fill({ app: { db }, workspace, unique }, count) {
      await db`
        insert into data_attributes (workspace_id, model, name, label, data_type, created_at, updated_at)
        select ${workspace.id}, 'company', 'attribute ' || n, 'attribute ' || n, 'string', now(), now()
        from generate_series(1, ${count}::int
          - (select count(*)::int from data_attributes where workspace_id = ${workspace.id} and model = 'company' and not archived)) n`
      return async () => ({
        path: '/data_attributes',
        body: { name: unique('attribute'), model: 'company', data_type: 'string' },
      })
    },
    refused: [400, 'custom_data_limit_reached'],
  },
  'types of custom objects': {
    constant: 'resources/custom-objects/settings/create.ts MAX_TYPES',
    most: 100,
    async fill({ app: { db }, workspace, ordinal }, count) {
      await db`
        insert into custom_object_types (workspace_id, identifier, name, created_at, updated_at)
        select ${workspace.id}, 'Type' || n, 'Type ' || n, now(), now() from generate_series(1, ${count}::int
          - (select count(*)::int from custom_object_types where workspace_id = ${workspace.id})) n`
      return async () => {
        const name = `Kind${ordinal()}`
        return { path: '/parley/custom_object_types', body: { identifier: name, name } }
      }
    },
    refused: [400, 'parameter_invalid'],
  },
  'attributes of a type of custom objects': {
    constant: 'resources/custom-objects/settings/attributes.ts MAX_ATTRIBUTES',
    most: 100,
    async fill({ app: { db }, workspace, given, ordinal }, count) {
      const { id, identifier } = await given('a custom object type')
      await db`
        insert into custom_object_attributes (workspace_id, type_id, name, label, data_type, created_at, updated_at)
        select ${workspace.id}, ${id}::bigint, 'attribute_' || n, 'Attribute ' || n, 'string', now(), now()
        from generate_series(1, ${count}::int
          - (select count(*)::int from custom_object_attributes where workspace_id = ${workspace.id} and type_id = ${id}::bigint)
          - (select count(*)::int from custom_object_relationships where workspace_id = ${workspace.id} and type_id = ${id}::bigint)) n`
      return async () => ({
        path: `/parley/custom_object_types/${identifier}/attributes`,
        body: { name: `more_${ordinal()}`, data_type: 'string' },
      })
    },
    refused: [400, 'parameter_invalid'],
  },
  'webhooks of a workspace': {
    constant: 'webhooks/settings/create.ts MAX_WEBHOOKS',
    most: 100,
    async fill({ app: { db }, workspace }, count) {
      await db`
        insert into webhooks (workspace_id, url, topics, active, secret, fanned_out_to, created_at, updated_at)
        select ${workspace.id}, 'https://example.com/' || n, '{contact.deleted}', false, '', 0, now(), now()
        from generate_series(1, ${count}::int) n`
      return async () => ({
        path: '/parley/webhooks',
        body: { url: 'https://example.com/hook', topics: ['contact.deleted'] },
      })
    },
    refused: [400, 'parameter_invalid'],
  },
  'assignment rules of a workspace': {
    constant: 'resources/assignment-rules/settings/create.ts MOST_RULES',
    most: 100,
    async fill({ app: { db }, workspace, unique, adminId }, count) {
      await db`
        insert into assignment_rules (workspace_id, name, position, admin_id, created_at, updated_at)
        select ${workspace.id}, 'rule ' || n, n, ${adminId}::bigint, now(), now() from generate_series(1, ${count}::int) n`
      return async () => ({
        path: '/parley/assignment_rules',
        body: { name: unique('rule'), assign_to: { type: 'admin', id: adminId } },
      })
    },
    refused: [400, 'parameter_invalid'],
  },
  'SLA rules of a workspace': {
    constant: 'resources/sla-rules/settings/create.ts MOST_RULES',
    most: 100,
    async fill({ app: { db }, workspace, unique }, count) {
      await db`
        insert into sla_rules (workspace_id, name, first_reply_time, pause_on_snooze, in_office_hours, created_at, updated_at)
        select ${workspace.id}, 'rule ' || n, 60, true, true, now(), now() from generate_series(1, ${count}::int) n`
      return async () => ({
        path: '/parley/sla_rules',
        body: { name: unique('rule'), first_reply_time_in_seconds: 60 },
      })
    },
    refused: [422, 'parameter_invalid'],
  },
  'procedures of a workspace': {
    constant: 'resources/procedures/settings/create.ts MOST_PROCEDURES',
    most: 200,
    async fill({ send, unique }, count) {
      const next = async () => ({
        path: '/parley/procedures',
        body: { title: unique('procedure'), steps: [{ type: 'escalate' }] },
      })
      for (let made = 0; made < count; made++) {
        const { path, body } = await next()
        await send('POST', path, body)
      }
      return next
    },
    refused: [400, 'parameter_invalid'],
  },
  'workflows of a workspace': {
    constant: 'resources/workflows/settings/create.ts MOST_WORKFLOWS',
    most: 200,
    async fill({ send, unique }, count) {
      const next = async () => ({
        path: '/parley/workflows',
        body: { title: unique('workflow'), trigger_type: 'conversation_closed', steps: [{ type: 'close' }] },
      })
      for (let made = 0; made < count; made++) {
        const { path, body } = await next()
        await send('POST', path, body)
      }
      return next
    },
    refused: [400, 'parameter_invalid'],
  },
}
