export const timelineMessages = {
  timeline: {
    title: 'Timeline',
    about:
      'What happened with this person, the latest first. While you owe a scorecard, what moved since is not told.',
    none: 'Nothing has happened yet.',
    more: 'Show earlier',
    by: 'by %{name}',
    candidate: {
      created: 'Written down',
      updated: 'Changed: %{fields}',
      merged: 'Merged with %{name}',
      unmerged: 'Separated from %{name}',
      erased: 'Erased',
    },
    somebody: 'another record',
    interview: {
      scheduled: 'Interview scheduled: %{template}',
      changed: 'Interview changed: %{template}',
      cancelled: 'Interview cancelled: %{template}',
      did_not_happen: 'Interview did not happen: %{template}',
      held: 'Interview held: %{template}',
    },
    document: {
      added: 'Document added: %{name}',
      removed: 'Document removed: %{name}',
      restored: 'Document brought back: %{name}',
      suggestions_accepted: 'Taken over from %{name}',
    },
  },
}
