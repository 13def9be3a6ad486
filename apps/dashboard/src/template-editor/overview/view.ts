/** What is shown beside the draft, or on a narrow screen instead of it. It stands in the address. */
export const views = ['edit', 'preview', 'gaps'] as const
export type View = (typeof views)[number]

export const viewOf = (search: string): View | null => {
  const view = new URLSearchParams(search).get('view')
  return views.find((one) => one === view) ?? null
}

/** The address of a view, or of a place in the draft; a narrow screen shows the draft for the latter. */
export const viewAddress = (search: string, to: { view?: View; place?: string }) => {
  const query = new URLSearchParams(search)
  if (to.view) query.set('view', to.view)
  else if (to.place && query.get('view') === 'gaps') query.delete('view')
  return { search: query.toString(), hash: to.place ?? '' }
}
