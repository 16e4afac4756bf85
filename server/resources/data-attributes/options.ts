/**
 * The options of a list. A value of it is an option's label; an option is known by its id, keeps it
 * when its label changes, and is archived, not deleted.
 */
import type { DataAttributesRow } from '../../db/types/data_attributes.ts'
import { optionId } from '../../ids.ts'

export interface ListOption {
  id: string
  label: string
  archived: boolean
}

type HasOptions = Pick<DataAttributesRow, 'options'>

/** Null where an attribute is no list. */
export const optionsOf = ({ options }: HasOptions): ListOption[] | null => options as ListOption[] | null

/** The labels that a value may be. */
export const labelsOf = (attribute: HasOptions): string[] | null =>
  optionsOf(attribute)?.flatMap(({ label, archived }) => (archived ? [] : [label])) ?? null

export const newOption = (label: string): ListOption => ({ id: optionId(), label, archived: false })

/** Options with the given labels, in order: existing ones keep their ids, and missing ones are archived. */
export function withLabels(before: ListOption[], labels: string[]): ListOption[] {
  const left = [...before]
  const take = (label: string) => {
    const same = left.filter((option) => option.label === label)
    const found = same.find(({ archived }) => !archived) ?? same[0]
    if (found) left.splice(left.indexOf(found), 1)
    return found
  }
  const active = labels.map((label) => ({ ...(take(label) ?? newOption(label)), archived: false }))
  return [...active, ...left.map((option) => ({ ...option, archived: true }))]
}
