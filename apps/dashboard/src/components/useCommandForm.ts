import type { FormEvent } from 'react'
import type {
  DefaultValues,
  FieldPath,
  FieldValues,
  UseFormRegisterReturn,
  UseFormReturn,
} from 'react-hook-form'
import type { z } from 'zod'
import type { ApiProblem } from '../api/problem.ts'
import { showFieldErrors, useSchemaForm } from './useSchemaForm.ts'
import { useSubmission, type Submission } from './useSubmission.ts'

type FormShape = z.ZodType<FieldValues, FieldValues>

interface Options<Shape extends FormShape> {
  /** Null for a form that only the server checks. */
  shape: Shape | null
  start: DefaultValues<z.input<Shape>>
  send: (values: z.output<Shape>) => Promise<void>
  onProblem?: (problem: ApiProblem, form: UseFormReturn<z.input<Shape>, unknown, z.output<Shape>>) => void
}

export interface CommandForm<Shape extends FormShape> {
  form: UseFormReturn<z.input<Shape>, unknown, z.output<Shape>>
  submission: Submission<z.output<Shape>>
  submit: (event: FormEvent) => void
  /** All a field needs: its registration and what is wrong with it. */
  field: (name: FieldPath<z.input<Shape>>) => UseFormRegisterReturn & { error: string | undefined }
}

/** A form that is one command: checked with the contract's shape, sent once, the server's refusals beside the fields. */
export const useCommandForm = <Shape extends FormShape>({
  shape,
  start,
  send,
  onProblem,
}: Options<Shape>): CommandForm<Shape> => {
  const form = useSchemaForm(shape, start)
  const submission = useSubmission<z.output<Shape>>(send, (problem) => {
    showFieldErrors(form, problem)
    onProblem?.(problem, form)
  })
  return {
    form,
    submission,
    submit: (event) => void form.handleSubmit(submission.send)(event),
    field: (name) => ({
      ...form.register(name),
      error: form.getFieldState(name, form.formState).error?.message,
    }),
  }
}
