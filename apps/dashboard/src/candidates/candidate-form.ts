import {
  type Candidate,
  type CustomValues,
  emailKinds,
  linkKinds,
  phoneKinds,
  sameJson,
  type UpdateCandidate,
  updateCandidate,
} from '@assay/contracts'
import type { z } from 'zod'
import type { FieldsForm } from '../components/form-fields.tsx'
import { touched } from '../components/useRevisedForm.ts'

export const contactParts = ['emails', 'phones', 'links'] as const
export type ContactPart = (typeof contactParts)[number]
export const contactKinds = { emails: emailKinds, phones: phoneKinds, links: linkKinds } as const
export type ContactKind = (typeof contactKinds)[ContactPart][number]

/** A candidate as it is written: every field is there. */
export const candidateShape = updateCandidate.required()
export type CandidateValues = z.input<typeof candidateShape>
export type CandidateForm = FieldsForm<CandidateValues>
type Written = z.output<typeof candidateShape>

export const blankCandidate: CandidateValues = {
  name: '',
  preferredName: null,
  headline: null,
  company: null,
  location: null,
  source: null,
  tags: [],
  emails: [],
  phones: [],
  links: [],
  customValues: {},
}

export const pickCandidate = (candidate: Candidate): CandidateValues => ({
  name: candidate.name,
  preferredName: candidate.preferredName,
  headline: candidate.headline,
  company: candidate.company,
  location: candidate.location,
  source: candidate.source,
  tags: candidate.tags,
  emails: candidate.emails,
  phones: candidate.phones,
  links: candidate.links,
  customValues: candidate.customValues,
})

/** Of the organization's own fields only those that say something. */
export const saidValues = (values: Written['customValues']): CustomValues =>
  Object.fromEntries(Object.entries(values).flatMap(([id, value]) => (value === null ? [] : [[id, value]])))

/** Only what reads otherwise than it did. Values of fields that are in use no longer stay as they are. */
export const changeOf = (typed: Written, base: Candidate): UpdateCandidate => {
  const values = Object.entries(typed.customValues).filter(
    ([id, value]) => !sameJson(value, base.customValues[id] ?? null),
  )
  const { customValues: _whole, ...change } = Object.fromEntries(touched(typed, pickCandidate(base)))
  return { ...change, ...(values.length > 0 && { customValues: Object.fromEntries(values) }) }
}
