import type { CandidateDocument } from '@assay/contracts'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { PDFDocumentProxy } from 'pdfjs-dist'
import { Notice } from '../../../components/Notice.tsx'
import { PageLoading } from '../../../components/PageLoading.tsx'
import { ProblemNotice } from '../../../components/ProblemNotice.tsx'
import { useText } from '../../../i18n/text.ts'
import { fileAddress } from '../document-requests.ts'
import { PdfCanvas } from './PdfCanvas.tsx'
import { PdfToolbar, type PdfView } from './PdfToolbar.tsx'
import { usePdf } from './usePdf.ts'

type OfDocument = { document: CandidateDocument }

/** 1 fits the width. */
const ZOOMS = [0.5, 0.75, 1, 1.25, 1.5, 2, 3] as const

const usePdfView = (pages: number, onTurn: () => void): PdfView => {
  const [page, setPage] = useState(1)
  const [step, setStep] = useState<number>(ZOOMS.indexOf(1))
  const mayTurn = (by: number) => page + by >= 1 && page + by <= pages
  const mayEnlarge = (by: number) => ZOOMS[step + by] !== undefined
  return {
    page,
    pages,
    zoom: ZOOMS[step] ?? 1,
    mayTurn,
    mayEnlarge,
    turn: (by) => {
      if (!mayTurn(by)) return
      setPage(page + by)
      onTurn()
    },
    enlarge: (by) => mayEnlarge(by) && setStep(step + by),
  }
}

const useWidth = () => {
  const place = useRef<HTMLElement>(null)
  const [width, setWidth] = useState(0)
  useEffect(() => {
    if (!place.current) return
    const watch = new ResizeObserver(([seen]) => setWidth(Math.floor(seen?.contentRect.width ?? 0)))
    watch.observe(place.current)
    return () => watch.disconnect()
  }, [])
  return { place, width }
}

/** The arrows scroll, as anywhere. */
const keysOf =
  ({ turn, enlarge }: PdfView) =>
  (event: KeyboardEvent) => {
    const keys: Partial<Record<string, () => void>> = {
      PageDown: () => turn(1),
      PageUp: () => turn(-1),
      '+': () => enlarge(1),
      '-': () => enlarge(-1),
    }
    const act = event.ctrlKey || event.metaKey || event.altKey ? undefined : keys[event.key]
    if (!act) return
    event.preventDefault()
    act()
  }

const sheet = {
  // So high at all times: turning to a page of another shape moves nothing else.
  height: { xs: 'min(60vh, 440px)', sm: 'min(80vh, 760px)' },
  overflow: 'auto',
  border: 1,
  borderColor: 'divider',
  borderRadius: 1,
  bgcolor: 'surface.sunken',
  scrollbarGutter: 'stable',
  '&:focus-visible': { outline: '2px solid', outlineColor: 'brass.main', outlineOffset: '2px' },
} as const

const Pages = ({ file, name }: { file: PDFDocumentProxy; name: string }) => {
  const text = useText()
  const { place, width } = useWidth()
  const view = usePdfView(file.numPages, () => place.current?.scrollTo({ top: 0 }))
  const { page, pages, zoom } = view
  return (
    <>
      <PdfToolbar {...view} />
      <Box
        component="section"
        ref={place}
        tabIndex={0}
        aria-label={text('document.pages.of', { name })}
        onKeyDown={keysOf(view)}
        sx={sheet}
      >
        <PdfCanvas
          file={file}
          page={page}
          width={width}
          zoom={zoom}
          label={text('document.pages.drawing', { page, pages, name })}
        />
      </Box>
      <Box sx={{ color: 'text.secondary', fontSize: '0.813rem', mt: 0.5 }}>{text('document.pages.keys')}</Box>
    </>
  )
}

const Viewer = ({ document: { id, name }, onRetry }: OfDocument & { onRetry: () => void }) => {
  const text = useText()
  const state = usePdf(fileAddress(id))
  if (state.is === 'open') return <Pages file={state.file} name={name} />
  if (state.is === 'awaited') return <PageLoading />
  if (state.is === 'refused') {
    return (
      <Notice kind="warning" title={text('document.pages.refused')}>
        {text(`document.pages.${state.because}`)}
      </Notice>
    )
  }
  return (
    <ProblemNotice
      problem={state.problem}
      action={
        <Button size="small" variant="outlined" onClick={onRetry}>
          {text('failure.retry')}
        </Button>
      }
    />
  )
}

/** The pages of a PDF as they look: drawn, never run. */
const PdfPages = ({ document }: OfDocument) => {
  const [attempt, setAttempt] = useState(0)
  return <Viewer key={attempt} document={document} onRetry={() => setAttempt(attempt + 1)} />
}

export default PdfPages
