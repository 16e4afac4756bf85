/** The datasets, and the attributes of each in a workspace. */
import { fragment, type Db } from '../../../db/pool.ts'
import type { DataAttributesRow } from '../../../db/types/data_attributes.ts'
import { adminStatus } from './admin-status.ts'
import { callsOfTeammates, callsOfTeams } from './call-stats.ts'
import { call } from './call.ts'
import { conversationPart } from './conversation-part.ts'
import { conversationState } from './conversation-state.ts'
import { conversation } from './conversation.ts'
import { attribute, type Attribute, type Dataset } from './dataset.ts'
import { handling } from './handling.ts'
import { rating } from './rating.ts'
import { sla } from './sla.ts'
import { tickets } from './tickets.ts'

export const datasets: Dataset[] = [
  conversation,
  conversationPart,
  conversationState,
  rating,
  sla,
  handling,
  tickets,
  call,
  callsOfTeams,
  callsOfTeammates,
  adminStatus,
]

export const findDataset = (id: string): Dataset | undefined => datasets.find((dataset) => dataset.id === id)

export const qualifiedId = ({ prefix, id }: Attribute): string => `${prefix}.${id}`

export type CustomAttribute = Pick<DataAttributesRow, 'model' | 'name' | 'label'>

/** Data attributes in use, of contacts and conversations. */
export const listCustomAttributes = (db: Db, workspaceId: number): Promise<CustomAttribute[]> =>
  db<CustomAttribute[]>`
    select model, name, label from data_attributes
    where workspace_id = ${workspaceId} and model in ('contact', 'conversation') and not archived order by id`

/** The built-in attributes of a dataset, and those that the workspace added, by their labels. */
export const attributesIn = (dataset: Dataset, added: CustomAttribute[]): Attribute[] => [
  ...dataset.attributes,
  ...dataset.custom.flatMap(({ model, prefix, column }) =>
    added
      .filter((one) => one.model === model)
      .map(({ name, label }) => attribute(prefix, label, label, fragment`${column} ->> ${name}::text`)),
  ),
]

/** By a qualified id, or by a plain one: then the first of that id. */
export const findAttribute = (attributes: Attribute[], asked: string): Attribute | undefined =>
  attributes.find((one) => qualifiedId(one) === asked) ?? attributes.find(({ id }) => id === asked)
