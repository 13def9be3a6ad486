import Box from '@mui/material/Box'
import { type PDFDocumentProxy, type RenderTask } from 'pdfjs-dist'
import { useEffect, useRef, useState } from 'react'
import { useText } from '../../../i18n/text.ts'

interface PdfCanvasProps {
  file: PDFDocumentProxy
  page: number
  /** In CSS pixels, at a zoom of 1. */
  width: number
  zoom: number
  label: string
}

/** A page may say that it is a kilometre wide: no canvas gets more pixels than this. */
const MAX_PIXELS = 16_000_000

const draw = async (
  canvas: HTMLCanvasElement,
  { file, page, width, zoom }: Omit<PdfCanvasProps, 'label'>,
  onTask: (task: RenderTask) => void,
): Promise<void> => {
  const sheet = await file.getPage(page)
  const whole = sheet.getViewport({ scale: 1 })
  const shown = sheet.getViewport({ scale: (width * zoom) / whole.width })
  const most = Math.sqrt(MAX_PIXELS / (shown.width * shown.height))
  const density = Math.min(globalThis.devicePixelRatio || 1, most)
  const viewport = sheet.getViewport({ scale: shown.scale * density })
  canvas.width = Math.max(1, Math.floor(viewport.width))
  canvas.height = Math.max(1, Math.floor(viewport.height))
  canvas.style.width = `${shown.width}px`
  canvas.style.height = `${shown.height}px`
  const task = sheet.render({ canvas, viewport })
  onTask(task)
  await task.promise
}

/** One page, drawn. What it says in letters stands beside it as text. */
export const PdfCanvas = ({ file, page, width, zoom, label }: PdfCanvasProps) => {
  const text = useText()
  const place = useRef<HTMLCanvasElement>(null)
  const [broken, setBroken] = useState(false)
  const [drawn, setDrawn] = useState('')
  const wanted = `${page} ${width} ${zoom}`
  useEffect(() => {
    const canvas = place.current
    if (!canvas || width === 0) return
    let left = false
    let task: RenderTask | null = null
    draw(canvas, { file, page, width, zoom }, (begun) => {
      task = begun
      if (left) begun.cancel()
    })
      .then(() => {
        if (left) return
        setBroken(false)
        setDrawn(wanted)
      })
      .catch(() => {
        if (!left) setBroken(true)
      })
    return () => {
      left = true
      task?.cancel()
    }
  }, [file, page, width, zoom, wanted])
  return (
    <>
      {broken && <Box sx={{ p: 2 }}>{text('document.pages.broken')}</Box>}
      <Box
        component="canvas"
        // Each drawing has a canvas of its own: two cannot draw on one.
        key={wanted}
        ref={place}
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- drawn here: there is no address an img could show
        role="img"
        aria-label={label}
        data-drawn={drawn === wanted || undefined}
        sx={{ display: broken ? 'none' : 'block', mx: 'auto', bgcolor: '#fff' }}
      />
    </>
  )
}
