import type { QuestionContent } from '../content.ts'

export const apiDesignQuestions: readonly QuestionContent[] = [
  {
    key: 'q.rest-design',
    title: 'Designing an HTTP API',
    prompt:
      'Design the HTTP API through which a partner creates, changes and cancels orders in our shop. Take one or two calls in detail: what goes in, what comes back, and what happens when their request times out and they send it again.',
    intent:
      'The repeated request is the heart of it. Naming resources is common knowledge; a contract that survives retries, concurrent edits and years of change is not.',
    expectedPoints: [
      'Resources with stable identifiers and nouns in the path; the method says what is done to them.',
      'Stateless requests: each one carries what is needed to serve it, so any instance can answer.',
      'Knows which methods may be repeated: GET, PUT and DELETE by definition, POST only with an idempotency key that is stored with its response.',
      'Status codes a client can act on: 201 with a location, 409 for a conflict, 422 for invalid content, 429 and 503 as worth another try.',
      'Defines partial change: what PATCH accepts, what null means, and `If-Match` or a version against lost updates.',
      'Bounds every list: cursor, limit, an order that does not shift between pages.',
    ],
    seniorExtras: [
      'One error format on all routes, such as problem details (RFC 9457), with a stable type, the fields at fault and a request id.',
      'Leaves room to evolve: additive fields, readers that ignore what they do not know, an OpenAPI document compared in CI.',
      'Treats a slow operation as a resource: 202, a status URL, a webhook if wanted.',
      'Details the idempotency key: scoped to the client, bound to a hash of the body, with an expiry.',
      'Settles examples and a mock with the partner before either side builds.',
    ],
    redFlags: [
      'Verbs in the paths (`/createOrder`), everything POST, always 200 with an error flag in the body.',
      'No answer to the repeated request, so a timeout becomes a second order.',
      'Publishes the tables column by column as the public model.',
    ],
    followUps: [
      'Two clerks at the partner change the same order within one second. What does each of them get back?',
      'The duplicate arrives while the first request is still running. What do you answer?',
      'A cancellation comes in as the parcel leaves the warehouse. Which status, and what does the body say?',
    ],
    anchors: [
      {
        level: 1,
        text: 'Lists remote procedures; success and failure look alike to the caller, and a retry places another order.',
      },
      {
        level: 2,
        text: 'Gets nouns and common verbs right, but uses PUT, PATCH and POST interchangeably and meets the timeout with "they should check first".',
      },
      {
        level: 3,
        text: 'Specifies two calls down to codes and bodies, shows where the idempotency key is kept, and handles simultaneous edits.',
      },
      {
        level: 4,
        text: 'Opens with the life cycle of an order and who the partner is, then builds a contract to last: error taxonomy, conflict rules, long-running operations, and tests that both sides run.',
      },
    ],
    minutes: 8,
    levels: ['junior', 'mid', 'senior', 'staff'],
    areas: ['axis.scalable-design', 'area.architecture', 'area.maintainability'],
    competencies: [
      { competency: 'clarification', informs: 'primary' },
      { competency: 'trade-off-thinking', informs: 'secondary' },
      { competency: 'collaboration', informs: 'secondary' },
    ],
    structures: [],
    tags: ['api', 'http', 'rest', 'idempotency'],
  },
  {
    key: 'q.api-versioning',
    title: 'Changing an API that others depend on',
    prompt:
      'Forty clients use your API, among them two mobile apps whose users you cannot force to update. One field has to change its type. How do you get from today to the day the old form is gone?',
    intent:
      "Tests whether the people on the other side exist in the candidate's head. Where the version is written matters less than how clients are moved, and how we know that they have moved.",
    expectedPoints: [
      'Tells compatible changes (an optional field, a new route) from breaking ones (type, name, stricter validation, another default).',
      'Avoids the break where possible: adds a second field beside the first and lets clients move over.',
      'Makes the version explicit where a break remains (path, header or media type) and gives a reason for the place.',
      'Migrates in phases: announce, run both, measure who still uses the old form, remove.',
      'Promises stability in writing: how long a form is supported and how notice is given.',
    ],
    seniorExtras: [
      'Counts use of the old form per client, so that removal rests on names and numbers.',
      'Signals in the protocol too: `Deprecation` (RFC 9745) and `Sunset` (RFC 8594) headers, short rehearsed outages before the date.',
      'Keeps one internal model and translates at the edge, so versions do not fork the business logic.',
      'Lets CI find breaks: schema diff against the published contract, recorded consumer expectations.',
      'Applies expand and contract to events and database columns as well.',
    ],
    redFlags: [
      'Changes the field and mails everybody to upgrade by Monday.',
      'Duplicates the whole application under `/v2` for a single field.',
      'Does not know who the callers are, and has no way to learn it.',
    ],
    followUps: [
      'On the announced day one percent of traffic still uses the old form, and it is your largest customer. What do you do?',
      'Is a new value in an enumeration a breaking change?',
      'What does the place of the version do to caches, links and generated clients?',
    ],
    anchors: [
      { level: 1, text: 'Thinks of the server alone: edits the schema in place and waits for complaints.' },
      {
        level: 2,
        text: 'Says "put v1 in the URL" and considers the matter closed; no overlap, no end date, no list of what breaks a caller.',
      },
      {
        level: 3,
        text: 'Classifies the change, offers an additive route, and lays out notice, parallel running, measurement and removal, guarded by a contract check.',
      },
      {
        level: 4,
        text: 'Treats it as a commitment with a price: knows which users are stuck, what each living version costs to run, when to negotiate and when to insist; learned that from a removal that went wrong.',
      },
    ],
    minutes: 7,
    levels: ['mid', 'senior', 'staff'],
    areas: ['axis.production-judgement', 'area.architecture', 'area.maintainability'],
    competencies: [
      { competency: 'trade-off-thinking', informs: 'primary' },
      { competency: 'collaboration', informs: 'secondary' },
      { competency: 'testing-quality', informs: 'secondary' },
    ],
    structures: [],
    tags: ['api', 'versioning', 'compatibility', 'deprecation'],
  },
  {
    key: 'q.auth',
    title: 'JWT, OAuth 2.0 and revocation',
    prompt:
      'We have a web app, a mobile app and partners who act on behalf of our users. Some say, just use JWT; others say, just use OAuth. What is each of them for, how would you combine them here, and how do you lock out a stolen account within a minute?',
    intent:
      'The one-minute demand breaks the textbook answer: a token checked without a lookup cannot be taken back. Watch how the candidate trades statelessness against control.',
    expectedPoints: [
      'They answer different questions: a JWT is a signed token format checked without a lookup; OAuth 2.0 delegates limited access without sharing the password.',
      'One flow per kind of client: authorization code with PKCE for web and mobile, client credentials between machines; the implicit and password grants are dropped in OAuth 2.1.',
      'Proving who signed in is OpenID Connect; the access token is meant for the API, the ID token for the client.',
      'Access tokens live for minutes; refresh tokens rotate, and reuse of an old one ends the whole family.',
      'Taking a token back needs state: a deny list, a token version per user, or introspection, each with its cost per request.',
      'Validates everything: signature against a fixed list of algorithms, issuer, audience, expiry.',
    ],
    seniorExtras: [
      'Considers server-side sessions in a cookie for the first-party web app, and says why that may be simpler and safer.',
      'Names attacks with defenses: algorithm confusion, script access to stored tokens, CSRF on cookies, loose redirect URIs; DPoP or mutual TLS to bind partner tokens.',
      'Keeps scopes (what the client may do) apart from the check whether this user may see this record.',
      'Runs it: keys rotated as a routine with an overlap, alerts on refresh reuse, an audit trail of grants.',
    ],
    redFlags: [
      'Memorized definitions; cannot say which of the three clients receives which token.',
      'Access tokens valid for a year with roles inside, because stateless is better.',
      'Takes the payload of a signed token for encrypted.',
    ],
    followUps: [
      "An administrator is dismissed at ten o'clock. Until when does their token work, and what decides that?",
      'The same refresh token is presented from two countries. What happens to each session?',
      'Where does the browser keep the token, and who else can read it there?',
    ],
    anchors: [
      {
        level: 1,
        text: 'Takes both for login features, would accept whatever algorithm the header names, and has no means of ending a session.',
      },
      {
        level: 2,
        text: 'Defines the terms properly, then hands every client the same long-lived token; logging out means deleting it on the device.',
      },
      {
        level: 3,
        text: 'Assigns a flow to web, mobile and partner, keeps access short with rotating refresh, and names the server-side state the lockout needs.',
      },
      {
        level: 4,
        text: 'Starts from the threat and the window the business tolerates, argues cookies against tokens for our own app, and names missing checks they have found in reviews; rotating keys is an ordinary Tuesday.',
      },
    ],
    minutes: 8,
    levels: ['mid', 'senior', 'staff', 'principal'],
    areas: ['axis.production-judgement', 'area.architecture'],
    competencies: [
      { competency: 'trade-off-thinking', informs: 'primary' },
      { competency: 'operational-maturity', informs: 'secondary' },
    ],
    structures: [],
    tags: ['api', 'security', 'oauth', 'jwt'],
  },
  {
    key: 'q.rate-limiting',
    title: 'Rate limiting',
    prompt:
      'One customer starts a script that sends three thousand requests a second to our public API, and everybody else sees errors. What should have protected us, how does it decide, and what does that customer get to see?',
    intent:
      'An algorithm is the small part. We look for limits derived from what the system can bear and what honest users do, and for a decision on what happens when the limiter fails.',
    expectedPoints: [
      'Says what is being protected: against abuse, sudden spikes, and exhaustion of something scarce such as connections.',
      'Token bucket: a steady rate with a burst allowance, two numbers of state per client.',
      'Fixed window is cheap and lets double the load through at the boundary; a sliding window evens that out for more state.',
      'Counts by a meaningful identity (key, tenant, user), with heavier weight on costly endpoints.',
      'Instances share one count, changed atomically, for example by a Lua script in Redis, never by read and then write.',
      'Tells the client: 429 with `Retry-After`, limits documented, remaining quota visible.',
    ],
    seniorExtras: [
      'Tunes the figures to what database and partners can take and to measured user behavior, then revisits them.',
      'Chooses open or closed for when the counter store is gone, per route (reads open, sign-in closed), with a local limit behind it.',
      'Layers protection: floods at the edge, fairness per tenant, concurrency limits and load shedding in the service.',
      'Introduces it in shadow mode and speaks to the customers it would have hit.',
    ],
    redFlags: [
      'One global number for everybody, picked out of the air.',
      'Keeps the count in the memory of each worker and calls it a limit.',
      'Limits by IP address only and shuts out a whole office behind one NAT.',
    ],
    followUps: [
      'Redis is unreachable for two minutes. Are you open or closed, and who decided that?',
      'All limited clients wait exactly the time you named and come back together. What do you change?',
      'The plan allows a hundred requests a minute; a client sends a hundred in the last second of one minute and a hundred in the first second of the next. Allowed?',
    ],
    anchors: [
      {
        level: 1,
        text: 'Suggests adding servers, or blocking the address by hand once it hurts; has not met a limiter from either side.',
      },
      {
        level: 2,
        text: 'Sketches the token bucket, but cannot say what the caller sees when it is empty, nor where the tokens live with ten instances.',
      },
      {
        level: 3,
        text: 'Compares two algorithms by how they treat a burst, counts per tenant in one atomic place, and writes down the 429 response.',
      },
      {
        level: 4,
        text: 'Derives figures from capacity and real usage, settles what happens without Redis, separates fairness from overload, and brings it in without surprising those who pay.',
      },
    ],
    minutes: 7,
    levels: ['mid', 'senior', 'staff'],
    areas: ['axis.scalable-design', 'area.api-scalability'],
    competencies: [
      { competency: 'scalability-judgement', informs: 'primary' },
      { competency: 'operational-maturity', informs: 'secondary' },
      { competency: 'business-impact', informs: 'secondary' },
    ],
    structures: [],
    tags: ['api', 'rate-limiting', 'redis', 'resilience'],
  },
]
