import { Allow, AnswersSecret, Public } from '@assay/access'
import {
  acceptInvitation,
  type AcceptInvitation,
  byId,
  type CurrentSession,
  currentSession,
  inspectLink,
  invitation,
  invitationPreview,
  inviteUser,
  type InviteUser,
} from '@assay/contracts'
import { Body, Controller, Param, Post, Req, Res } from '@nestjs/common'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Returns } from '../http/answers.ts'
import { CookiesService } from '../sessions/cookies.service.ts'
import { CurrentSessionService } from '../sessions/current-session.service.ts'
import { InvitationsService } from './invitations.service.ts'

@Controller()
export class InvitationsController {
  constructor(
    private readonly invitations: InvitationsService,
    private readonly current: CurrentSessionService,
    private readonly cookies: CookiesService,
  ) {}

  @Post('invitations')
  @Allow('users.manage')
  @AnswersSecret()
  @Returns(invitation, 201)
  invite(@Body({ schema: inviteUser }) facts: InviteUser) {
    return this.invitations.invite(facts)
  }

  @Post('users/:id/invitation')
  @Allow('users.manage')
  @AnswersSecret()
  @Returns(invitation, 201)
  renew(@Param({ schema: byId }) { id }: { id: string }) {
    return this.invitations.renew(id)
  }

  @Post('invitations/inspect')
  @Public('the one-time link is the credential')
  @Returns(invitationPreview)
  inspect(@Body({ schema: inspectLink }) { token }: { token: string }) {
    return this.invitations.inspect(token)
  }

  @Post('invitations/accept')
  @Public('the one-time link is the credential')
  @Returns(currentSession, 201)
  async accept(
    @Body({ schema: acceptInvitation }) facts: AcceptInvitation,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CurrentSession> {
    const tokens = await this.invitations.accept(facts, this.cookies.deviceOf(request))
    const session = await this.current.describe(tokens)
    this.cookies.give(reply, tokens, session.user.email)
    return session
  }
}
