import { Allow, Asking, type Principal } from '@assay/access'
import {
  acceptDocumentSuggestions,
  addCandidateDocument,
  byId,
  candidateDocument,
  candidateDocumentDetail,
  candidateDocumentList,
  type ListQuery,
  removeCandidateDocument,
} from '@assay/contracts'
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common'
import { Returns, ReturnsFile, ReturnsPage } from '../http/answers.ts'
import { TakesFile, Upload, type UploadedForm } from '../http/uploads.ts'
import type { DocumentFilter } from './candidate-documents.queries.ts'
import { CandidateDocumentsService } from './candidate-documents.service.ts'
import { DocumentSuggestionsService } from './document-suggestions.service.ts'

@Controller()
export class CandidateDocumentsController {
  constructor(
    private readonly documents: CandidateDocumentsService,
    private readonly suggestions: DocumentSuggestionsService,
  ) {}

  @Get('candidates/:id/documents')
  @Allow('candidates.read')
  @ReturnsPage(candidateDocument, 'documents')
  list(
    @Param({ schema: byId }) { id }: { id: string },
    @Query({ schema: candidateDocumentList }) query: ListQuery<string, DocumentFilter>,
    @Asking() asking: Principal,
  ) {
    return this.documents.list(id, query, asking)
  }

  /** The fields of the form are checked when it is read, which is after access was decided. */
  @Post('candidates/:id/documents')
  @Allow('candidates.manage')
  @TakesFile(addCandidateDocument)
  @Returns(candidateDocument, 201)
  add(
    @Param({ schema: byId }) { id }: { id: string },
    @Upload() form: UploadedForm,
    @Asking() asking: Principal,
  ) {
    return this.documents.add(id, form, asking)
  }

  @Get('candidate-documents/:id')
  @Allow('candidates.read')
  @Returns(candidateDocumentDetail)
  get(@Param({ schema: byId }) { id }: { id: string }, @Asking() asking: Principal) {
    return this.documents.get(id, asking)
  }

  /** No type of its own: nothing that somebody sent in is ever shown as a page, a picture or a document. */
  @Get('candidate-documents/:id/file')
  @Allow('candidates.read')
  @ReturnsFile('application/octet-stream')
  file(@Param({ schema: byId }) { id }: { id: string }, @Asking() asking: Principal) {
    return this.documents.file(id, asking)
  }

  @Post('candidate-documents/:id/accept')
  @Allow('candidates.manage')
  @Returns(candidateDocumentDetail)
  accept(
    @Param({ schema: byId }) { id }: { id: string },
    @Body({ schema: acceptDocumentSuggestions }) { suggestionIds }: { suggestionIds: string[] },
    @Asking() asking: Principal,
  ) {
    return this.suggestions.accept(id, suggestionIds, asking)
  }

  @Post('candidate-documents/:id/remove')
  @Allow('candidates.manage')
  @Returns(candidateDocument)
  remove(
    @Param({ schema: byId }) { id }: { id: string },
    @Body({ schema: removeCandidateDocument }) { reason }: { reason: string },
    @Asking() asking: Principal,
  ) {
    return this.documents.remove(id, reason, asking)
  }

  @Post('candidate-documents/:id/restore')
  @Allow('candidates.manage')
  @Returns(candidateDocument)
  restore(@Param({ schema: byId }) { id }: { id: string }, @Asking() asking: Principal) {
    return this.documents.restore(id, asking)
  }
}
