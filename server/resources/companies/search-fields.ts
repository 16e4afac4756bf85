/** Search fields of companies: the "Accepted Fields" of `POST /companies/search`. */
import { fragment } from '../../db/pool.ts'
import { customAttributes } from '../../search/attribute-field.ts'
import { timestamp, type DateOptions, type DateRule } from '../../search/date-field.ts'
import type { SearchFields } from '../../search/fields.ts'
import { idList } from '../../search/list-field.ts'
import { integer } from '../../search/number-field.ts'
import { exact, string } from '../../search/string-field.ts'
import type { Fragment } from '../../db/pool.ts'

/** "The IN and NIN operators are not supported for Date fields." */
const companyDates: DateRule = { operators: ['=', '!=', '>', '<', '>=', '<='] }
const date = (column: Fragment, options?: DateOptions) => timestamp(column, () => companyDates, options)

export const companySearch: SearchFields = {
  id: { column: fragment`companies.id`, type: 'text' },
  noun: 'search field',
  fields: {
    company_id: exact(fragment`companies.company_id`, false),
    name: string(fragment`companies.name`),
    created_at: date(fragment`companies.created_at`, { nullable: false }),
    updated_at: date(fragment`companies.updated_at`, { nullable: false }),
    remote_created_at: date(fragment`companies.remote_created_at`),
    last_request_at: date(fragment`companies.last_request_at`),
    monthly_spend: integer(fragment`companies.monthly_spend`),
    session_count: integer(fragment`companies.session_count`),
    user_count: integer(fragment`companies.user_count`),
    tag_id: idList(fragment`companies.tag_ids`, { type: 'bigint', operators: ['=', '!='] }),
  },
  patterns: [customAttributes(fragment`companies.custom_attributes`, () => companyDates)],
  negationFindsMissing: () => true,
}
