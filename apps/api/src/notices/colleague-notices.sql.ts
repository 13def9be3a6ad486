/**
 * Of a page of notices about colleagues: who it is, and whether they asked for time. Only for those who see the whole
 * panel, and not while they owe a scorecard on the application themselves: then nobody tells them how far others are.
 */
export const OF_COLLEAGUES = `
  concerned AS MATERIALIZED (SELECT n.id, n.kind, n.about_user_id, i.organization_id, i.id AS interview_id,
         i.application_id, i.version_id
    FROM page n JOIN interviews i ON i.organization_id = n.organization_id AND i.id = n.interview_id
   WHERE n.about_user_id IS NOT NULL AND NOT EXISTS (SELECT FROM panelists w
     WHERE w.organization_id = i.organization_id AND w.application_id = i.application_id AND w.user_id = $2
       AND w.owes)),
  visible AS MATERIALIZED (SELECT a.id, a.candidate_id FROM seen_applications a
   WHERE a.organization_id = $1 AND a.id = ANY (ARRAY(SELECT application_id FROM concerned))
     AND (EXISTS (SELECT FROM users u WHERE u.organization_id = $1 AND u.id = $2 AND u.role IN ('admin', 'recruiter'))
       OR EXISTS (SELECT FROM job_team_members m WHERE m.organization_id = $1 AND m.job_id = a.job_id
         AND m.user_id = $2))),
  colleagues AS (SELECT k.id, k.application_id, p.name AS person, json_build_object('candidate', c.name, 'template', t.name) AS about,
         CASE WHEN z.until IS NOT NULL THEN json_build_object('because', z.because,
           'until', to_char(z.until AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')) END AS snooze
    FROM concerned k
    JOIN visible a ON a.id = k.application_id
    JOIN users p ON p.organization_id = k.organization_id AND p.id = k.about_user_id
    JOIN candidate_search f ON f.organization_id = k.organization_id AND f.candidate_id = a.candidate_id
    JOIN candidates c ON c.organization_id = f.organization_id AND c.id = f.stands_for
    JOIN interview_template_versions v ON v.organization_id = k.organization_id AND v.id = k.version_id
    JOIN interview_templates t ON t.organization_id = v.organization_id AND t.id = v.template_id
    LEFT JOIN snoozes z ON z.organization_id = k.organization_id AND z.interview_id = k.interview_id
     AND z.user_id = k.about_user_id AND k.kind = 'scorecard_snoozed' AND z.until > now())`
