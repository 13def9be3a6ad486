import type { Comparison } from '@assay/contracts'
import CompareArrowsOutlined from '@mui/icons-material/CompareArrowsOutlined'
import DragHandleOutlined from '@mui/icons-material/DragHandleOutlined'
import LinkOffOutlined from '@mui/icons-material/LinkOffOutlined'
import TrendingUpOutlined from '@mui/icons-material/TrendingUpOutlined'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { formatList } from '../i18n/formats.ts'
import { useText } from '../i18n/text.ts'

interface DifferencesProps {
  comparison: Comparison
  /** Who is in sight, by application. */
  names: ReadonlyMap<string, string>
}

const looks = {
  cannot_be_told_apart: { icon: DragHandleOutlined, color: 'brass.text' },
  probably_ahead: { icon: CompareArrowsOutlined, color: 'info.main' },
  ahead: { icon: TrendingUpOutlined, color: 'primary.main' },
  not_comparable: { icon: LinkOffOutlined, color: 'text.secondary' },
} as const

type ComparedPair = Comparison['pairs'][number]
type State = keyof typeof looks
const states = Object.keys(looks) as State[]

/** What is said of one kind of pair: those who cannot be told apart come first, since that is missed most easily. */
const PairsOf = ({ state, pairs }: { state: State; pairs: readonly ComparedPair[] }) => {
  const text = useText()
  const { icon: Icon, color } = looks[state]
  const sentences = pairs
    .map(({ a, b, because }) => ({ id: `${a} ${b}`, said: because }))
    .toSorted((one, other) => one.said.localeCompare(other.said))
  return (
    <Box>
      <Typography variant="h4" component="h3" sx={{ display: 'flex', gap: 0.75, alignItems: 'center' }}>
        <Icon aria-hidden sx={{ color, fontSize: 20 }} />
        {text(`comparison.differences.${state}`)}
      </Typography>
      <Box component="ul" sx={{ m: 0, mt: 0.5, pl: 3.5, display: 'grid', gap: 0.5, maxWidth: '80ch' }}>
        {sentences.map(({ id, said }) => (
          <li key={id}>{said}</li>
        ))}
      </Box>
    </Box>
  )
}

const Bands = ({
  tiers,
  names,
}: { tiers: readonly (readonly string[])[] } & Pick<DifferencesProps, 'names'>) => {
  const text = useText()
  const bands = tiers
    .map((ids) => ids.flatMap((id) => names.get(id) ?? []).toSorted((a, b) => a.localeCompare(b)))
    .filter((people) => people.length > 0)
  const [only, second] = bands
  if (!only) return null
  if (!second) {
    return only.length > 1 && <p>{text('comparison.differences.oneBand', { names: formatList(only) })}</p>
  }
  return (
    <>
      <ol>
        {bands.map((people, place) => (
          <li key={people.join()}>
            {text('comparison.differences.band', { place: place + 1, names: formatList(people) })}
          </li>
        ))}
      </ol>
      <p>{text('comparison.differences.bandsAbout')}</p>
    </>
  )
}

/** Which differences are real, and which are not, in plain words. */
export const Differences = ({ comparison: { pairs, tiers }, names }: DifferencesProps) => {
  const text = useText()
  const inSight = pairs.filter(({ a, b }) => names.has(a) && names.has(b))
  return (
    <Box sx={{ display: 'grid', gap: 2.5 }}>
      {tiers.length > 0 && (
        <Box
          sx={{
            '& p': { m: 0, maxWidth: '80ch' },
            '& ol': { m: 0, mb: 0.75, p: 0, display: 'grid', gap: 0.5 },
            '& li': { listStyle: 'none', fontWeight: 600 },
          }}
        >
          <Typography variant="h4" component="h3" sx={{ mb: 0.5 }}>
            {text('comparison.differences.bands')}
          </Typography>
          {tiers.length > 1 && <p>{text('comparison.differences.bandsApart')}</p>}
          {tiers.map((set) => (
            <Bands key={set.flat().join()} tiers={set} names={names} />
          ))}
        </Box>
      )}
      {states
        .map((state) => ({ state, pairs: inSight.filter((pair) => pair.state === state) }))
        .filter((kind) => kind.pairs.length > 0)
        .map((kind) => (
          <PairsOf key={kind.state} {...kind} />
        ))}
    </Box>
  )
}
