/** The address: `#/workflow` and, once a run was taken, `#/workflow/run`. A reload goes on from it. */

/** @returns {{workflow: string, run: string}} */
export function here() {
  const [, workflow = '', run = ''] = location.hash.match(/^#\/([\w-]+)(?:\/(gen_\w+))?$/) ?? [];
  return {workflow, run};
}

/** @param {string} workflow */
export function enter(workflow) {
  history.pushState({inside: true}, '', `#/${workflow}`);
}

/** To where one chooses what to do. */
export function home() {
  history.pushState(null, '', location.pathname);
}

/** @param {string} workflow @param {string} run empty: none */
export function remark(workflow, run) {
  history.replaceState(history.state, '', run ? `#/${workflow}/${run}` : `#/${workflow}`);
}

/** @param {() => void} arrive for whoever came straight to it: there is nothing behind */
export function leave(arrive) {
  if (history.state?.inside) return history.back();
  history.replaceState(null, '', location.pathname);
  arrive();
}
