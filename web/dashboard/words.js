/** What the API's words mean, in plain ones. */

/** @type {Record<string, string>} */
export const STATES = {
  healthy: 'Healthy',
  degraded: 'Degraded',
  too_few: 'Too few runs',
  no_data: 'No data',
  not_configured: 'Not configured',
  over_budget: 'Over budget',
};

/** Label and meaning by class. @type {Record<string, [string, string]>} */
const RESULTS = {
  success: ['Success', 'A picture came, and the pixels bear out that it is one.'],
  running: ['Running', 'It has not ended yet.'],
  connect: ['No connection', 'The service could not be reached.'],
  timeout: ['Time-out', 'It took longer than a run may take.'],
  rate_limited: ['Rate limited', 'It turned us away for asking too often. Not counted against it.'],
  quota: ['No credit', 'The account behind our key had no credit left. Not counted against it.'],
  auth: ['Key refused', 'It did not accept our key. Not counted against it.'],
  invalid_request: ['Request refused', 'It could not work with what we asked. Not counted against it.'],
  contract_drift: ['Contract changed', 'It wants to be asked, or answers, in another way than before.'],
  content_policy: ['Declined', 'It declined to make this. Not counted against it.'],
  overloaded: ['Overloaded', 'It said that it is overloaded.'],
  upstream_5xx: ['Server error', 'It answered with an error of its own.'],
  empty_output: ['No picture', 'It said that it had finished, and gave nothing.'],
  output_fetch_failed: ['Picture lost', 'It made a picture that could not be collected.'],
  bad_output: ['Bad picture', 'Broken, blank, or not of the shape and size that was asked for.'],
  substituted_model: ['Other model', 'Another model than the one asked for answered.'],
  unknown_outcome: ['Unknown', 'Nobody can tell whether it was made.'],
  cancelled: ['Cancelled', 'Somebody stopped it. Not counted against it.'],
  lost: ['Lost by us', 'Whoever called never came back to write it down. Not counted against it.'],
  unclassified: ['Unclassified', 'Something that has no class of its own yet.'],
  over_budget: ['Over budget', 'Not called: the budget of the day was spent.'],
  not_configured: ['Not configured', 'Not called: there is no key for it.'],
};

/** @param {string} result @returns {string} */
export function label(result) {
  return RESULTS[result]?.[0] ?? result.replaceAll('_', ' ');
}

/** @param {string} result @returns {string} */
export function meaning(result) {
  return RESULTS[result]?.[1] ?? 'A class that this page does not know yet.';
}

/** @type {Record<string, string>} */
export const ASPECTS = {success_rate: 'Success rate', latency: 'Latency'};

/** @type {Record<string, string>} */
export const SOURCES = {benchmark: 'Benchmark', traffic: 'Real traffic'};

/** @param {string} id a provider's @returns {string} */
export function provider(id) {
  return id.charAt(0).toUpperCase() + id.slice(1);
}
