import { Allow } from '@assay/access'
import { byId, snoozeReminders, type SnoozeReminders } from '@assay/contracts'
import { Body, Controller, Param, Post } from '@nestjs/common'
import { ReturnsNothing } from '../http/answers.ts'
import { SnoozesService } from './snoozes.service.ts'

@Controller('interviews')
export class SnoozesController {
  constructor(private readonly snoozes: SnoozesService) {}

  @Post(':id/snooze')
  @Allow('interviews.read')
  @ReturnsNothing()
  snooze(
    @Param({ schema: byId }) { id }: { id: string },
    @Body({ schema: snoozeReminders }) wanted: SnoozeReminders,
  ) {
    return this.snoozes.snooze(id, wanted)
  }
}
