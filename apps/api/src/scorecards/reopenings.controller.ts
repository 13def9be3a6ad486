import { Allow } from '@assay/access'
import { byId, refuseToReopen, type RefuseToReopen, scorecard } from '@assay/contracts'
import { Body, Controller, Param, Post } from '@nestjs/common'
import { Returns } from '../http/answers.ts'
import { ReopeningsService } from './reopenings.service.ts'

/** Answers to a request that a scorecard is written anew. */
@Controller('scorecard-reopenings')
export class ReopeningsController {
  constructor(private readonly reopenings: ReopeningsService) {}

  @Post(':id/agree')
  @Allow('scorecards.reopen')
  @Returns(scorecard)
  agree(@Param({ schema: byId }) { id }: { id: string }) {
    return this.reopenings.agree(id)
  }

  @Post(':id/refuse')
  @Allow('scorecards.reopen')
  @Returns(scorecard)
  refuse(
    @Param({ schema: byId }) { id }: { id: string },
    @Body({ schema: refuseToReopen }) { because }: RefuseToReopen,
  ) {
    return this.reopenings.refuse(id, because)
  }

  /** Only who asked. */
  @Post(':id/withdraw')
  @Allow('scorecards.read')
  @Returns(scorecard)
  withdraw(@Param({ schema: byId }) { id }: { id: string }) {
    return this.reopenings.withdraw(id)
  }
}
