import { Allow, Asking, type Principal } from '@assay/access'
import {
  byId,
  cloneInterviewTemplate,
  type CloneInterviewTemplate,
  createInterviewTemplate,
  type CreateInterviewTemplate,
  importTemplate,
  type ImportTemplate,
  interviewTemplate,
  interviewTemplateList,
  type ListQuery,
  templateFileSchema,
  templateFileSchemaAnswer,
  templateImport,
  updateInterviewTemplate,
  type UpdateInterviewTemplate,
} from '@assay/contracts'
import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common'
import { Returns, ReturnsPage } from '../http/answers.ts'
import { IfMatch } from '../http/if-match.ts'
import type { BankFilter } from '../question-bank/bank-entries.service.ts'
import { MANAGE_TEMPLATES, PROPOSE_TEMPLATES, READ_TEMPLATES } from './interview-templates.access.ts'
import { InterviewTemplatesService } from './interview-templates.service.ts'
import { TemplateImportsService } from './template-imports.service.ts'

@Controller('interview-templates')
export class InterviewTemplatesController {
  constructor(
    private readonly templates: InterviewTemplatesService,
    private readonly imports: TemplateImportsService,
  ) {}

  @Get()
  @Allow(READ_TEMPLATES)
  @ReturnsPage(interviewTemplate, 'interview-templates')
  list(@Query({ schema: interviewTemplateList }) query: ListQuery<string, BankFilter>) {
    return this.templates.list(query)
  }

  @Get('file-schema')
  @Allow(READ_TEMPLATES)
  @Returns(templateFileSchemaAnswer)
  fileSchema() {
    return templateFileSchema()
  }

  @Get(':id')
  @Allow(READ_TEMPLATES)
  @Returns(interviewTemplate)
  get(@Param({ schema: byId }) { id }: { id: string }) {
    return this.templates.get(id)
  }

  @Post()
  @Allow(PROPOSE_TEMPLATES)
  @Returns(interviewTemplate, 201)
  create(@Body({ schema: createInterviewTemplate }) facts: CreateInterviewTemplate) {
    return this.templates.create(facts)
  }

  @Post('import')
  @Allow(MANAGE_TEMPLATES)
  @Returns(templateImport)
  import(@Body({ schema: importTemplate }) wanted: ImportTemplate) {
    return this.imports.take(wanted)
  }

  @Post(':id/clone')
  @Allow(PROPOSE_TEMPLATES)
  @Returns(interviewTemplate, 201)
  clone(
    @Param({ schema: byId }) { id }: { id: string },
    @Body({ schema: cloneInterviewTemplate }) wanted: CloneInterviewTemplate,
  ) {
    return this.templates.clone(id, wanted)
  }

  @Patch(':id')
  @Allow(PROPOSE_TEMPLATES)
  @Returns(interviewTemplate)
  update(
    @Param({ schema: byId }) { id }: { id: string },
    @Body({ schema: updateInterviewTemplate }) change: UpdateInterviewTemplate,
    @IfMatch() seen: number,
    @Asking() asking: Principal,
  ) {
    return this.templates.rename(id, change as Partial<CreateInterviewTemplate>, seen, asking)
  }

  @Post(':id/archive')
  @Allow(MANAGE_TEMPLATES)
  @Returns(interviewTemplate)
  archive(@Param({ schema: byId }) { id }: { id: string }) {
    return this.templates.archive(id)
  }

  @Post(':id/restore')
  @Allow(MANAGE_TEMPLATES)
  @Returns(interviewTemplate)
  restore(@Param({ schema: byId }) { id }: { id: string }) {
    return this.templates.restore(id)
  }
}
