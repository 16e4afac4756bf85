import { DeliveredExecution } from './execution.ts'

/** Webhook topics of data connectors and the model of each. */
export const dataConnectorTopics = {
  'data_connector.execution.completed': DeliveredExecution,
}
