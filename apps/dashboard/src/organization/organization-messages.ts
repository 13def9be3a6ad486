export const organizationMessages = {
  organization: {
    title: 'Organization',
    parts: 'Parts of the organization',
    part: {
      settings: { tab: 'Settings', lead: 'What holds for everyone in %{name}.' },
      customFields: {
        tab: 'Fields of candidates',
        lead: 'What %{name} wants to know of candidates besides what everybody asks.',
      },
      rejectionReasons: {
        tab: 'Rejection reasons',
        lead: 'Why applications end, in the words that %{name} uses. Candidates never see them.',
      },
      retention: {
        tab: 'Retention',
        lead: 'How long %{name} keeps what it knows of candidates, and how that ends.',
      },
    },
    name: 'Name',
    nameAbout: 'Shown to everyone in it, on invitations and in mails.',
    timeZone: 'Time zone',
    timeZoneAbout: 'Interviews are planned and mails are dated in it. On screen everyone sees their own.',
    timeZoneNow: 'It is %{time} there now.',
    sessionHistoryDays: 'Keep ended sessions for (days)',
    sessionHistoryAbout:
      'How long the address and the device of an ended session are kept. Then they are deleted for good.',
    daysHint: 'From 1 to 730.',
    secondPersonPublishes: 'Who publishes a version',
    secondPersonAbout:
      'A version of an interview template never changes once it is published. A second pair of eyes may be asked for before.',
    onePerson: 'An admin may publish alone',
    secondPerson: 'Somebody else than who sent it to review',
    submit: 'Save',
    saved: 'The settings are saved.',
    unsaved: 'You have changes that are not saved.',
    created: 'Created %{moment}.',
  },
}
