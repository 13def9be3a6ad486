import {
  type CustomField,
  emailKinds,
  type ImportedColumn,
  importTargets,
  linkKinds,
  phoneKinds,
} from '@assay/contracts'
import type { Option } from '../components/Choice.tsx'
import type { Text } from '../i18n/text.ts'

const KINDS = { email: emailKinds, phone: phoneKinds, link: linkKinds } as const

/** How one column is read, as the value of an option. */
export const asValue = ({ to, kind, fieldId }: Omit<ImportedColumn, 'column'>): string =>
  [to, kind ?? '', fieldId ?? ''].join(' ')

export const fromValue = (value: string, column: number): ImportedColumn | null => {
  const [to, kind, fieldId] = value.split(' ')
  return to === undefined || to === ''
    ? null
    : ({ column, to, kind: kind || null, fieldId: fieldId || null } as ImportedColumn)
}

const ofKinds = (to: keyof typeof KINDS, text: Text): Option[] => {
  const what = text(`candidateImport.to.${to}`)
  return KINDS[to].map((kind) => ({
    value: asValue({ to, kind, fieldId: null }),
    label: text('candidateImport.columns.kind', { what, kind: text(`candidate.kind.${kind}`) }),
  }))
}

/** What a column may be read as, "left out" first. */
export const columnOptions = (fields: readonly CustomField[], text: Text): Option[] => [
  { value: '', label: text('candidateImport.columns.none') },
  ...importTargets.flatMap((to): Option[] => {
    if (to === 'customField') {
      return fields.map(({ id, name }) => ({ value: asValue({ to, kind: null, fieldId: id }), label: name }))
    }
    const plain = {
      value: asValue({ to, kind: null, fieldId: null }),
      label: text(`candidateImport.to.${to}`),
    }
    return to === 'email' || to === 'phone' || to === 'link' ? [plain, ...ofKinds(to, text)] : [plain]
  }),
]
