import { Public } from '@assay/access'
import { type CurrentSession, currentSession, setup, type Setup, setupState } from '@assay/contracts'
import { Body, Controller, Get, Inject, Post, Req, Res } from '@nestjs/common'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Returns } from '../http/answers.ts'
import { DEMO } from '../config.ts'
import { MailService } from '../mail/mail.service.ts'
import { CurrentSessionService } from '../sessions/current-session.service.ts'
import { CookiesService } from '../sessions/cookies.service.ts'
import { SetupService } from './setup.service.ts'

@Controller('setup')
export class SetupController {
  constructor(
    private readonly setups: SetupService,
    private readonly current: CurrentSessionService,
    private readonly cookies: CookiesService,
    private readonly mail: MailService,
    @Inject(DEMO) private readonly demo: boolean,
  ) {}

  @Get()
  @Public('the sign-in page must know whether there is anybody to sign in')
  @Returns(setupState)
  async state() {
    return { needed: await this.setups.isNeeded(), demo: this.demo, mail: this.mail.isSet }
  }

  @Post()
  @Public('the one-time link is the credential')
  @Returns(currentSession, 201)
  async setUp(
    @Body({ schema: setup }) facts: Setup,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CurrentSession> {
    const tokens = await this.setups.setUp(facts, this.cookies.deviceOf(request))
    this.cookies.give(reply, tokens, facts.email)
    return this.current.describe(tokens)
  }
}
