let frame = 0

const show = (row: string): void => {
  const panel = document.querySelector('[data-part="beside"]')
  const shown = panel?.querySelector(`[data-preview="${CSS.escape(row)}"]`)
  const scrolling = panel?.parentElement
  if (!shown || !scrolling) return
  const { top, bottom } = shown.getBoundingClientRect()
  const seen = scrolling.getBoundingClientRect()
  const isInSight = top >= seen.top + 40 && bottom <= seen.bottom
  if (!isInSight) scrolling.scrollTop += top - seen.top - 48
}

/**
 * The preview shows what is being worked on: the question or competency whose row holds the focus. After the next
 * paint: measuring it at once would keep the row itself waiting.
 */
export const showBeside = (focused: Element): void => {
  const row = focused.closest<HTMLElement>('[data-row]')?.dataset['row']
  if (!row) return
  cancelAnimationFrame(frame)
  frame = requestAnimationFrame(() => setTimeout(() => show(row)))
}
