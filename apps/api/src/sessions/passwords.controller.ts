import { Allow, AnswersSecret, Asking, type Principal } from '@assay/access'
import { changePassword, type ChangePassword } from '@assay/contracts'
import { Body, Controller, Post } from '@nestjs/common'
import { ReturnsNothing } from '../http/answers.ts'
import { PasswordsService } from './passwords.service.ts'

@Controller('users/current/password')
export class PasswordsController {
  constructor(private readonly passwords: PasswordsService) {}

  @Post()
  @Allow('account.manage')
  @AnswersSecret()
  @ReturnsNothing()
  change(
    @Asking() principal: Principal,
    @Body({ schema: changePassword }) change: ChangePassword,
  ): Promise<void> {
    return this.passwords.change(principal.userId, principal.sessionId, change)
  }
}
