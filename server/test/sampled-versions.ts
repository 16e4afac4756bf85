/** The versions that a resource's tests look at; conformance.test.ts looks at all. */
import { history } from '../versions/index.ts'

export const SAMPLED_VERSIONS = ['2.7', '2.10', '2.11', '2.13', '2.16', '2.18', 'Preview']

/** True if a version is the given one or a later one. */
export const isFrom = (first: string, version: string): boolean => place(version) >= place(first)

const place = (name: string) => history.versions.findIndex((version) => version.name === name)
