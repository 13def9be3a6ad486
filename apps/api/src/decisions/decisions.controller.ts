import { Allow, Asking, type Principal } from '@assay/access'
import {
  byId,
  decision,
  decisionList,
  decisionPack,
  type DecisionPack,
  type ListQuery,
  makeDecision,
  type MakeDecision,
  refuseDecision,
  type RefuseDecision,
  supersedeDecision,
  type SupersedeDecision,
} from '@assay/contracts'
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common'
import { Returns, ReturnsFile, ReturnsPage } from '../http/answers.ts'
import { DecisionApprovalsService } from './decision-approvals.service.ts'
import { DecisionPacksService } from './decision-packs.service.ts'
import type { DecisionFilter } from './decisions.queries.ts'
import { DecisionsService } from './decisions.service.ts'

@Controller('decisions')
export class DecisionsController {
  constructor(
    private readonly decisions: DecisionsService,
    private readonly approvals: DecisionApprovalsService,
    private readonly packs: DecisionPacksService,
  ) {}

  @Get()
  @Allow('decisions.read')
  @ReturnsPage(decision, 'decisions')
  list(@Query({ schema: decisionList }) query: ListQuery<string, DecisionFilter>) {
    return this.decisions.list(query)
  }

  @Get(':id')
  @Allow('decisions.read')
  @Returns(decision)
  get(@Param({ schema: byId }) { id }: { id: string }) {
    return this.decisions.get(id)
  }

  @Get(':id/pack.pdf')
  @Allow('decisions.read')
  @ReturnsFile('application/pdf')
  pack(
    @Param({ schema: byId }) { id }: { id: string },
    @Query({ schema: decisionPack }) { withhold }: DecisionPack,
  ) {
    return this.packs.print(id, withhold)
  }

  @Post()
  @Allow('decisions.make')
  @Returns(decision, 201)
  make(@Body({ schema: makeDecision }) facts: MakeDecision, @Asking() asking: Principal) {
    return this.decisions.make(facts, asking)
  }

  @Post(':id/supersede')
  @Allow('decisions.make')
  @Returns(decision, 201)
  supersede(
    @Param({ schema: byId }) { id }: { id: string },
    @Body({ schema: supersedeDecision }) facts: SupersedeDecision,
    @Asking() asking: Principal,
  ) {
    return this.decisions.supersede(id, facts, asking)
  }

  @Post(':id/approve')
  @Allow('decisions.approve')
  @Returns(decision)
  approve(@Param({ schema: byId }) { id }: { id: string }, @Asking() asking: Principal) {
    return this.approvals.approve(id, asking)
  }

  /** By whoever is asked, in turn; whoever made it takes it back with this. */
  @Post(':id/refuse')
  @Allow('decisions.approve')
  @Returns(decision)
  refuse(
    @Param({ schema: byId }) { id }: { id: string },
    @Body({ schema: refuseDecision }) { because }: RefuseDecision,
    @Asking() asking: Principal,
  ) {
    return this.approvals.refuse(id, because, asking)
  }
}
