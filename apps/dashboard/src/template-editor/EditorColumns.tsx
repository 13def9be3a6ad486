import type { VersionContent, VersionGap } from '@assay/contracts'
import CloseOutlined from '@mui/icons-material/CloseOutlined'
import Box from '@mui/material/Box'
import IconButton from '@mui/material/IconButton'
import Typography from '@mui/material/Typography'
import useMediaQuery from '@mui/material/useMediaQuery'
import type { Theme } from '@mui/material/styles'
import type { ReactNode } from 'react'
import { Link, useLocation } from 'react-router'
import { useText } from '../i18n/text.ts'
import { Spinner } from '../components/Spinner.tsx'
import type { Covered } from './draft/coverage.ts'
import { Coverage } from './overview/Coverage.tsx'
import { GapList } from './overview/GapList.tsx'
import { Outline } from './overview/Outline.tsx'
import { viewAddress, viewOf, type View } from './overview/view.ts'
import { InterviewPreview } from './preview/InterviewPreview.tsx'

interface EditorColumnsProps {
  content: VersionContent
  /** What is shown of it beside the draft: it may come a moment later. Null before the first time. */
  shown: VersionContent | null
  gaps: readonly VersionGap[]
  covered: readonly Covered[]
  children: ReactNode
}

const tab = {
  px: 0.5,
  py: 0.75,
  color: 'text.secondary',
  fontWeight: 600,
  fontSize: '0.875rem',
  textDecoration: 'none',
  borderBottom: '2px solid transparent',
  '&:hover': { color: 'text.primary' },
  '&[aria-current]': { color: 'text.primary', borderColor: 'primary.main' },
} as const

const Tabs = ({ views, current, gaps }: { views: readonly View[]; current: View; gaps: number }) => {
  const text = useText()
  const { search } = useLocation()
  return (
    <Box
      component="nav"
      aria-label={text('templateEditor.view.label')}
      sx={{ display: 'flex', columnGap: 2.5 }}
    >
      {views.map((view) => (
        <Box
          key={view}
          component={Link}
          replace
          to={viewAddress(search, { view })}
          aria-current={view === current ? 'page' : undefined}
          sx={tab}
        >
          {text(`templateEditor.view.${view}`, { smart_count: gaps })}
        </Box>
      ))}
    </Box>
  )
}

const Preview = ({ content }: { content: VersionContent | null }) => {
  const text = useText()
  if (!content) return <Spinner size={24} label={text('slow.working')} />
  return (
    <>
      <Typography variant="caption" component="p" color="textSecondary" sx={{ mb: 2 }}>
        {text('templateEditor.view.previewAbout')}
      </Typography>
      <InterviewPreview content={content} />
    </>
  )
}

const Gaps = ({ gaps }: Pick<EditorColumnsProps, 'gaps'>) => {
  const text = useText()
  return (
    <Box component="section">
      <Typography variant="subtitle2" component="h2" sx={{ mb: 1 }}>
        {text('templateEditor.gaps.title')}
      </Typography>
      <GapList gaps={gaps} />
    </Box>
  )
}

const sheet = {
  bgcolor: 'background.paper',
  border: 1,
  borderColor: 'divider',
  borderRadius: 1.5,
  p: { xs: 2, sm: 2.5 },
  minWidth: 0,
} as const

const stuck = {
  position: 'sticky',
  top: 68,
  maxHeight: 'calc(100dvh - 84px)',
  overflowY: 'auto',
  overscrollBehavior: 'contain',
  scrollbarWidth: 'thin',
} as const

const CloseSide = () => {
  const text = useText()
  const { search } = useLocation()
  return (
    <IconButton
      component={Link}
      replace
      size="small"
      to={viewAddress(search, { view: 'edit' })}
      aria-label={text('templateEditor.view.close')}
      title={text('templateEditor.view.close')}
      sx={{ ml: 'auto' }}
    >
      <CloseOutlined sx={{ fontSize: 18 }} />
    </IconButton>
  )
}

const Wide = ({ view, ...props }: EditorColumnsProps & { view: View }) => {
  const { content, shown, gaps, covered, children } = props
  const text = useText()
  const beside = view !== 'edit'
  return (
    <Box
      sx={{
        display: 'grid',
        gridTemplateColumns: beside
          ? { lg: '168px minmax(0, 6fr) minmax(0, 5fr)', xl: '220px minmax(0, 6fr) minmax(0, 5fr)' }
          : '220px minmax(0, 900px)',
        columnGap: { lg: 2.5, xl: 4 },
        alignItems: 'start',
      }}
    >
      <Box sx={{ ...stuck, display: 'grid', gap: 3, pb: 2 }}>
        {!beside && <Tabs views={['preview', 'gaps']} current={view} gaps={gaps.length} />}
        <Outline content={content} gaps={gaps} />
        <Coverage covered={covered} />
      </Box>
      <Box sx={{ minWidth: 0 }}>{children}</Box>
      {beside && (
        <Box
          component="aside"
          aria-label={text('templateEditor.view.aside')}
          sx={{ ...sheet, ...stuck, p: 0 }}
        >
          <Box
            sx={{
              display: 'flex',
              alignItems: 'center',
              px: 2,
              position: 'sticky',
              top: 0,
              zIndex: 1,
              bgcolor: 'background.paper',
              borderBottom: 1,
              borderColor: 'divider',
            }}
          >
            <Tabs views={['preview', 'gaps']} current={view} gaps={gaps.length} />
            <CloseSide />
          </Box>
          <Box sx={{ p: 2 }} data-part="beside">
            {view === 'preview' ? <Preview content={shown} /> : <Gaps gaps={gaps} />}
          </Box>
        </Box>
      )}
    </Box>
  )
}

const Narrow = ({ view, ...props }: EditorColumnsProps & { view: View }) => {
  const { shown, gaps, covered, children } = props
  return (
    <>
      <Box sx={{ mb: 2, borderBottom: 1, borderColor: 'divider' }}>
        <Tabs views={['edit', 'preview', 'gaps']} current={view} gaps={gaps.length} />
      </Box>
      {view === 'edit' && children}
      {view === 'preview' && (
        <Box sx={sheet}>
          <Preview content={shown} />
        </Box>
      )}
      {view === 'gaps' && (
        <Box sx={{ ...sheet, display: 'grid', gap: 3 }}>
          <Gaps gaps={gaps} />
          <Coverage covered={covered} />
        </Box>
      )}
    </>
  )
}

/** The draft with what follows from it beside it; on a narrow screen one after the other. */
export const EditorColumns = (props: EditorColumnsProps) => {
  const { search } = useLocation()
  const isWide = useMediaQuery((theme: Theme) => theme.breakpoints.up('lg'), { noSsr: true })
  return isWide ? (
    <Wide {...props} view={viewOf(search) ?? 'preview'} />
  ) : (
    <Narrow {...props} view={viewOf(search) ?? 'edit'} />
  )
}
