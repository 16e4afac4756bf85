import { row, type ErrorRow } from '../../test/documented-errors/row.ts'

export default [
  row(
    'PUT /ip_allowlist',
    422,
    'parameter_invalid',
    /^Your IP \(\S+\) is not on the allowlist\. Saving would lock you out of this workspace\.$/,
    () => ['/ip_allowlist', { enabled: true, ip_allowlist: ['192.0.2.1'] }],
  ),
] satisfies ErrorRow[]
