import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useText } from '../i18n/text.ts'
import { visuallyHidden } from '../theme/visually-hidden.ts'
import { Notice } from './Notice.tsx'

export interface Difference {
  label: string
  mine: string
  theirs: string
}

interface RevisionConflictProps {
  differences: readonly Difference[]
  onKeepMine: () => void
  onTakeTheirs: () => void
}

const table = {
  mt: 1,
  width: '100%',
  borderCollapse: 'collapse',
  '& th, & td': {
    textAlign: 'left',
    verticalAlign: 'top',
    py: 0.75,
    pr: 2,
    overflowWrap: 'anywhere',
    whiteSpace: 'pre-line',
  },
  '& th[scope="row"]': { minWidth: 110 },
  // Three columns are too many for a phone: each side says itself whose it is.
  '@media (max-width: 599.95px)': {
    '&, & tbody, & tr, & th, & td': { display: 'block' },
    '& thead': visuallyHidden,
    '& td': { py: 0.25, pr: 0 },
    '& td::before': { content: 'attr(data-side)', display: 'block', fontSize: '0.813rem', opacity: 0.85 },
  },
} as const

const Comparison = ({ differences }: Pick<RevisionConflictProps, 'differences'>) => {
  const text = useText()
  return (
    <Box component="table" sx={table}>
      <thead>
        <tr>
          <th scope="col">{text('conflict.field')}</th>
          <th scope="col">{text('conflict.theirs')}</th>
          <th scope="col">{text('conflict.mine')}</th>
        </tr>
      </thead>
      <tbody>
        {differences.map(({ label, mine, theirs }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td data-side={text('conflict.theirs')}>{theirs}</td>
            <td data-side={text('conflict.mine')}>{mine}</td>
          </tr>
        ))}
      </tbody>
    </Box>
  )
}

/** Two people saved the same record: both texts side by side, and the person chooses. */
export const RevisionConflict = ({ differences, onKeepMine, onTakeTheirs }: RevisionConflictProps) => {
  const text = useText()
  return (
    <Notice
      kind="warning"
      title={text('problem.revision_conflict.title')}
      action={
        <>
          <Button size="small" variant="contained" onClick={onKeepMine}>
            {text('conflict.keepMine')}
          </Button>
          <Button size="small" variant="outlined" onClick={onTakeTheirs}>
            {text('conflict.takeTheirs')}
          </Button>
        </>
      }
    >
      {text(differences.length > 0 ? 'conflict.text' : 'conflict.same')}
      {differences.length > 0 && <Comparison differences={differences} />}
    </Notice>
  )
}
