import { HIDDEN, type Header } from './headers.ts'
import { invalid } from './invalid.ts'

/**
 * Headers as they were read keep the values that they have, so that a connector may be written back. Answers show the
 * live version or the draft: where both have a header with values of their own, nobody can tell which one was read.
 * @param versions the headers of each version that is shown
 * @throws 422 parameter_invalid where there is no such value, or more than one
 */
export function restoreHidden(headers: Header[], versions: () => Header[][]): Header[] {
  if (headers.every(({ value }) => value !== HIDDEN)) return headers
  const left = versions().map((version) => [...version])
  return headers.map((header) => {
    const name = header.name.trim()
    const values = new Set(left.flatMap((version) => takeValue(version, name)))
    if (header.value !== HIDDEN) return header
    const [value, other] = values
    if (value === undefined) throw invalid(`The value of the header ${name} is not known: give it again`)
    if (other !== undefined)
      throw invalid(`The header ${name} has one value in the draft and another in the live version: give it again`)
    return { name: header.name, value }
  })
}

/** Headers of one name have their values in their order, and one that is given takes the place of one that was there. */
function takeValue(left: Header[], name: string): string[] {
  const at = left.findIndex((header) => header.name.toLowerCase() === name.toLowerCase())
  return left.splice(at, at === -1 ? 0 : 1).map(({ value }) => value)
}
