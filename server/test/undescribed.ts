/**
 * Operations that no description at hand has: of 2.17 and 2.18, and later additions to older versions and to Preview.
 * Each is in its version and in all later ones. A description that has an operation wins over its line here.
 */
import type { History } from '../versions/history.ts'

export interface Undescribed {
  /** As `versions/` names it. */
  operation: string
  tag: string
  since: string
  /**
   * `read`: the page of the operation itself was read. `named`: a list or a sibling names it.
   * `inferred`: method, path or version follow from others.
   */
  sure: 'read' | 'named' | 'inferred'
}

const group = (tag: string, since: string, sure: Undescribed['sure'], operations: string[]): Undescribed[] =>
  operations.map((operation) => ({ operation, tag, since, sure }))

export const UNDESCRIBED: Undescribed[] = [
  ...group('Fin Agent', '2.14', 'read', [
    'POST /fin/capabilities',
    'POST /fin/ask',
    'POST /fin/procedures/{}/run',
    'POST /fin/escalate',
  ]),
  ...group('IP Allowlist', '2.14', 'read', ['GET /ip_allowlist']),
  ...group('IP Allowlist', '2.14', 'named', ['PUT /ip_allowlist']),
  ...group('Conversations', '2.16', 'read', ['POST /conversations/{}/rating']),
  ...group('Conversations', '2.16', 'inferred', [
    'POST /conversations/stream_tokens',
    'POST /conversations/stream_tokens/revoke',
  ]),

  ...group('Contacts', '2.17', 'read', [
    'GET /contacts/deleted',
    'GET /contacts/activities',
    'POST /contacts/bulk/delete',
  ]),
  ...group('Contacts', '2.17', 'named', [
    'POST /contacts/merge/preview',
    'POST /contacts/bulk',
    'PUT /contacts/bulk',
    'GET /contacts/bulk/{}',
  ]),
  ...group('Companies', '2.17', 'read', ['POST /companies/search']),
  ...group('Notes', '2.17', 'read', ['DELETE /notes/{}']),
  ...group('Conversations', '2.17', 'read', ['GET /conversations/{}/hitl_events']),
  ...group('Folders', '2.17', 'read', ['GET /folders', 'POST /folders']),
  ...group('Folders', '2.17', 'named', ['GET /folders/{}', 'PUT /folders/{}', 'DELETE /folders/{}']),
  ...group('Dynamic Content', '2.17', 'read', [
    'GET /dynamic_contents',
    'POST /dynamic_contents',
    'GET /dynamic_contents/{}',
    'PUT /dynamic_contents/{}',
    'DELETE /dynamic_contents/{}',
  ]),
  ...group('Tags', '2.17', 'read', ['POST /ai/external_pages/{}/tags', 'DELETE /ai/external_pages/{}/tags/{}']),
  ...group('Data Connectors', '2.17', 'read', [
    'GET /data_connectors/{}/versions',
    'GET /data_connectors/{}/versions/{}',
    'PATCH /data_connectors/{}/versions/{}',
  ]),

  ...group('Roles', '2.18', 'read', ['GET /roles']),
  ...group('Contacts', '2.18', 'read', [
    'GET /contacts/{}/granted_companies',
    'PUT /contacts/{}/granted_companies',
    'DELETE /contacts/{}/granted_companies/{}',
  ]),
  ...group('Auth Tokens', '2.18', 'read', [
    'GET /auth_tokens',
    'POST /auth_tokens',
    'GET /auth_tokens/{}',
    'PATCH /auth_tokens/{}',
  ]),
  ...group('Ecommerce Connectors', '2.18', 'named', ['POST /ecommerce/connectors/{}/catalog']),

  ...group('SLA Rules', 'Preview', 'read', ['GET /sla_rules', 'GET /sla_rules/{}']),
  ...group('Data Connectors', 'Preview', 'read', ['GET /data_connectors/{}/health']),
  ...group('Admins', 'Preview', 'read', [
    'GET /admins/office_hours',
    'PUT /admins/office_hours',
    'PUT /admins/{}/office_hours',
  ]),
  ...group('Admins', 'Preview', 'named', ['GET /admins/{}/office_hours']),
  ...group('Teams', 'Preview', 'read', ['GET /teams/{}/office_hours', 'PUT /teams/{}/office_hours']),
  ...group('Procedures', 'Preview', 'read', ['POST /procedures/{}/proactive_trigger']),
  ...group('Conversations', 'Preview', 'inferred', ['POST /conversations/{}/side_conversations/{}/reply']),
]

/** @returns the lines that speak of a version */
export function undescribedIn(history: History, version: string): Undescribed[] {
  const place = (name: string) => history.versions.findIndex((one) => one.name === name)
  return UNDESCRIBED.filter(({ since }) => place(since) <= place(version))
}
