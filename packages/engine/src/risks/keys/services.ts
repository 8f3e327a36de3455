/**
 * Where one bot or service ends and another begins: by folders with a manifest of their own, and by the names that files
 * give which describe several (docker-compose, supervisor, pm2, systemd). Looks at paths and names only.
 */

/** What a program is built, installed or started by. */
const manifests =
  /^(?:package\.json|pyproject\.toml|requirements(?:[._-]\w+)?\.txt|Pipfile|setup\.py|environment\.ya?ml|go\.mod|Cargo\.toml|pom\.xml|build\.gradle(?:\.kts)?|[^/]+\.(?:cs|fs|vb)proj|composer\.json|Gemfile|mix\.exs|deno\.jsonc?|pubspec\.yaml|Package\.swift|Project\.toml|DESCRIPTION|Dockerfile|Procfile|fly\.toml|serverless\.ya?ml|Chart\.yaml)$/i;
/** Folders that hold what builds or tests another folder’s program, or a part of it. */
const partOfAnother =
  /(?:^|\/)(?:\.?docker|\.devcontainer|\.github|build|deploy(?:ment)?|ops|infra|ci|android|ios|macos|windows|linux|node_modules|vendor|third_party|dist|target|tests?|__tests__|e2e|examples?|samples?|fixtures?)(?:\/|$)/i;
/** Folders in which each subfolder is a bot, by their name. */
const ofBots = /^((?:.*\/)?(?:[\w-]*bots|microservices)\/[^/]+|strategies\/[^/]+)\//i;

/** The folder that a file of this path makes a service, `''` for the top; undefined where it makes none. */
export function serviceFolder(path: string): string | undefined {
  const slash = path.lastIndexOf('/');
  if (!manifests.test(path.slice(slash + 1))) return undefined;
  const folder = slash < 0 ? '' : path.slice(0, slash);
  return partOfAnother.test(folder) ? undefined : folder;
}

/** Files that speak for the services below their folder too. */
const speaksBelow = /(?:^|\/)(?:\.env(?:\.[\w.-]+)?|(?:docker-)?compose[\w.-]*\.ya?ml|[^/]*\.env)$/i;

export function servesBelow(path: string): boolean {
  return speaksBelow.test(path);
}

/** The service that a file at this path belongs to: its nearest folder with a manifest. */
export function serviceOf(path: string, folders: ReadonlySet<string>): string | undefined {
  for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
    const folder = path.slice(0, end);
    if (folders.has(folder)) return folder;
  }
  const byName = ofBots.exec(path)?.[1];
  return byName ?? (folders.has('') ? '' : undefined);
}

const compose = /(?:^|\/)(?:docker-|podman-)?(?:compose|stack)[\w.-]*\.ya?ml$/i;
const supervisor = /(?:^|\/)[^/]*(?:supervisor|\.ini$|\.conf$)/i;
const pm2 = /(?:^|\/)(?:ecosystem|pm2|processes)[\w.-]*\.(?:[cm]?js|json|ya?ml)$/i;
const unit = /(?:^|\/)([^/]+)\.service$/;

/** Which of these files it is, if any: a part of what a path tells (reading-class.ts). */
export function describesServices(file: string): string {
  const name = unit.exec(file)?.[1];
  return (
    String([compose, supervisor, pm2].findIndex((pattern) => pattern.test(file))) +
    (name === undefined ? '' : ` ${name}`)
  );
}

/** The service within a file that a value of this path is given to, where the file describes several. */
export function serviceWithin(file: string, steps: readonly string[]): string | undefined {
  const [first = '', second] = steps;
  if (compose.test(file) && first === 'services' && steps.length > 2) return second;
  if (supervisor.test(file) && /^program:/.test(first)) return first.slice('program:'.length);
  const apps = steps.indexOf('apps');
  if (pm2.test(file) && apps >= 0 && /^\d+$/.test(steps[apps + 1] ?? ''))
    return `app ${String(Number(steps[apps + 1]) + 1)}`;
  return unit.exec(file)?.[1];
}
