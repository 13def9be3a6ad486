import { type Json, sameJson } from '@assay/contracts'
import { useEffect, useState } from 'react'
import type { DefaultValues, FieldValues, Path, UseFormReturn } from 'react-hook-form'
import type { z } from 'zod'
import { mergeDrafts, type MergeConflict } from '../drafts/merge-drafts.ts'
import { showFieldErrors, useSchemaForm } from './useSchemaForm.ts'
import { useUnsaved } from './useUnsaved.ts'
import { useSubmission, type Submission } from './useSubmission.ts'

interface Revised {
  revision: number
}

interface Options<Shape extends z.ZodType<FieldValues, FieldValues>, Row extends Revised> {
  shape: Shape
  /** The record as the server last showed it. */
  record: Row
  pick: (record: Row) => z.input<Shape>
  save: (values: z.output<Shape>, base: Row) => Promise<Row>
}

export interface RevisedForm<Shape extends z.ZodType<FieldValues, FieldValues>, Row> {
  form: UseFormReturn<z.input<Shape>, unknown, z.output<Shape>>
  submission: Submission<z.output<Shape>>
  /** The record as someone else saved it meanwhile; null while nobody did. */
  theirs: Row | null
  /** What both wrote differently; all else fits together. */
  conflicts: MergeConflict[]
  keepMine: () => void
  takeTheirs: () => void
  /** The record this form started from. */
  base: Row
}

/** The fields that no longer read as they did. */
export const touched = (typed: FieldValues, before: FieldValues): [string, unknown][] =>
  Object.entries(typed).filter(([field, value]) => !sameJson(value as Json, before[field] as Json))

const typeAgain = <Values extends FieldValues, Output>(
  form: UseFormReturn<Values, unknown, Output>,
  field: string,
  value: unknown,
): void => form.setValue(field as Path<Values>, value as Values[Path<Values>], { shouldDirty: true })

/**
 * A form over a record that others may save at the same time. News from the server never runs over what is being
 * typed; when the server refuses because of someone else's save, both are kept for the person to choose.
 */
export const useRevisedForm = <Shape extends z.ZodType<FieldValues, FieldValues>, Row extends Revised>({
  shape,
  record,
  pick,
  save,
}: Options<Shape, Row>): RevisedForm<Shape, Row> => {
  const form = useSchemaForm(shape, pick(record) as DefaultValues<z.input<Shape>>)
  const [base, setBase] = useState(record)
  const [theirs, setTheirs] = useState<Row | null>(null)
  const { isDirty } = form.formState
  useUnsaved(isDirty)
  const adopt = (row: Row) => {
    setBase(row)
    setTheirs(null)
    form.reset(pick(row))
  }
  useEffect(() => {
    // oxlint-disable-next-line react/set-state-in-effect -- follows the server, and only while nothing is typed
    if (record.revision > base.revision && !isDirty) adopt(record)
    // oxlint-disable-next-line react-hooks/exhaustive-deps, react/exhaustive-effect-dependencies -- a new revision is the news
  }, [record.revision, base.revision, isDirty])
  const submission = useSubmission<z.output<Shape>>(
    async (values) => adopt(await save(values, base)),
    (problem) => {
      setTheirs(problem.code === 'revision_conflict' ? (problem.body.current as Row) : null)
      showFieldErrors(form, problem)
    },
  )
  const takeTheirs = () => {
    submission.forget()
    if (theirs) adopt(theirs)
  }
  const together = () =>
    theirs && mergeDrafts(pick(base) as Json, form.getValues() as Json, pick(theirs) as Json)
  /** Mine is what I wrote: all else follows what was saved meanwhile, or I would undo it unseen. */
  const keepMine = () => {
    if (!theirs) return
    const mine = touched(together()?.merged as FieldValues, pick(theirs))
    takeTheirs()
    for (const [field, value] of mine) typeAgain(form, field, value)
  }
  return { form, submission, base, theirs, conflicts: together()?.conflicts ?? [], keepMine, takeTheirs }
}
