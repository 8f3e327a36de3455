/** What the calls and settings that something stands in are called, and whether that is another service than an exchange’s. */
import { meaningOf } from '../../clues/names.ts';
import { countBefore } from '../../sorted.ts';
import type { Span, Subject } from '../../types.ts';
import { configuredAt } from '../settings/configured.ts';

interface Named {
  readonly span: Span;
  readonly names: readonly string[];
}

const known = new WeakMap<Subject, readonly Named[]>();
const longest = 1500;
const farthest = 60;

/** Databases, mail, caches and queues: what is talked to with other protocols than Binance’s, or by other clients. */
const services =
  /database|datasource|data_?store|^db(?:$|_|[A-Z])|_db$|^pg(?:$|[A-Z_]|x)|postgres|mysql|maria_?db|mongo|redis|^rdb$|sequelize|prisma|typeorm|knex|drizzle|sql_?alchemy|create_?(?:async_?)?engine|establish_?connection|active_?record|(?:^|\.)repo$|^ecto|mailer|smtp|imap|^e?mail$|send_?mail|nodemailer|swoosh|bamboo|amqp|rabbit|^bunny|kafka|mqtt|^nats|celery|^broker_?(?:use|ssl|url|pool|transport)|^caches?$|memcache|elastic|open_?search|click_?house|influx|cassandra|scylla|^ldap|s?ftp$|etcd|consul|zookeeper|sidekiq|resque|^(?:Queue|Worker|bull(?:mq)?)$|^oban/i;

/** The nearest name that tells decides: a client of Binance may stand in what configures a queue. */
export function isOfAnotherService(span: Span, subject: Subject): boolean {
  for (const names of [...namesAround(span, subject), configuredAt(span.start, subject)])
    for (const name of names.toReversed()) {
      if (meaningOf(name).binance === 'name') return false;
      if (services.test(name)) return true;
    }
  return false;
}

/** Of all that stands around, the innermost first. */
function namesAround({ start, end }: Span, subject: Subject): readonly (readonly string[])[] {
  let all = known.get(subject);
  if (!all) {
    const calls = subject.reading.calls.map(({ span, callee }) => ({ span, names: callee }));
    const settings = subject.settings.map(({ span, path }) => ({ span, names: path }));
    all = [...calls, ...settings].sort((a, b) => a.span.start - b.span.start);
    known.set(subject, all);
  }
  const after = countBefore(all.length, (i) => all[i]!.span.start <= start);
  return all
    .slice(Math.max(0, after - farthest), after)
    .filter(({ span }) => span.end >= end && span.end - span.start <= longest)
    .sort((a, b) => a.span.end - a.span.start - (b.span.end - b.span.start))
    .map(({ names }) => names);
}
