/** The preview shows what is being worked on: the question or competency whose row holds the focus. */
export const showBeside = (focused: Element): void => {
  const row = focused.closest<HTMLElement>('[data-row]')?.dataset['row']
  const panel = document.querySelector('[data-part="beside"]')
  if (!row || !panel || panel.contains(focused)) return
  const shown = panel.querySelector(`[data-preview="${CSS.escape(row)}"]`)
  const scrolling = panel.parentElement
  if (!shown || !scrolling) return
  const { top, bottom } = shown.getBoundingClientRect()
  const seen = scrolling.getBoundingClientRect()
  const isInSight = top >= seen.top + 40 && bottom <= seen.bottom
  if (!isInSight) scrolling.scrollTop += top - seen.top - 48
}
