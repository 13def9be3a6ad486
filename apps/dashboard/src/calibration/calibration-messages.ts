/** Texts of the page that shows how people rate, first to themselves. */
export const calibrationMessages = {
  calibration: {
    title: 'Calibration',
    lead: 'How ratings are given, so that they mean the same from everybody. It ranks nobody, and it is not meant for judging anybody’s work.',
    own: {
      title: 'How you rate',
      about:
        'Only you see this part as it stands here. The last 24 months; scorecards as a shadow do not count.',
      none: 'You have submitted no scorecard that counts yet.',
      scorecards:
        '%{smart_count} scorecard, on %{candidates} candidates and %{competencies} competencies. |||| %{smart_count} scorecards, on %{candidates} candidates and %{competencies} competencies.',
      notAssessed: 'Of %{asked} competencies you were asked to rate, you did not assess %{count}.',
      turnaround: 'Half of your scorecards were in %{hours} hours after the interview or sooner.',
      late: 'Later than 48 hours: %{count}.',
      scale: 'Your marks on the scale of %{scale} levels',
      level: 'Level',
      given: 'Given',
      average: 'Average %{mean}',
      averageSpread: 'Average %{mean}; they lie %{spread} from it on the whole.',
      colleagues: 'Among colleagues, in each job family',
      noFamilies: 'Nothing to compare with yet.',
    },
    lean: {
      too_little_evidence: 'Too little to say',
      no_clear_lean: 'No clear lean',
      may_lean: 'May lean',
      leans: 'Leans',
    },
    agreement:
      'With co-raters on %{candidates} candidates: the same mark %{exact} of the time, at most one level apart %{within} (%{pairs} pairs of marks).',
    fitted: 'Worked out %{time}',
    families: {
      title: 'How kits and interviewers do',
      about: 'By job family. Interviewers stand by name; of few candidates nothing is told.',
      none: 'No ratings were measured together yet. It begins by itself when scorecards come in.',
    },
    reliability: {
      title: 'How many interviewers are enough',
      about:
        'Reliability of raw marks with so many interviewers, from 0 to 1; 9 times in 10 it lies between the two figures behind it. From %{enough} on, two panels would order most candidates alike.',
      what: 'Marks',
      whole: 'All competencies together',
      candidates: 'Candidates',
      enough: 'Enough',
      enoughAt: '%{smart_count} interviewer |||| %{smart_count} interviewers',
      unknown: 'Cannot be said',
      with: 'With %{count}',
      figure: '%{reliability} (%{low} to %{high})',
    },
    interviewers: {
      title: 'Interviewers',
      person: 'Interviewer',
      lean: 'Lean',
      statement: 'In words',
      candidates: 'Candidates',
    },
  },
}
