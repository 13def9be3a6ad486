import { Allow } from '@assay/access'
import { myInterviews } from '@assay/contracts'
import { Controller, Get } from '@nestjs/common'
import { Returns } from '../http/answers.ts'
import { InterviewsService } from './interviews.service.ts'

@Controller('my-interviews')
export class MyInterviewsController {
  constructor(private readonly interviews: InterviewsService) {}

  @Get()
  @Allow('interviews.read')
  @Returns(myInterviews)
  mine() {
    return this.interviews.mine()
  }
}
