import { Allow, Asking, CarriesCredential, type Principal, Public, Unauthenticated } from '@assay/access'
import { byId, type CurrentSession, currentSession, session, signIn, type SignIn } from '@assay/contracts'
import { Body, Controller, Delete, Get, Param, Post, Req, Res } from '@nestjs/common'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { Returns, ReturnsNothing } from '../http/answers.ts'
import { CurrentSessionService } from './current-session.service.ts'
import { CookiesService } from './cookies.service.ts'
import { SessionsService } from './sessions.service.ts'
import { SignInService } from './sign-in.service.ts'

@Controller('sessions')
export class SessionsController {
  constructor(
    private readonly sessions: SessionsService,
    private readonly signIns: SignInService,
    private readonly current: CurrentSessionService,
    private readonly cookies: CookiesService,
  ) {}

  @Post()
  @Public('this is how one signs in')
  @Returns(currentSession, 201)
  async signIn(
    @Body({ schema: signIn }) credentials: SignIn,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CurrentSession> {
    const device = this.cookies.deviceOf(request)
    const tokens = await this.signIns.signIn(credentials, device, this.cookies.deviceTokenOf(request))
    this.cookies.give(reply, tokens, credentials.email)
    return this.current.describe(tokens)
  }

  @Get('current')
  @Allow('account.read')
  @Returns(currentSession)
  getCurrent(@Asking() principal: Principal): Promise<CurrentSession> {
    return this.current.describe(principal)
  }

  @Post('refresh')
  @Public('the refresh cookie is the credential')
  @CarriesCredential()
  @Returns(currentSession)
  async refresh(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CurrentSession> {
    const token = this.cookies.refreshTokenOf(request)
    const tokens = token ? await this.sessions.refresh(token) : null
    if (!tokens) {
      this.cookies.take(reply)
      throw new Unauthenticated()
    }
    this.cookies.give(reply, tokens)
    return this.current.describe(tokens)
  }

  @Delete('current')
  @Allow('own-sessions.manage')
  @ReturnsNothing()
  async signOut(
    @Asking() principal: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    if (principal.sessionId) await this.sessions.revoke(principal.userId, principal.sessionId, 'signed_out')
    this.cookies.take(reply)
    // The draft store is not wiped: it clears itself when the server has acknowledged its text.
    void reply.header('clear-site-data', '"cache"')
  }

  @Get()
  @Allow('own-sessions.manage')
  @Returns(z.array(session))
  async list(@Asking() principal: Principal) {
    const sessions = await this.sessions.list(principal.userId)
    return sessions.map((row) => ({ ...row, current: row.id === principal.sessionId }))
  }

  @Delete(':id')
  @Allow('own-sessions.manage')
  @ReturnsNothing()
  revoke(@Asking() principal: Principal, @Param({ schema: byId }) { id }: { id: string }): Promise<void> {
    return this.sessions.revoke(principal.userId, id, 'revoked')
  }
}
