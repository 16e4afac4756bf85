/**
 * Data connectors: requests to other systems, as templates with inputs, that teammates configure here and that the
 * settings API and workflows run. A connector has a draft and a live version; its executions are kept for a month.
 */
import { annotateDataConnectorVersion } from './annotate-version.ts'
import { createDataConnector } from './create.ts'
import { deleteDataConnector } from './delete.ts'
import { getExecutionResult } from './get-execution.ts'
import { getDataConnectorVersion } from './get-version.ts'
import { getDataConnector } from './get.ts'
import { getDataConnectorHealth } from './health.ts'
import { listExecutionResults } from './list-executions.ts'
import { listDataConnectorVersions } from './list-versions.ts'
import { listDataConnectors } from './list.ts'
import { runDataConnector } from './settings/run.ts'
import { updateDataConnector } from './update.ts'

export const dataConnectors = [
  listDataConnectors,
  createDataConnector,
  getDataConnector,
  updateDataConnector,
  deleteDataConnector,
  listExecutionResults,
  getExecutionResult,
  getDataConnectorHealth,
  listDataConnectorVersions,
  getDataConnectorVersion,
  annotateDataConnectorVersion,
  runDataConnector,
]
