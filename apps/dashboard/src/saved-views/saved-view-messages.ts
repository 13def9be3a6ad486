export const savedViewMessages = {
  savedView: {
    label: 'Your views',
    none: 'None chosen',
    keep: 'Keep this view',
    keepTitle: 'Keep these filters and this order',
    keepLead: 'It stands in your list of views; nobody else sees it.',
    name: 'Name',
    kept: 'The view “%{name}” is kept.',
    remove: 'Remove this view',
    removeTitle: 'Remove the view “%{name}”?',
    removeText: 'What it shows stays as it is; only the name for it goes.',
    removed: 'The view is removed.',
  },
}
