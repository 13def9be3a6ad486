import type { Principal } from '@assay/access'
import { type DocumentSuggestion, type UpdateCandidate, updateCandidate } from '@assay/contracts'
import { UnitOfWork } from '@assay/persistence'
import { Injectable } from '@nestjs/common'
import { AuditService } from '../audit/audit.service.ts'
import { CandidatesService } from '../candidates/candidates.service.ts'
import { ValidationFailed } from '../http/http.errors.ts'
import { DocumentRemoved } from './candidate-document.errors.ts'
import { CandidateDocumentsQueries, type DocumentDetailRow } from './candidate-documents.queries.ts'
import { changeFor, type Contacts } from './document-suggestions.rules.ts'

/** What was found in a document reaches the candidate only here, when a person says so, and through its own service. */
@Injectable()
export class DocumentSuggestionsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly audit: AuditService,
    private readonly queries: CandidateDocumentsQueries,
    private readonly candidates: CandidatesService,
  ) {}

  async accept(id: string, suggestionIds: readonly string[], asking: Principal): Promise<DocumentDetailRow> {
    return this.work.run(async () => {
      const { candidateId } = await this.queries.facts(id)
      const survivorId = await this.queries.survivorOf(candidateId)
      const before = await this.candidates.get(survivorId, asking)
      await this.queries.lock(candidateId)
      const document = await this.queries.detail(id)
      if (document.removedAt !== null) throw new DocumentRemoved()
      const chosen = chosenOf(document.suggestions, suggestionIds)
      if (chosen.length === 0) return document
      await this.candidates.update(survivorId, checked(before, chosen), before.revision, asking)
      await this.markAccepted(document, chosen)
      this.audit.record({
        action: 'candidate_document.suggestions_accepted',
        subjectType: 'candidate_document',
        subjectId: id,
        details: { candidateId: survivorId, fields: chosen.map(({ field }) => field) },
      })
      return this.queries.detail(id)
    })
  }

  private async markAccepted(document: DocumentDetailRow, chosen: DocumentSuggestion[]): Promise<void> {
    const accepted = new Set(chosen.map((suggestion) => suggestion.id))
    const at = (await this.work.now()).toISOString()
    const { organizationId, userId } = this.work.tenant
    const suggestions = document.suggestions.map((suggestion) =>
      accepted.has(suggestion.id) ? { ...suggestion, acceptedAt: at, acceptedBy: userId } : suggestion,
    )
    await this.work.query(
      `UPDATE candidate_documents SET suggestions = $3, revision = revision + 1
        WHERE organization_id = $1 AND id = $2`,
      [organizationId, document.id, JSON.stringify(suggestions)],
    )
  }
}

/** Those not accepted yet; to accept one twice changes nothing. */
const chosenOf = (all: readonly DocumentSuggestion[], ids: readonly string[]): DocumentSuggestion[] => {
  const known = new Map(all.map((suggestion) => [suggestion.id, suggestion]))
  if (ids.some((id) => !known.has(id))) {
    throw new ValidationFailed({ suggestionIds: 'One of these is not a suggestion of this document.' })
  }
  return [...new Set(ids)].map((id) => known.get(id)!).filter(({ acceptedAt }) => acceptedAt === null)
}

/** What is accepted passes the same checks as if it had been typed. */
const checked = (before: Contacts, chosen: readonly DocumentSuggestion[]): UpdateCandidate => {
  const change = updateCandidate.safeParse(changeFor(before, chosen))
  if (change.success) return change.data
  const [issue] = change.error.issues
  throw new ValidationFailed({ suggestionIds: `${issue?.path.map(String).join('.')}: ${issue?.message}` })
}
