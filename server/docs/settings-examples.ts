/**
 * The examples of the settings API: the requests of its tour (`tour.ts` of each noun), on things of the demo workspace
 * as it was filled in. A new operation has its example as soon as its step finds here what it needs.
 */
import { PART_SECRET } from '../demo/beside.ts'
import { DEMO_SHOP } from '../demo/catalog.ts'
import { segmentId } from '../demo/ids.ts'
import type { Found } from '../test/tour.ts'
import {
  asked,
  connector,
  harvestReports,
  promised,
  procedure,
  rattling,
  slaRule,
  support,
  supportAddress,
  tomas,
  wholesaleBrand,
} from './demo-ids.ts'
import { at, type ExampleRequest } from './example-request.ts'

/** Things of the demo, by the names that the tour's steps know them by. */
export const OF_DEMO: Found = {
  assignmentRule: '17001',
  handled: rattling,
  handler: tomas,
  ownIdentifier: 'fernhill',
  partSecret: PART_SECRET,
  promise: asked,
  promised,
  ranConnector: connector,
  reason: '12001',
  setAddress: supportAddress,
  setAdmin: tomas,
  setAttribute: '8103',
  setBanner: '15001',
  setBrand: wholesaleBrand,
  setCall: '70003',
  setCenter: '6002',
  setFeed: '5001',
  setMacro: '23001',
  setMessage: 'wamid_demo',
  setObjectType: 'Order',
  setProcedure: procedure,
  setRelationship: '8201',
  setRule: slaRule,
  setSegment: segmentId(0),
  setShop: DEMO_SHOP,
  setState: '4005',
  setTeam: support,
  setToken: '2',
  setType: harvestReports,
  setWebhook: '9001',
  setWorkflow: 'demo-workflow',
}

/** Requests in place of the tour's, whose own thing is in use in the demo and so cannot be removed. */
export const settingsExamples: Record<string, ExampleRequest> = {
  'DELETE /parley/brands/{}': at('/parley/brands/12003'),
}
