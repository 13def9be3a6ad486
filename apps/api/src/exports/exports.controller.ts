import { Asking, type Principal } from '@assay/access'
import {
  applicationList,
  candidateList,
  exportQuery,
  interviewList,
  jobList,
  type ListQuery,
  MAX_CUSTOM_FIELDS,
} from '@assay/contracts'
import { Controller, Query } from '@nestjs/common'
import { ApplicationsService } from '../applications/applications.service.ts'
import { CandidatesService } from '../candidates/candidates.service.ts'
import { CustomFieldsService } from '../custom-fields/custom-fields.service.ts'
import { InterviewsService } from '../interviews/interviews.service.ts'
import { JobsService } from '../jobs/jobs.service.ts'
import { candidatesSheet } from './candidates.sheet.ts'
import { CsvOf } from './csv-of.ts'
import { type AskedOf, ExportsService, type QueryOf } from './exports.service.ts'
import { APPLICATIONS, INTERVIEWS, JOBS } from './hiring.sheets.ts'

const ALL_FIELDS: ListQuery<string, object> = {
  sort: ['position', 'ASC'],
  range: [0, MAX_CUSTOM_FIELDS - 1],
  filter: {},
}

/** Hiring. Each asks the list's own use case, as the list's own route does. */
@Controller()
export class ExportsController {
  constructor(
    private readonly exports: ExportsService,
    private readonly candidatesList: CandidatesService,
    private readonly applicationsList: ApplicationsService,
    private readonly interviewsList: InterviewsService,
    private readonly jobsList: JobsService,
    private readonly customFields: CustomFieldsService,
  ) {}

  @CsvOf('candidates', 'candidates.read')
  async candidates(
    @Query({ schema: exportQuery(candidateList) }) asked: AskedOf<CandidatesService>,
    @Asking() asking: Principal,
  ) {
    const fields = await this.customFields.list(ALL_FIELDS)
    return this.exports.file(candidatesSheet(fields.rows), asked, (query: QueryOf<CandidatesService>) =>
      this.candidatesList.list(query, asking),
    )
  }

  @CsvOf('applications', 'applications.read')
  applications(
    @Query({ schema: exportQuery(applicationList) }) asked: AskedOf<ApplicationsService>,
    @Asking() asking: Principal,
  ) {
    return this.exports.file(APPLICATIONS, asked, (query: QueryOf<ApplicationsService>) =>
      this.applicationsList.list(query, asking),
    )
  }

  @CsvOf('interviews', 'interviews.read')
  interviews(
    @Query({ schema: exportQuery(interviewList) }) asked: AskedOf<InterviewsService>,
    @Asking() asking: Principal,
  ) {
    return this.exports.file(INTERVIEWS, asked, (query: QueryOf<InterviewsService>) =>
      this.interviewsList.list(query, asking),
    )
  }

  @CsvOf('jobs', 'jobs.read')
  jobs(@Query({ schema: exportQuery(jobList) }) asked: AskedOf<JobsService>, @Asking() asking: Principal) {
    return this.exports.file(JOBS, asked, (query: QueryOf<JobsService>) => this.jobsList.list(query, asking))
  }
}
