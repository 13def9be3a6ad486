import type { Permission } from '@assay/contracts'
import { createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common'
import type { Principal } from './principal.ts'

export const ALLOW = 'assay:allow'
export const PUBLIC = 'assay:public'
export const OWN_CREDENTIAL = 'assay:own-credential'
export const UPLOAD = 'assay:upload'
export const SECRET_ANSWER = 'assay:secret-answer'

/** Only for people who hold this permission. Every route carries this or `@Public()`; without either it is refused. */
export const Allow = (permission: Permission) => SetMetadata(ALLOW, permission)

/** For anybody, signed in or not. The reason is for the reader of the list of routes. */
export const Public = (because: string) => SetMetadata(PUBLIC, because)

/** A public route whose request carries a secret of 256 bits: nobody guesses there. */
export const CarriesCredential = () => SetMetadata(OWN_CREDENTIAL, true)

/** This route takes files (multipart/form-data). */
export const AcceptsUpload = () => SetMetadata(UPLOAD, true)

/** The answer holds a secret that is shown once: it is never stored for a replay. */
export const AnswersSecret = () => SetMetadata(SECRET_ANSWER, true)

/** Who is asking. */
export const Asking = createParamDecorator((_data: unknown, context: ExecutionContext): Principal => {
  const request = context.switchToHttp().getRequest<{ principal?: Principal }>()
  if (!request.principal) throw new Error('A public route does not know who is asking.')
  return request.principal
})
