import { apiError, type ApiError } from '../../http/errors.ts'

export const invalid = (message: string): ApiError => apiError(422, 'parameter_invalid', message)
