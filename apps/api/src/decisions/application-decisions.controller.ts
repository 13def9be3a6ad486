import { Allow } from '@assay/access'
import { byId, presentSnapshot } from '@assay/contracts'
import { Controller, Get, Param } from '@nestjs/common'
import { Returns } from '../http/answers.ts'
import { DecisionSnapshotsService } from './decision-snapshots.service.ts'

@Controller('applications/:id')
export class ApplicationDecisionsController {
  constructor(private readonly snapshots: DecisionSnapshotsService) {}

  @Get('decision-snapshot')
  @Allow('decisions.read')
  @Returns(presentSnapshot)
  snapshot(@Param({ schema: byId }) { id }: { id: string }) {
    return this.snapshots.present(id)
  }
}
