import { Allow, Asking, type Principal } from '@assay/access'
import {
  application,
  type ApplicationCommand,
  applicationChanges,
  applicationCommands,
  applicationList,
  applicationOutcomes,
  byId,
  commandApplications,
  type CommandApplications,
  createApplication,
  type CreateApplication,
  type ListQuery,
} from '@assay/contracts'
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common'
import { Returns, ReturnsPage } from '../http/answers.ts'
import { SeenRevision } from '../http/if-match.ts'
import { ApplicationCommandsService } from './application-commands.service.ts'
import { MANAGE_APPLICATIONS, MOVE_APPLICATIONS, READ_APPLICATIONS } from './applications.access.ts'
import { ApplicationsService, type ListedFilter } from './applications.service.ts'

@Controller('applications')
export class ApplicationsController {
  constructor(
    private readonly applications: ApplicationsService,
    private readonly commands: ApplicationCommandsService,
  ) {}

  @Get()
  @Allow(READ_APPLICATIONS)
  @ReturnsPage(application, 'applications')
  list(
    @Query({ schema: applicationList }) query: ListQuery<string, ListedFilter>,
    @Asking() asking: Principal,
  ) {
    return this.applications.list(query, asking)
  }

  @Get(':id')
  @Allow(READ_APPLICATIONS)
  @Returns(application)
  get(@Param({ schema: byId }) { id }: { id: string }, @Asking() asking: Principal) {
    return this.applications.get(id, asking)
  }

  @Get(':id/history')
  @Allow(READ_APPLICATIONS)
  @Returns(applicationChanges)
  async history(@Param({ schema: byId }) { id }: { id: string }, @Asking() asking: Principal) {
    return { changes: await this.applications.history(id, asking) }
  }

  @Post()
  @Allow(MANAGE_APPLICATIONS)
  @Returns(application, 201)
  create(@Body({ schema: createApplication }) facts: CreateApplication, @Asking() asking: Principal) {
    return this.applications.create(facts, asking)
  }

  /** One command for many, each for itself; with `dryRun` it only tells. */
  @Post('command')
  @Allow(MOVE_APPLICATIONS)
  @Returns(applicationOutcomes)
  command(@Body({ schema: commandApplications }) body: CommandApplications, @Asking() asking: Principal) {
    return this.commands.carry(body, asking)
  }

  @Post(':id/advance')
  @Allow(MOVE_APPLICATIONS)
  @Returns(applicationOutcomes)
  advance(
    @Param({ schema: byId }) { id }: { id: string },
    @Body({ schema: applicationCommands.advance }) facts: object,
    @SeenRevision() seen: number | null,
    @Asking() asking: Principal,
  ) {
    return this.commands.carryOne(id, { do: 'advance', ...facts }, seen, asking)
  }

  @Post(':id/move')
  @Allow(MOVE_APPLICATIONS)
  @Returns(applicationOutcomes)
  move(
    @Param({ schema: byId }) { id }: { id: string },
    @Body({ schema: applicationCommands.move }) facts: object,
    @SeenRevision() seen: number | null,
    @Asking() asking: Principal,
  ) {
    return this.commands.carryOne(id, { do: 'move', ...facts } as ApplicationCommand, seen, asking)
  }

  @Post(':id/reject')
  @Allow(MOVE_APPLICATIONS)
  @Returns(applicationOutcomes)
  reject(
    @Param({ schema: byId }) { id }: { id: string },
    @Body({ schema: applicationCommands.reject }) facts: object,
    @SeenRevision() seen: number | null,
    @Asking() asking: Principal,
  ) {
    return this.commands.carryOne(id, { do: 'reject', ...facts } as ApplicationCommand, seen, asking)
  }

  @Post(':id/withdraw')
  @Allow(MOVE_APPLICATIONS)
  @Returns(applicationOutcomes)
  withdraw(
    @Param({ schema: byId }) { id }: { id: string },
    @Body({ schema: applicationCommands.withdraw }) facts: object,
    @SeenRevision() seen: number | null,
    @Asking() asking: Principal,
  ) {
    return this.commands.carryOne(id, { do: 'withdraw', ...facts } as ApplicationCommand, seen, asking)
  }

  @Post(':id/hire')
  @Allow(MOVE_APPLICATIONS)
  @Returns(applicationOutcomes)
  hire(
    @Param({ schema: byId }) { id }: { id: string },
    @Body({ schema: applicationCommands.hire }) facts: object,
    @SeenRevision() seen: number | null,
    @Asking() asking: Principal,
  ) {
    return this.commands.carryOne(id, { do: 'hire', ...facts } as ApplicationCommand, seen, asking)
  }

  @Post(':id/reopen')
  @Allow(MOVE_APPLICATIONS)
  @Returns(applicationOutcomes)
  reopen(
    @Param({ schema: byId }) { id }: { id: string },
    @Body({ schema: applicationCommands.reopen }) facts: object,
    @SeenRevision() seen: number | null,
    @Asking() asking: Principal,
  ) {
    return this.commands.carryOne(id, { do: 'reopen', ...facts } as ApplicationCommand, seen, asking)
  }
}
