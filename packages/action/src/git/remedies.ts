/** What to do where git cannot give what is needed: said in several places. */

/** What a checkout with all of its history makes unnecessary. */
export const wholeCheckout = 'check out the whole history (actions/checkout with fetch-depth: 0)';

export const noGit =
  'Nothing was scanned: there is no git program here. Install git 2.29 or newer in the container of the job, before this step.';
