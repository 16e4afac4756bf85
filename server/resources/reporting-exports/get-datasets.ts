import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { described, list, model } from '../../schema/types.ts'
import { attributesIn, datasets, listCustomAttributes, qualifiedId } from './datasets/index.ts'

const ReportingAttribute = model('reporting_attribute', {
  id: described(
    Type.String(),
    'The id of the attribute, by which a report asks for it. For an attribute of your own it is its label.',
  ),
  qualified_id: described(Type.String(), 'The id with its family, which is unique where two attributes have one id.'),
  name: described(Type.String(), 'The name, as people read it.'),
})

const ReportingDataset = model('reporting_dataset', {
  id: described(Type.String(), 'The id of the dataset, by which a report asks for it.'),
  name: described(Type.String(), 'The name, as people read it.'),
  description: described(Type.String(), 'The rows of the dataset.'),
  default_time_attribute_id: described(Type.String(), 'The attribute by which rows belong to a period.'),
  attributes: described(Type.Array(ReportingAttribute), 'The attributes that a report may ask for.'),
})

export const listReportingDatasets = operation({
  method: 'GET',
  path: '/export/reporting_data/get_datasets',
  group: 'Reporting Data Export',
  summary: 'List the datasets of reports',
  description: 'Each with its attributes, among them the data attributes that the workspace added.',
  inferred: 'the datasets that there are, and the ids of attributes that no export was seen with',
  reply: list(ReportingDataset),
  answer: 'The datasets.',
  handle: async (ctx) => {
    const added = await listCustomAttributes(ctx.db, ctx.workspaceId)
    return {
      type: 'list' as const,
      data: datasets.map((dataset) => ({
        id: dataset.id,
        name: dataset.name,
        description: dataset.description,
        default_time_attribute_id: dataset.time,
        attributes: attributesIn(dataset, added).map((attribute) => ({
          id: attribute.id,
          qualified_id: qualifiedId(attribute),
          name: attribute.name,
        })),
      })),
    }
  },
})
