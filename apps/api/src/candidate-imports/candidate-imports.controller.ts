import { Allow, Asking, type Principal } from '@assay/access'
import {
  addCandidateImport,
  byId,
  candidateImport,
  candidateImportDetail,
  candidateImportList,
  candidateImportRow,
  candidateImportRowList,
  importPreview,
  type ImportState,
  type ListQuery,
  updateCandidateImport,
  type UpdateCandidateImport,
} from '@assay/contracts'
import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common'
import { Returns, ReturnsFile, ReturnsNothing, ReturnsPage } from '../http/answers.ts'
import { IfMatch } from '../http/if-match.ts'
import { TakesFile, Upload, type UploadedForm } from '../http/uploads.ts'
import type { RowFilter } from './candidate-imports.queries.ts'
import { CandidateImportsService } from './candidate-imports.service.ts'
import { ImportReportService } from './import-report.service.ts'
import { ImportViewsService } from './import-views.service.ts'

@Controller('candidate-imports')
export class CandidateImportsController {
  constructor(
    private readonly imports: CandidateImportsService,
    private readonly views: ImportViewsService,
    private readonly reports: ImportReportService,
  ) {}

  @Get()
  @Allow('candidates.import')
  @ReturnsPage(candidateImport, 'candidate-imports')
  list(@Query({ schema: candidateImportList }) query: ListQuery<string, { state?: ImportState }>) {
    return this.views.list(query)
  }

  @Get(':id')
  @Allow('candidates.import')
  @Returns(candidateImportDetail)
  get(@Param({ schema: byId }) { id }: { id: string }) {
    return this.views.get(id)
  }

  @Get(':id/preview')
  @Allow('candidates.import')
  @Returns(importPreview)
  preview(@Param({ schema: byId }) { id }: { id: string }, @Asking() asking: Principal) {
    return this.views.preview(id, asking)
  }

  @Get(':id/rows')
  @Allow('candidates.import')
  @ReturnsPage(candidateImportRow, 'rows')
  rows(
    @Param({ schema: byId }) { id }: { id: string },
    @Query({ schema: candidateImportRowList }) query: ListQuery<string, RowFilter>,
  ) {
    return this.views.rows(id, query)
  }

  @Get(':id/rows-to-mend.csv')
  @Allow('candidates.import')
  @ReturnsFile('text/csv; charset=utf-8')
  report(@Param({ schema: byId }) { id }: { id: string }) {
    return this.reports.report(id)
  }

  /** A CSV file, a JSON résumé or a list of them: what it is, is told by what stands in it. */
  @Post()
  @Allow('candidates.import')
  @TakesFile(addCandidateImport)
  @Returns(candidateImportDetail, 201)
  upload(@Upload() form: UploadedForm, @Asking() asking: Principal) {
    return this.imports.upload(form, asking)
  }

  @Post(':id/files')
  @Allow('candidates.import')
  @TakesFile(addCandidateImport)
  @Returns(candidateImportDetail)
  add(@Param({ schema: byId }) { id }: { id: string }, @Upload() form: UploadedForm) {
    return this.imports.add(id, form)
  }

  @Patch(':id')
  @Allow('candidates.import')
  @Returns(candidateImportDetail)
  update(
    @Param({ schema: byId }) { id }: { id: string },
    @Body({ schema: updateCandidateImport }) change: UpdateCandidateImport,
    @IfMatch() seen: number,
    @Asking() asking: Principal,
  ) {
    return this.imports.update(id, change, seen, asking)
  }

  @Post(':id/check')
  @Allow('candidates.import')
  @Returns(candidateImportDetail, 202)
  check(@Param({ schema: byId }) { id }: { id: string }, @Asking() asking: Principal) {
    return this.imports.check(id, asking)
  }

  @Post(':id/run')
  @Allow('candidates.import')
  @Returns(candidateImportDetail, 202)
  run(@Param({ schema: byId }) { id }: { id: string }, @Asking() asking: Principal) {
    return this.imports.run(id, asking)
  }

  @Post(':id/stop')
  @Allow('candidates.import')
  @Returns(candidateImportDetail)
  stop(@Param({ schema: byId }) { id }: { id: string }) {
    return this.imports.stop(id)
  }

  @Delete(':id')
  @Allow('candidates.import')
  @ReturnsNothing()
  async remove(@Param({ schema: byId }) { id }: { id: string }) {
    await this.imports.remove(id)
  }
}
