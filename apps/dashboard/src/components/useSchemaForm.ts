import {
  useForm,
  type DefaultValues,
  type FieldErrors,
  type FieldValues,
  type Path,
  type Resolver,
  type UseFormReturn,
} from 'react-hook-form'
import type { z } from 'zod'
import type { ApiProblem } from '../api/problem.ts'

type FormShape = z.ZodType<FieldValues, FieldValues>

/** The contract's own shape validates the form, so a form cannot promise what the server then refuses. */
const resolverOf =
  <Shape extends FormShape>(shape: Shape): Resolver<z.input<Shape>, unknown, z.output<Shape>> =>
  (values) => {
    const result = shape.safeParse(values)
    if (result.success) return { values: result.data, errors: {} }
    const errors: Record<string, { type: string; message: string }> = {}
    for (const issue of result.error.issues) {
      errors[issue.path.join('.') || 'root'] ??= { type: issue.code, message: issue.message }
    }
    return { values: {}, errors: errors as FieldErrors<z.input<Shape>> }
  }

export const useSchemaForm = <Shape extends FormShape>(
  shape: Shape,
  defaultValues: DefaultValues<z.input<Shape>>,
): UseFormReturn<z.input<Shape>, unknown, z.output<Shape>> =>
  useForm<z.input<Shape>, unknown, z.output<Shape>>({ resolver: resolverOf(shape), defaultValues })

/** Puts what the server says beside each field, and the cursor into the first of them. */
export const showFieldErrors = <Values extends FieldValues, Output>(
  form: UseFormReturn<Values, unknown, Output>,
  problem: ApiProblem,
): void => {
  const known = Object.entries(problem.errors).filter(([field]) => field in form.getValues())
  for (const [index, [field, message]] of known.entries()) {
    form.setError(field as Path<Values>, { type: 'server', message }, { shouldFocus: index === 0 })
  }
}
