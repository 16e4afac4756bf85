/** Places of requests about workflows and data connectors that name a fixture, or nothing. */
import { byId } from '../fixtures/fixture.ts'
import { admin, conversation, no, tag, type Naming } from './ways-to-name.ts'

export const automationNamings: Record<string, Naming[] | string> = {
  'POST /parley/workflows body.id': no.own,
  'POST /parley/workflows body.conditions': no.condition,
  'POST /parley/workflows body.steps.0.if': no.condition,
  'POST /parley/workflows body.steps.0.assignee_id': admin,
  'POST /parley/workflows body.steps.0.tag_id': tag,
  'POST /parley/workflows body.steps.0.attribute': 'looked at in questions alone: resources/workflows/ask.test.ts',
  'POST /parley/workflows body.steps.0.data_connector_id': [{ names: 'a data connector', value: byId }],
  'PUT /parley/workflows/{} body.conditions': no.condition,
  'PUT /parley/workflows/{} body.steps.0.if': no.condition,
  'PUT /parley/workflows/{} body.steps.0.assignee_id': admin,
  'PUT /parley/workflows/{} body.steps.0.tag_id': tag,
  'PUT /parley/workflows/{} body.steps.0.attribute': 'looked at in questions alone: resources/workflows/ask.test.ts',
  'PUT /parley/workflows/{} body.steps.0.data_connector_id': [{ names: 'a data connector', value: byId }],
  'POST /parley/data_connectors/{}/run body.conversation_id': conversation,
  'POST /data_connectors body.token_ids.0': no.authToken,
  'PATCH /data_connectors/{} body.token_ids.0': no.authToken,
}
