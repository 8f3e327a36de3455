/** Which of the refs that hold something people look at first. */

const kindsOfRefs = ['HEAD', 'refs/heads/main', 'refs/heads/master', 'refs/heads/', 'refs/remotes/', 'refs/tags/', ''];

/** Refs in the order in which people look at them: the usual main branch, branches, remote-tracking branches, tags, all else. */
export function byInterest(a: string, b: string): number {
  const kindOf = (name: string): number => kindsOfRefs.findIndex((kind) => name.startsWith(kind));
  return kindOf(a) - kindOf(b) || (a < b ? -1 : a > b ? 1 : 0);
}
