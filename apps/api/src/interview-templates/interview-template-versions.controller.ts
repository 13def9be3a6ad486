import { Allow, Asking, type Principal } from '@assay/access'
import {
  byId,
  createTemplateVersion,
  type CreateTemplateVersion,
  diffQuery,
  interviewTemplateVersion,
  interviewTemplateVersionList,
  type ListQuery,
  preparationSheet,
  templateFile,
  updateTemplateVersion,
  type UpdateTemplateVersion,
  versionContent,
  versionDiff,
  type VersionNote,
  versionNote,
  type VersionReturn,
  versionReturn,
  versionSummary,
} from '@assay/contracts'
import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common'
import { Returns, ReturnsFile, ReturnsNothing, ReturnsPage } from '../http/answers.ts'
import { IfMatch, SeenRevision } from '../http/if-match.ts'
import type { VersionFilter } from './interview-template-versions.queries.ts'
import { InterviewTemplateVersionsService } from './interview-template-versions.service.ts'
import { MANAGE_TEMPLATES, PROPOSE_TEMPLATES, READ_TEMPLATES } from './interview-templates.access.ts'
import { VersionDocumentsService } from './version-documents.service.ts'
import { VersionStepsService } from './version-steps.service.ts'

@Controller('interview-template-versions')
export class InterviewTemplateVersionsController {
  constructor(
    private readonly versions: InterviewTemplateVersionsService,
    private readonly steps: VersionStepsService,
    private readonly documents: VersionDocumentsService,
  ) {}

  @Get()
  @Allow(READ_TEMPLATES)
  @ReturnsPage(versionSummary, 'interview-template-versions')
  list(@Query({ schema: interviewTemplateVersionList }) query: ListQuery<string, VersionFilter>) {
    return this.versions.list(query)
  }

  @Get(':id')
  @Allow(READ_TEMPLATES)
  @Returns(interviewTemplateVersion)
  get(@Param({ schema: byId }) { id }: { id: string }, @Asking() asking: Principal) {
    return this.versions.get(id, asking)
  }

  @Post()
  @Allow(PROPOSE_TEMPLATES)
  @Returns(interviewTemplateVersion, 201)
  create(
    @Body({ schema: createTemplateVersion }) wanted: CreateTemplateVersion,
    @Asking() asking: Principal,
  ) {
    return this.versions.create(wanted, asking)
  }

  @Patch(':id')
  @Allow(PROPOSE_TEMPLATES)
  @Returns(interviewTemplateVersion)
  update(
    @Param({ schema: byId }) { id }: { id: string },
    @Body({ schema: updateTemplateVersion }) { draft }: UpdateTemplateVersion,
    @IfMatch() seen: number,
    @Asking() asking: Principal,
  ) {
    return this.versions.update(id, draft, seen, asking)
  }

  @Delete(':id')
  @Allow(PROPOSE_TEMPLATES)
  @ReturnsNothing()
  discard(@Param({ schema: byId }) { id }: { id: string }, @Asking() asking: Principal): Promise<void> {
    return this.versions.discard(id, asking)
  }

  @Post(':id/submit-for-review')
  @Allow(PROPOSE_TEMPLATES)
  @Returns(interviewTemplateVersion)
  submitForReview(
    @Param({ schema: byId }) { id }: { id: string },
    @Body({ schema: versionNote }) said: VersionNote,
    @SeenRevision() revision: number | null,
    @Asking() asking: Principal,
  ) {
    return this.steps.submitForReview(id, { ...said, revision }, asking)
  }

  @Post(':id/return')
  @Allow(PROPOSE_TEMPLATES)
  @Returns(interviewTemplateVersion)
  return(
    @Param({ schema: byId }) { id }: { id: string },
    @Body({ schema: versionReturn }) { note }: VersionReturn,
    @SeenRevision() revision: number | null,
    @Asking() asking: Principal,
  ) {
    return this.steps.return(id, { note, revision }, asking)
  }

  @Post(':id/publish')
  @Allow(MANAGE_TEMPLATES)
  @Returns(interviewTemplateVersion)
  publish(
    @Param({ schema: byId }) { id }: { id: string },
    @Body({ schema: versionNote }) said: VersionNote,
    @SeenRevision() revision: number | null,
    @Asking() asking: Principal,
  ) {
    return this.steps.publish(id, { ...said, revision }, asking)
  }

  @Post(':id/retire')
  @Allow(MANAGE_TEMPLATES)
  @Returns(interviewTemplateVersion)
  retire(
    @Param({ schema: byId }) { id }: { id: string },
    @SeenRevision() revision: number | null,
    @Asking() asking: Principal,
  ) {
    return this.steps.retire(id, revision, asking)
  }

  @Get(':id/diff')
  @Allow(READ_TEMPLATES)
  @Returns(versionDiff)
  diff(
    @Param({ schema: byId }) { id }: { id: string },
    @Query({ schema: diffQuery }) { against }: { against?: string },
  ) {
    return this.documents.diff(id, against)
  }

  @Get(':id/preview')
  @Allow(READ_TEMPLATES)
  @Returns(versionContent)
  preview(@Param({ schema: byId }) { id }: { id: string }) {
    return this.documents.preview(id)
  }

  @Get(':id/preparation-sheet')
  @Allow(READ_TEMPLATES)
  @Returns(preparationSheet)
  preparationSheet(@Param({ schema: byId }) { id }: { id: string }) {
    return this.documents.preparationSheet(id)
  }

  @Get(':id/packet.pdf')
  @Allow(READ_TEMPLATES)
  @ReturnsFile('application/pdf')
  kitPacket(@Param({ schema: byId }) { id }: { id: string }) {
    return this.documents.kitPacket(id)
  }

  @Get(':id/preparation-sheet.pdf')
  @Allow(READ_TEMPLATES)
  @ReturnsFile('application/pdf')
  candidateSheet(@Param({ schema: byId }) { id }: { id: string }) {
    return this.documents.candidateSheet(id)
  }

  @Get(':id/file')
  @Allow(READ_TEMPLATES)
  @Returns(templateFile)
  file(@Param({ schema: byId }) { id }: { id: string }) {
    return this.documents.file(id)
  }
}
