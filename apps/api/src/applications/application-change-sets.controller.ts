import { Allow, Asking, type Principal } from '@assay/access'
import { applicationOutcomes, byId, undoApplicationChanges } from '@assay/contracts'
import { Body, Controller, Param, Post } from '@nestjs/common'
import { Returns } from '../http/answers.ts'
import { ApplicationCommandsService } from './application-commands.service.ts'
import { MOVE_APPLICATIONS } from './applications.access.ts'

@Controller('application-change-sets')
export class ApplicationChangeSetsController {
  constructor(private readonly commands: ApplicationCommandsService) {}

  @Post(':id/undo')
  @Allow(MOVE_APPLICATIONS)
  @Returns(applicationOutcomes)
  undo(
    @Param({ schema: byId }) { id }: { id: string },
    @Body({ schema: undoApplicationChanges }) { dryRun }: { dryRun: boolean },
    @Asking() asking: Principal,
  ) {
    return this.commands.undo(id, dryRun, asking)
  }
}
