import { MAX_CONTACTS } from '@assay/contracts'
import AddOutlined from '@mui/icons-material/AddOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import FormHelperText from '@mui/material/FormHelperText'
import FormLabel from '@mui/material/FormLabel'
import { Choice } from '../components/Choice.tsx'
import { Field } from '../components/Field.tsx'
import { errorIn, useBound } from '../components/form-fields.tsx'
import { MoveButtons } from '../components/MoveButtons.tsx'
import { useListEditing } from '../components/useListEditing.ts'
import { useText } from '../i18n/text.ts'
import { visuallyHidden } from '../theme/visually-hidden.ts'
import { type CandidateForm, contactKinds, type ContactKind, type ContactPart } from './candidate-form.ts'

interface Contact {
  kind: ContactKind
  value: string
}

interface ContactsFieldProps {
  form: CandidateForm
  part: ContactPart
}

const row = {
  listStyle: 'none',
  display: 'grid',
  gridTemplateColumns: { xs: 'minmax(0, 1fr) auto', sm: 'minmax(0, 1fr) 140px auto' },
  gap: 1,
  alignItems: 'start',
  '& > :first-of-type': { gridColumn: { xs: '1 / -1', sm: 'auto' } },
} as const

const kinds = { emails: 'email', phones: 'tel', links: 'url' } as const

interface RowProps extends ContactsFieldProps {
  contact: Contact
  place: number
  onChange: (next: Contact) => void
}

const ContactRow = ({ form, part, contact, place, onChange }: RowProps) => {
  const text = useText()
  return (
    <>
      <div>
        <Field
          titled
          size="small"
          label={text(`candidate.field.${part}_one`, { place: place + 1 })}
          type={kinds[part]}
          autoComplete="off"
          value={contact.value}
          error={errorIn(form, part, place, 'value')}
          onChange={({ target }) => onChange({ ...contact, value: target.value })}
        />
      </div>
      <Choice
        titled
        size="small"
        label={text('candidate.field.kind', { place: place + 1 })}
        value={contact.kind}
        options={contactKinds[part].map((kind) => ({ value: kind, label: text(`candidate.kind.${kind}`) }))}
        onChange={({ target }) => onChange({ ...contact, kind: target.value as ContactKind })}
      />
    </>
  )
}

/** Addresses, numbers or links of somebody, the first one being the one that is used. */
export const ContactsField = ({ form, part }: ContactsFieldProps) => {
  const text = useText()
  const { value, onChange, error, ref } = useBound(form, part)
  const contacts = value as Contact[]
  const { inside, said, move, remove, insert } = useListEditing({ value: contacts, onChange, ref })
  return (
    <Box ref={inside} component="fieldset" sx={{ border: 0, m: 0, p: 0, minWidth: 0 }}>
      <FormLabel component="legend" sx={{ p: 0, mb: 0.75 }}>
        {text(`candidate.field.${part}`)}
      </FormLabel>
      <Box component="ol" sx={{ m: 0, p: 0, display: 'grid', gap: 1.5 }}>
        {contacts.map((contact, place) => (
          // oxlint-disable-next-line react/no-array-index-key -- entries have no ids, their place names them
          <Box component="li" key={place} data-entry={place} sx={row}>
            <ContactRow
              form={form}
              part={part}
              contact={contact}
              place={place}
              onChange={(next) => onChange(contacts.with(place, next))}
            />
            <Box sx={{ mt: { xs: 3.5, sm: 0.75 } }}>
              <MoveButtons
                place={place}
                count={contacts.length}
                onMove={(to, tool) => move(place, to, tool)}
                onRemove={() => remove(place, 'remove')}
              />
            </Box>
          </Box>
        ))}
      </Box>
      {error && <FormHelperText error>{error}</FormHelperText>}
      {contacts.length < MAX_CONTACTS && (
        <Button
          size="small"
          variant="outlined"
          data-part="add"
          startIcon={<AddOutlined />}
          sx={{ mt: contacts.length > 0 ? 1.5 : 0 }}
          onClick={() => insert(contacts.length, [{ kind: contactKinds[part][0], value: '' }])}
        >
          {text(`candidate.field.${part}_add`)}
        </Button>
      )}
      <Box component="output" sx={visuallyHidden}>
        {said}
      </Box>
    </Box>
  )
}
