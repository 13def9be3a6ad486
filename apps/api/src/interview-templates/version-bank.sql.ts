/**
 * What the bank says, as the contract has it, in one statement: a condition on `e` for competencies, questions,
 * structures and signals.
 */
export const bankOf = (
  competencies: string,
  questions: string,
  structures: string,
  signals: string,
): string => `
  SELECT
    (SELECT coalesce(json_agg(json_build_object('id', e.id, 'key', e.key, 'name', e.name,
        'definition', e.definition, 'forCandidates', e.for_candidates, 'strongBehaviours', e.strong_behaviours,
        'weakBehaviours', e.weak_behaviours, 'anchors', e.anchors)), '[]')
       FROM competencies e WHERE e.organization_id = $1 AND ${competencies}) AS competencies,
    (SELECT coalesce(json_agg(json_build_object('id', e.id, 'key', e.key, 'title', e.title, 'prompt', e.prompt,
        'intent', e.intent, 'expectedPoints', e.expected_points, 'seniorExtras', e.senior_extras,
        'redFlags', e.red_flags, 'followUps', e.follow_ups, 'anchors', e.anchors, 'minutes', e.minutes,
        'levels', e.levels,
        'competencies', (SELECT coalesce(json_agg(json_build_object('competencyId', l.competency_id,
              'informs', l.informs) ORDER BY l.position), '[]') FROM question_competencies l
            WHERE l.organization_id = e.organization_id AND l.question_id = e.id),
        'structureIds', (SELECT coalesce(json_agg(l.structure_id ORDER BY l.position), '[]')
             FROM question_structures l
            WHERE l.organization_id = e.organization_id AND l.question_id = e.id))), '[]')
       FROM questions e WHERE e.organization_id = $1 AND ${questions}) AS questions,
    (SELECT coalesce(json_agg(json_build_object('id', e.id, 'key', e.key, 'name', e.name,
        'purpose', e.purpose, 'steps', e.steps)), '[]')
       FROM answer_structures e WHERE e.organization_id = $1 AND ${structures}) AS structures,
    (SELECT coalesce(json_agg(json_build_object('id', e.id, 'key', e.key, 'kind', e.kind, 'text', e.text)), '[]')
       FROM signals e WHERE e.organization_id = $1 AND ${signals}) AS signals`
