import { Allow, Asking, type Principal } from '@assay/access'
import {
  byId,
  checkSchedule,
  type CheckSchedule,
  endInterview,
  interview,
  interviewList,
  interviewResumes,
  type ListQuery,
  resumeOfInterview,
  scheduleConflicts,
  scheduleInterview,
  type ScheduleInterview,
  updateInterview,
  type UpdateInterview,
  versionContent,
} from '@assay/contracts'
import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common'
import { Returns, ReturnsFile, ReturnsPage } from '../http/answers.ts'
import { IfMatch } from '../http/if-match.ts'
import type { InterviewFilter } from './interviews.queries.ts'
import { InterviewsService } from './interviews.service.ts'

@Controller('interviews')
export class InterviewsController {
  constructor(private readonly interviews: InterviewsService) {}

  @Get()
  @Allow('interviews.read')
  @ReturnsPage(interview, 'interviews')
  list(
    @Query({ schema: interviewList }) query: ListQuery<string, InterviewFilter>,
    @Asking() asking: Principal,
  ) {
    return this.interviews.list(query, asking)
  }

  @Get(':id')
  @Allow('interviews.read')
  @Returns(interview)
  get(@Param({ schema: byId }) { id }: { id: string }, @Asking() asking: Principal) {
    return this.interviews.get(id, asking)
  }

  @Get(':id/kit')
  @Allow('interviews.read')
  @Returns(versionContent)
  kit(@Param({ schema: byId }) { id }: { id: string }, @Asking() asking: Principal) {
    return this.interviews.kit(id, asking)
  }

  @Get(':id/resumes')
  @Allow('interviews.read')
  @Returns(interviewResumes)
  resumes(@Param({ schema: byId }) { id }: { id: string }, @Asking() asking: Principal) {
    return this.interviews.resumes(id, asking)
  }

  @Get(':id/resumes/:resumeId')
  @Allow('interviews.read')
  @ReturnsFile('application/octet-stream')
  resumeFile(
    @Param({ schema: resumeOfInterview }) { id, resumeId }: { id: string; resumeId: string },
    @Asking() asking: Principal,
  ) {
    return this.interviews.resumeFile(id, resumeId, asking)
  }

  @Get(':id/calendar')
  @Allow('interviews.read')
  @ReturnsFile('text/calendar; charset=utf-8')
  calendar(@Param({ schema: byId }) { id }: { id: string }, @Asking() asking: Principal) {
    return this.interviews.calendar(id, asking)
  }

  /** Reads, and is posted: it asks about several people at once. */
  @Post('conflicts')
  @Allow('interviews.manage')
  @Returns(scheduleConflicts)
  conflicts(@Body({ schema: checkSchedule }) wanted: CheckSchedule, @Asking() asking: Principal) {
    return this.interviews.conflicts(wanted, asking)
  }

  @Post()
  @Allow('interviews.manage')
  @Returns(interview, 201)
  schedule(@Body({ schema: scheduleInterview }) facts: ScheduleInterview, @Asking() asking: Principal) {
    return this.interviews.schedule(facts, asking)
  }

  @Patch(':id')
  @Allow('interviews.manage')
  @Returns(interview)
  update(
    @Param({ schema: byId }) { id }: { id: string },
    @Body({ schema: updateInterview }) change: UpdateInterview,
    @IfMatch() seen: number,
    @Asking() asking: Principal,
  ) {
    return this.interviews.update(id, change, seen, asking)
  }

  @Post(':id/cancel')
  @Allow('interviews.manage')
  @Returns(interview)
  cancel(
    @Param({ schema: byId }) { id }: { id: string },
    @Body({ schema: endInterview }) { because }: { because: string | null },
    @Asking() asking: Principal,
  ) {
    return this.interviews.end(id, 'cancelled', because, asking)
  }

  @Post(':id/did-not-happen')
  @Allow('interviews.manage')
  @Returns(interview)
  didNotHappen(
    @Param({ schema: byId }) { id }: { id: string },
    @Body({ schema: endInterview }) { because }: { because: string | null },
    @Asking() asking: Principal,
  ) {
    return this.interviews.end(id, 'did_not_happen', because, asking)
  }
}
