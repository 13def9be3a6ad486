import { type ArgumentMetadata, Injectable, StandardSchemaValidationPipe } from '@nestjs/common'
import { ValidationFailed } from './http.errors.ts'

interface Issue {
  message: string
  path?: readonly (PropertyKey | { key: PropertyKey })[] | undefined
}

/** `errors` per field; what is wrong with the body as a whole stands under `body`. */
export const toValidationFailed = (issues: readonly Issue[]): ValidationFailed => {
  const fields: Record<string, string> = {}
  for (const issue of issues.slice(0, 100)) {
    const path = (issue.path ?? [])
      .map((part) => String(typeof part === 'object' ? part.key : part))
      .join('.')
    const { keys } = issue as { keys?: string[] }
    if (keys)
      for (const key of keys.slice(0, 100))
        fields[path ? `${path}.${key}` : key] ??= 'This field is not known.'
    else fields[path || 'body'] ??= issue.message
  }
  return new ValidationFailed(fields)
}

/** What comes in is what its contract says, or is refused field by field. */
@Injectable()
export class ContractPipe extends StandardSchemaValidationPipe {
  /** A body has been looked through for dangerous names when it was parsed (`json-body.ts`): once is enough. */
  override async transform<T>(value: T, metadata: ArgumentMetadata): Promise<T> {
    const { schema, type } = metadata
    if (type !== 'body' || !schema) return super.transform(value, metadata)
    const result = await this.validate<T>(value, schema)
    if (result.issues) throw toValidationFailed(result.issues)
    return result.value
  }
}
