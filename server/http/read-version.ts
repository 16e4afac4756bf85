import { parameterInvalid } from './errors.ts'
import { history } from '../versions/index.ts'

/** A version by the name that it is known by. @throws 400 parameter_invalid */
export function readVersion(parameter: string, name: string): string {
  const version = history.find(name.trim())
  if (version) return version.name
  const known = history.versions.map(({ name }) => name).join(', ')
  throw parameterInvalid(`${parameter} must be one of: ${known}`, parameter)
}
