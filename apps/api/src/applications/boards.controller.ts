import { Allow, Asking, type Principal } from '@assay/access'
import { board, byId } from '@assay/contracts'
import { Controller, Get, Param } from '@nestjs/common'
import { Returns } from '../http/answers.ts'
import { READ_APPLICATIONS } from './applications.access.ts'
import { ApplicationsService } from './applications.service.ts'

@Controller('jobs')
export class BoardsController {
  constructor(private readonly applications: ApplicationsService) {}

  @Get(':id/board')
  @Allow(READ_APPLICATIONS)
  @Returns(board)
  board(@Param({ schema: byId }) { id }: { id: string }, @Asking() asking: Principal) {
    return this.applications.board(id, asking)
  }
}
