import { row, type ErrorRow } from '../../test/documented-errors/row.ts'

export default [
  row('POST /secure_mode_secrets', 422, 'parameter_invalid', 'name is required', () => [
    '/secure_mode_secrets',
    { supports_web: true },
  ]),
  row(
    'DELETE /secure_mode_secrets/{}',
    404,
    'identity_verification_secret_not_found',
    'Identity verification secret not found',
    () => ['/secure_mode_secrets/999999999'],
  ),
] satisfies ErrorRow[]
