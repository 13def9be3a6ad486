import {
  get,
  set,
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
    const errors: FieldErrors<z.input<Shape>> = {}
    for (const { path, code, message } of result.error.issues) {
      const place = path.join('.') || 'root'
      // What is wrong with a list as a whole stands beside what is wrong with its entries.
      if (get(errors, `${place}.message`)) continue
      set(errors, `${place}.type`, code)
      set(errors, `${place}.message`, message)
    }
    return { values: {}, errors }
  }

/** Without a shape, the server alone says what is wrong. */
export const useSchemaForm = <Shape extends FormShape>(
  shape: Shape | null,
  defaultValues: DefaultValues<z.input<Shape>>,
): UseFormReturn<z.input<Shape>, unknown, z.output<Shape>> =>
  useForm<z.input<Shape>, unknown, z.output<Shape>>({
    ...(shape && { resolver: resolverOf(shape) }),
    defaultValues,
  })

/** Puts what the server says beside each field, and the cursor into the first of them. */
export const showFieldErrors = <Values extends FieldValues, Output>(
  form: UseFormReturn<Values, unknown, Output>,
  problem: ApiProblem,
): void => {
  const values = form.getValues()
  const known = Object.entries(problem.errors).filter(([field]) => (field.split('.')[0] ?? '') in values)
  for (const [index, [field, message]] of known.entries()) {
    form.setError(field as Path<Values>, { type: 'server', message }, { shouldFocus: index === 0 })
  }
}
