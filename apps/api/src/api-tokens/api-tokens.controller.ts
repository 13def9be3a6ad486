import { Allow, AnswersSecret, Asking, type Principal } from '@assay/access'
import { apiToken, byId, createApiToken, type CreateApiToken, createdApiToken } from '@assay/contracts'
import { Body, Controller, Delete, Get, Param, Post } from '@nestjs/common'
import { z } from 'zod'
import { Returns, ReturnsNothing } from '../http/answers.ts'
import { ApiTokensService } from './api-tokens.service.ts'

@Controller('api-tokens')
export class ApiTokensController {
  constructor(private readonly tokens: ApiTokensService) {}

  @Get()
  @Allow('own-api-tokens.manage')
  @Returns(z.array(apiToken))
  list(@Asking() principal: Principal) {
    return this.tokens.list(principal.userId)
  }

  @Post()
  @Allow('own-api-tokens.manage')
  @AnswersSecret()
  @Returns(createdApiToken, 201)
  create(@Asking() principal: Principal, @Body({ schema: createApiToken }) wanted: CreateApiToken) {
    return this.tokens.create(principal, wanted)
  }

  @Delete(':id')
  @Allow('own-api-tokens.manage')
  @ReturnsNothing()
  revoke(@Asking() principal: Principal, @Param({ schema: byId }) { id }: { id: string }): Promise<void> {
    return this.tokens.revoke(principal.userId, id)
  }
}
