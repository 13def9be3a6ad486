import { Allow, AnswersSecret, Public } from '@assay/access'
import { acceptPasswordReset, byId, passwordResetLink, requestPasswordReset } from '@assay/contracts'
import { Body, Controller, Param, Post } from '@nestjs/common'
import { z } from 'zod'
import { Returns, ReturnsNothing } from '../http/answers.ts'
import { PasswordResetsService } from './password-resets.service.ts'

@Controller()
export class PasswordResetsController {
  constructor(private readonly resets: PasswordResetsService) {}

  @Post('password-resets')
  @Public('for people who cannot sign in')
  @Returns(z.object({}), 202)
  request(@Body({ schema: requestPasswordReset }) { email }: { email: string }) {
    this.resets.request(email)
    return {}
  }

  @Post('password-resets/accept')
  @Public('the one-time link is the credential')
  @ReturnsNothing()
  accept(
    @Body({ schema: acceptPasswordReset }) { token, password }: { token: string; password: string },
  ): Promise<void> {
    return this.resets.accept(token, password)
  }

  @Post('users/:id/password-reset')
  @Allow('users.manage')
  @AnswersSecret()
  @Returns(passwordResetLink, 201)
  offer(@Param({ schema: byId }) { id }: { id: string }) {
    return this.resets.offer(id)
  }
}
